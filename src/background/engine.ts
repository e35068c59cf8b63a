/** The one engine of the extension: started when first needed, gone when the browser ends the worker, started again. */
import type { Engine } from '../engine/index.ts';

export interface LazyEngine {
  /** The engine, started if need be. Rejects when it cannot start; the next call tries again. */
  get(): Promise<Engine>;
}

/** Wraps `start` (fetches WebAssembly, builds dictionaries) so that it runs once, and again only after it failed. */
export function lazyEngine(start: () => Promise<Engine>): LazyEngine {
  let engine: Promise<Engine> | undefined;
  return {
    get() {
      engine ??= start().catch((error: unknown) => {
        engine = undefined;
        throw error;
      });
      return engine;
    },
  };
}
