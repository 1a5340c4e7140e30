// Stands in for lib0/logging in the built client. Yjs reports a handful of rare mistakes through it, in colours; the coloured printing brings
// a schema library and a random generator along. Here the same sentences go to the console, plain.

const mark = Symbol('style');
export const BOLD = mark;
export const UNBOLD = mark;
export const RED = mark;
export const ORANGE = mark;

const words = (parts: readonly unknown[]): readonly unknown[] => parts.filter((part) => part !== mark);

export const print = (...parts: readonly unknown[]): void => console.info(...words(parts));
export const warn = (...parts: readonly unknown[]): void => console.warn(...words(parts));
