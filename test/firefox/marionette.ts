/** A real Firefox, driven over Marionette, the protocol it has built in: extensions' own pages are open to it, unlike to BiDi. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Where Firefox shows the extension, the same in every profile. */
const UUID = '5f1c7d0e-6a55-4b7c-9d35-3f1f2a9b8c41';
const PREFERENCES = {
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'zh-CN, en',
  'toolkit.telemetry.server': '',
};
/** How long Firefox may take to start, and to answer, in ms. */
const START = 60_000;
const ANSWER = 30_000;
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A reference to an element, as the protocol passes it. */
export type ElementId = Record<typeof ELEMENT, string>;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Fails with the protocol's own error name first: "no such element: …". */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: net.Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #count = 0;

  private constructor(process: ChildProcess, profile: string, socket: net.Socket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('data', (data) => this.#take(data));
  }

  /** Starts the Firefox at `file` with the unpacked extension in `directory`, known there as `id`. */
  static async start(file: string, directory: string, id: string): Promise<Firefox> {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'mingtiao-firefox-'));
    const port = await freePort();
    const preferences = {
      ...PREFERENCES,
      'marionette.port': port,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    };
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
    const flags = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
    const child = spawn(file, flags, { stdio: 'ignore' });
    try {
      const firefox = new Firefox(child, profile, await connected(port, child));
      await firefox.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
      await firefox.send('WebDriver:SetWindowRect', { width: 1280, height: 800 });
      await firefox.send('Addon:Install', { path: directory, temporary: true });
      return firefox;
    } catch (error) {
      child.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true });
      throw error;
    }
  }

  /** The address of a page of the extension. */
  addressOf(page: string): string {
    return `moz-extension://${UUID}/${page}`;
  }

  async send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#count;
    const message = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`timeout: ${command} was not answered`));
      }, ANSWER);
      const settle = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(late);
          then(value);
        };
      };
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  /** Evaluates a function in the page, among the page's own names. */
  async evaluate<T, A extends unknown[]>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const script = `const [args, done] = arguments; Promise.resolve((${body.toString()})(...args)).then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
    const { value } = (await this.send('WebDriver:ExecuteAsyncScript', {
      script,
      args: [args],
      scriptTimeout: ANSWER,
    })) as { value: string };
    const answer = JSON.parse(value) as { value: T; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  async find(selector: string): Promise<ElementId> {
    const { value } = (await this.send('WebDriver:FindElement', { using: 'css selector', value: selector })) as {
      value: ElementId;
    };
    return value;
  }

  /** What Firefox reported as errors in files of the extension. */
  async extensionErrors(): Promise<string[]> {
    await this.send('Marionette:SetContext', { value: 'chrome' });
    try {
      const { value } = (await this.send('WebDriver:ExecuteScript', {
        script: `return Services.console.getMessageArray().filter((m) => m instanceof Ci.nsIScriptError && m.sourceName.includes(arguments[0])).map((m) => m.errorMessage)`,
        args: [UUID],
      })) as { value: string[] };
      return value;
    } finally {
      await this.send('Marionette:SetContext', { value: 'content' });
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(late);
    this.#socket.destroy();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Messages are `LENGTH:JSON`; those with a number at their head answer a command. */
  #take(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(58);
      if (colon === -1) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const message = JSON.parse(this.#received.toString('utf8', colon + 1, end)) as unknown;
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message))
        this.#answer(message as [1, number, { error: string; message: string } | null, unknown]);
    }
  }

  #answer([, id, error, value]: [1, number, { error: string; message: string } | null, unknown]): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(value);
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function connected(port: number, child: ChildProcess): Promise<net.Socket> {
  const until = Date.now() + START;
  while (Date.now() < until && child.exitCode === null) {
    const socket = await new Promise<net.Socket | undefined>((resolve) => {
      const trying = net.connect(port, '127.0.0.1', () => resolve(trying));
      trying.once('error', () => resolve(undefined));
    });
    if (socket) return socket;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Firefox did not start');
}
