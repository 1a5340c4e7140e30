// Small courtesies of typesetting.

/** Keeps a dash with the word before it: a line never begins with one. */
export const holdDashes = (text: string): string => text.replace(/ ([–—])/g, '\u00a0$1');
