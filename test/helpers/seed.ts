/**
 * Property tests try the same values on every machine, so that a failure seen once can be seen again.
 * `MINGTIAO_SEED=… npm run unit` tries others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.MINGTIAO_SEED ?? 20261121) });
