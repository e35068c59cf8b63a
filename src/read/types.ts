import type { Unread } from '../types.ts';

/** The text of a document, for the engine. */
export interface Document {
  /** Empty where the document holds none; then `unread` says why. */
  text: string;
  title?: string;
  /** Parts that hold no text to check. */
  unread: Unread[];
}

/** A file that cannot be read at all; the message names the cause and, where there is one, the place. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}
