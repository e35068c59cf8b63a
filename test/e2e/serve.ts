/** Serves the page fixtures, and what tests add, on this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
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
};

export interface Site {
  /** "http://localhost:1234" */
  origin: string;
  /** Adds a page made by a test. */
  add(address: string, html: string): void;
  close(): Promise<void>;
}

/** `/NAME/` is `test/fixtures/pages/NAME/source.html`, `/NAME/FILE` a file beside it, `/-/NAME` a library. Listens on a free port. */
export async function serve(): Promise<Site> {
  const added = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void pageAt(pathname, added).then((body) => {
      const type = TYPES[path.extname(pathname)] ?? 'text/html';
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
      });
      response.end(body ?? 'not found');
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

async function pageAt(pathname: string, added: Map<string, string>): Promise<string | Uint8Array | undefined> {
  const own = added.get(pathname);
  if (own !== undefined) return own;
  const library = pathname.startsWith('/-/') ? LIBRARIES[pathname.slice(3)] : undefined;
  if (library) return readFile(path.join(MODULES, library));
  const file = path.join(PAGES, pathname.endsWith('/') ? `${pathname}source.html` : pathname);
  if (!file.startsWith(PAGES + path.sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
