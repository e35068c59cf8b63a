import { startPage } from '../src/page/index.ts';

/** Registered by the background for the sites the user allowed, injected by the popup elsewhere. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  // WXT would post a message to the page at every start, which pages can see.
  noScriptStartedPostMessage: true,
  main: startPage,
});
