/** The source of a regular expression that matches these words and nothing else. */
export const literal = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
