// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { commandOf } from '../../../src/page/keys.ts';

const keys = { next: 'Alt+Shift+KeyJ', previous: 'Alt+Shift+KeyK' };

/** What a key pressed in `html`'s first element asks for. */
function press(init: KeyboardEventInit, html = '<p></p>') {
  document.body.innerHTML = html;
  let command: unknown = 'none';
  const target = document.body.firstElementChild!;
  target.addEventListener('keydown', (event) => (command = commandOf(event as KeyboardEvent, keys)));
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
  return command;
}

test.each<[string, KeyboardEventInit, string | undefined]>([
  ['next', { code: 'KeyJ', altKey: true, shiftKey: true }, 'next'],
  ['previous', { code: 'KeyK', altKey: true, shiftKey: true }, 'previous'],
  ['close', { key: 'Escape', code: 'Escape' }, 'close'],
  ['a letter', { code: 'KeyJ' }, undefined],
  ['one modifier too few', { code: 'KeyJ', altKey: true }, undefined],
  ['one modifier too many', { code: 'KeyJ', altKey: true, shiftKey: true, ctrlKey: true }, undefined],
  ['the system key', { code: 'KeyJ', altKey: true, shiftKey: true, metaKey: true }, undefined],
  ['while a character is being composed', { code: 'KeyJ', altKey: true, shiftKey: true, isComposing: true }, undefined],
])('%s', (_what, init, command) => {
  expect(press(init)).toBe(command);
});

test.each(['<input>', '<textarea></textarea>', '<select></select>', '<div contenteditable="true"></div>'])(
  'typing in %s is left alone, but Escape closes',
  (html) => {
    expect(press({ code: 'KeyJ', altKey: true, shiftKey: true }, html)).toBeUndefined();
    expect(press({ key: 'Escape' }, html)).toBe('close');
  },
);
