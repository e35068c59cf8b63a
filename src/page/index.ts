/** The page script: wires a page's session to the browser. */
import browser from 'webextension-polyfill';
import type { Failure, Message, PageState, ToBackground, ToPage } from '../messages.ts';
import { onSettingsChanged, readSettings } from '../store/settings.ts';
import type { OutlineEntry } from '../types.ts';
import { Session } from './session.ts';

const RUNNING = Symbol.for('mingtiao');

/** Starts reading this page; does nothing where it runs already. */
export async function startPage(): Promise<void> {
  const world = globalThis as { [RUNNING]?: boolean };
  if (world[RUNNING]) return;
  world[RUNNING] = true;
  const settings = await readSettings();
  const extension = { send: (message: Message<ToBackground>) => browser.runtime.sendMessage(message), alive };
  const session = new Session(document, extension, settings);
  onSettingsChanged((changed) => session.use(changed));
  browser.runtime.onMessage.addListener((message: unknown) => answer(session, message as Message<ToPage>));
}

/** A script that was left behind has lost its runtime or the id of it, whatever the types say. */
function alive(): boolean {
  const { runtime } = browser as { runtime?: { id?: string } };
  return runtime?.id !== undefined;
}

type Reply = PageState | OutlineEntry[] | boolean | Failure;

function answer(session: Session, message: Message<ToPage>): Promise<Reply> | undefined {
  const failure = (error: unknown): Failure => ({ error: String(error) });
  switch (message.type) {
    case 'page.state':
      return Promise.resolve(session.state);
    case 'page.check':
      return session.check().catch(failure);
    case 'page.jump':
      return Promise.resolve(session.jump(message.finding));
    case 'page.read-document':
      return session.readDocument(message.document).catch(failure);
    case 'page.outline':
      return session.outline().catch(failure);
    case 'page.go':
      return Promise.resolve(session.go(message));
    default:
      return undefined;
  }
}
