/**
 * Weights as the bytes of one number, so that what is looked up once is four weights, and two sums grow by one addition: the
 * first and the third byte go into one number, the second and the fourth into another, and each has 16 bits to grow there.
 */

/** Weights in a number. */
export const IN_NUMBER = 4;
/** What is added to a weight to make it a byte without a sign. */
export const RAISED = 128;
/** The first and the third byte of a number. */
export const EVERY_OTHER = 0x00ff00ff;
/** Additions after which 16 bits may be full. */
export const ADDITIONS = 256;

/** Flips the bits that raise all four weights of a number. */
export const RAISE_ALL = 0x80808080 | 0;
