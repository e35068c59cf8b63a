/** pdf.js in the background. A service worker may neither import at run time nor start workers: all of it is in the bundle. */
import browser from 'webextension-polyfill';
import type { PdfLibrary } from '../read/pdf.ts';

/** Its code is run when the first PDF comes. Loading the worker's part sets `globalThis.pdfjsWorker`, so it runs in this thread. */
export async function loadPdf(): Promise<PdfLibrary> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return {
    pdfjs: await import('pdfjs-dist/legacy/build/pdf.mjs'),
    // Fetched by what would be the worker: the other side looks for a document. Text needs no standard fonts.
    files: { cMapUrl: browser.runtime.getURL('/cmaps/'), useWorkerFetch: true },
  };
}
