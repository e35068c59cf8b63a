/** Walks through the steps of a page fixture as a user of Firefox does. */
import { parsed, type Step } from '../e2e/cases.ts';
import type { ElementId, Firefox } from './marionette.ts';

/** How long an element may take to come, or to come free, in ms. */
const PATIENCE = 20_000;
/** What the extension does after a step comes within this, in ms. */
const PAUSE = 150;
const KEYS: Record<string, string> = { Tab: '\uE004', Shift: '\uE008', End: '\uE010', Space: ' ' };

export async function walk(firefox: Firefox, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const until = Date.now() + PATIENCE;
    for (;;) {
      try {
        await take(firefox, step);
        break;
      } catch (error) {
        if (Date.now() > until) throw new Error(`${step}: ${String(error)}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function take(firefox: Firefox, step: Step): Promise<void> {
  const { verb, what, rest } = parsed(step);
  if (verb === 'key') return press(firefox, what.split('+'));
  if (verb === 'wait') {
    if (!(await firefox.evaluate(isSeen, what))) throw new Error('not seen yet');
    return;
  }
  const element = await firefox.find(what);
  const id = Object.values(element)[0];
  if (verb === 'click') await firefox.send('WebDriver:ElementClick', { id });
  else if (verb === 'type') await firefox.send('WebDriver:ElementSendKeys', { id, text: rest });
  else if (verb === 'scroll') await scroll(firefox, element, what);
  else await firefox.evaluate(byScript, verb, what);
}

/** Whether an element is drawn, in the page or in a frame of the same origin. */
function isSeen(selector: string): boolean {
  const frames = Array.from(document.querySelectorAll('iframe'), ({ contentDocument }) => contentDocument);
  return [document, ...frames].some((each) => (each?.querySelector(selector)?.getClientRects().length ?? 0) > 0);
}

function byScript(verb: string, selector: string): void {
  const element = document.querySelector<HTMLElement>(selector)!;
  if (verb === 'focus') element.focus();
  else if (verb === 'reload') (element as HTMLIFrameElement).contentWindow!.location.reload();
  else if (verb === 'html') {
    const html = element.outerHTML;
    element.outerHTML = html;
  } else throw new Error(`no step: ${verb}`);
}

async function press(firefox: Firefox, names: string[]): Promise<void> {
  const keys = names.map((name) => KEYS[name] ?? name);
  const actions = [
    ...keys.map((value) => ({ type: 'keyDown', value })),
    ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  await firefox.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
}

async function scroll(firefox: Firefox, element: ElementId, selector: string): Promise<void> {
  const wheel = { type: 'scroll', origin: element, x: 0, y: 0, deltaX: 0, deltaY: 400, duration: 0 };
  await firefox.send('WebDriver:PerformActions', { actions: [{ type: 'wheel', id: 'wheel', actions: [wheel] }] });
  const left = await firefox.evaluate((selector) => {
    const box = document.querySelector(selector)!;
    return box.scrollHeight - box.scrollTop - box.clientHeight;
  }, selector);
  if (left >= 2) throw new Error('not at its end yet');
}
