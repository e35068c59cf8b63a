/** Few keys, only while there is something to go to, never while the reader types. */
import type { Keys } from '../store/settings.ts';

export type KeyCommand = 'next' | 'previous' | 'close';

/** `Alt+Shift+KeyJ`: modifiers in the order Ctrl, Alt, Shift, then the physical key. */
function shortcutOf({ ctrlKey, altKey, shiftKey, metaKey, code }: KeyboardEvent): string {
  if (metaKey) return '';
  return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${code}`;
}

/** What a key press asks for, if anything. */
export function commandOf(event: KeyboardEvent, keys: Keys): KeyCommand | undefined {
  if (event.isComposing) return undefined;
  if (event.key === 'Escape') return 'close';
  if (isTyping(event.composedPath()[0])) return undefined;
  const pressed = shortcutOf(event);
  if (pressed === keys.next) return 'next';
  return pressed === keys.previous ? 'previous' : undefined;
}

function isTyping(target: EventTarget | undefined): boolean {
  const element = target as Partial<HTMLElement> | undefined;
  return element?.isContentEditable === true || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element?.nodeName ?? '');
}

/** "Alt+Shift+KeyJ" → "Alt+Shift+J". */
export function keyName(shortcut: string): string {
  return shortcut.replace(/Key(?=[A-Z]$)/, '');
}
