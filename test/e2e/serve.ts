/** Serves the page fixtures, and what tests add, on this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';

const PAGES = path.resolve(import.meta.dirname, '../fixtures/pages');
const MODULES = path.resolve(import.meta.dirname, '../../node_modules');
/** Components that pages of their kind are made of, at `/-/NAME`. */
const LIBRARIES: Record<string, string> = {
  'vue.js': 'vue/dist/vue.global.prod.js',
  'vant.js': 'vant/lib/vant.min.js',
  'vant.css': 'vant/lib/index.css',
  'react.js': 'react/umd/react.production.min.js',
  'react-dom.js': 'react-dom/umd/react-dom.production.min.js',
  'antd-mobile.js': 'antd-mobile/bundle/antd-mobile.umd.js',
  'antd-mobile.css': 'antd-mobile/bundle/style.css',
  'antd-mobile-2.js': 'antd-mobile-v2/dist/antd-mobile.min.js',
  'antd-mobile-2.css': 'antd-mobile-v2/dist/antd-mobile.min.css',
  'vue-2.js': 'vue2/dist/vue.min.js',
  'mint-ui.js': 'mint-ui/lib/index.js',
  'mint-ui.css': 'mint-ui/lib/style.min.css',
  'layui.js': 'layui/dist/layui.js',
  'layui.css': 'layui/dist/css/layui.css',
  'pdf.mjs': 'pdfjs-dist/build/pdf.min.mjs',
  'pdf.worker.mjs': 'pdfjs-dist/build/pdf.worker.min.mjs',
  'pdf_viewer.mjs': 'pdfjs-dist/web/pdf_viewer.mjs',
  'pdf_viewer.css': 'pdfjs-dist/web/pdf_viewer.css',
  'UniGB-UCS2-H.bcmap': 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap',
  'Adobe-GB1-UCS2.bcmap': 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap',
};
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.pdf': 'application/pdf',
  '.bcmap': 'application/octet-stream',
  '.txt': 'text/plain',
  '.zip': 'application/zip',
};
/** How `/-/slow/…` keeps its visitors waiting, in ms, and how large `/-/large` is, in bytes. */
const SLOW = 30_000;
const LARGE = 6_000_000;

export interface Site {
  /** "http://localhost:1234" */
  origin: string;
  /** Adds a page made by a test. */
  add(address: string, html: string): void;
  close(): Promise<void>;
}

/**
 * `/NAME/` is `test/fixtures/pages/NAME/source.html`, `/NAME/FILE` a file beside it, `/-/NAME` a library. Answers that a file
 * cannot give: `/-/moved/PATH` redirects to `/PATH`, `/-/elsewhere/PATH` to `/PATH` on another origin of this server,
 * `/-/loop` to itself, `/-/status/CODE` fails, `/-/slow/PATH` comes after 30 s, `/-/large` has 6 MB. Listens on a free port.
 *
 * @param script put at the head of every page, before the page's own
 */
export async function serve(script?: string): Promise<Site> {
  const added = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (answered(request, response, pathname)) return;
    void pageAt(pathname, added).then((body) => {
      const type = TYPES[path.extname(pathname)] ?? 'text/html';
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
      });
      const content = body ?? 'not found';
      response.end(script && type === 'text/html' ? withScript(String(content), script) : content);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://localhost:${address.port}`,
    add: (at, html) => void added.set(at, html),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Gives the answers that are no file; `false` where the address is none of theirs. */
function answered(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
  const [, kind, rest = ''] = /^\/-\/(moved|elsewhere|loop|status|slow|large)(?:\/(.*))?$/.exec(pathname) ?? [];
  if (!kind) return false;
  const to = (location: string) => response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  const host = request.headers.host ?? '';
  if (kind === 'moved') to(`/${rest}`);
  else if (kind === 'elsewhere') to(`http://${host.replace(/^localhost|^127\.0\.0\.1/, otherName)}/${rest}`);
  else if (kind === 'loop') to(pathname);
  else if (kind === 'status') response.writeHead(Number(rest), { 'content-type': 'text/html' }).end('<p>出错了</p>');
  else if (kind === 'large') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('甲方应当按期还款。'.repeat(Math.ceil(LARGE / 27)));
  } else {
    const timer = setTimeout(() => to(`/${rest}`), SLOW);
    response.on('close', () => clearTimeout(timer));
  }
  return true;
}

/** The other name of this machine: another origin to browsers, the same server to us. */
function otherName(name: string): string {
  return name === 'localhost' ? '127.0.0.1' : 'localhost';
}

function withScript(html: string, script: string): string {
  return html.replace(/<meta charset="utf-8" ?\/?>/, (meta) => `${meta}<script>${script}</script>`);
}

async function pageAt(pathname: string, added: Map<string, string>): Promise<string | Uint8Array | undefined> {
  const own = added.get(pathname);
  if (own !== undefined) return own;
  const library = pathname.startsWith('/-/') ? LIBRARIES[pathname.slice(3)] : undefined;
  if (library) return readFile(path.join(MODULES, library));
  const file = path.join(PAGES, pathname.endsWith('/') ? `${pathname}source.html` : pathname);
  if (!file.startsWith(PAGES + path.sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
