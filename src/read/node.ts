/** What reading needs from Node. */
import { fileURLToPath } from 'node:url';
import type { ReadOptions } from './index.ts';

interface Resolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason: unknown) => void;
}

function withResolvers<T>(): Resolvers<T> {
  let resolve!: Resolvers<T>['resolve'];
  let reject!: Resolvers<T>['reject'];
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}

/** pdf.js needs it, and Node 20 has none. */
function addWithResolvers(): void {
  if ('withResolvers' in Promise) return;
  Object.defineProperty(Promise, 'withResolvers', { value: withResolvers, configurable: true, writable: true });
}

const PACKAGE = new URL('../../node_modules/pdfjs-dist/', import.meta.url);

/** pdf.js's build for Node; its worker runs in this thread. */
export const NODE: ReadOptions = {
  loadPdf: async () => {
    addWithResolvers();
    return {
      pdfjs: await import('pdfjs-dist/legacy/build/pdf.mjs'),
      files: {
        cMapUrl: fileURLToPath(new URL('cmaps/', PACKAGE)),
        standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', PACKAGE)),
      },
    };
  },
};
