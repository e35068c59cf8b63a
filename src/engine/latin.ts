/** Units of normalised text, which is in lower case. */

export const isLatinLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Of a Latin word or an Arabic number. */
export const isLatin = (unit: number): boolean => isLatinLetter(unit) || (unit >= 0x30 && unit <= 0x39);
