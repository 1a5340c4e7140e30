// The areas of texts. English is the original: its keys type the other languages, so a missing text does not compile.
import type board from './board/en.ts';
import type common from './common/en.ts';
import type free from './free/en.ts';
import type join from './join/en.ts';
import type organiser from './organiser/en.ts';
import type together from './together/en.ts';
import type tools from './tools/en.ts';
import type versions from './versions/en.ts';
import type wall from './wall/en.ts';

export interface Areas {
  readonly board: typeof board;
  readonly common: typeof common;
  readonly free: typeof free;
  readonly join: typeof join;
  readonly organiser: typeof organiser;
  readonly versions: typeof versions;
  readonly together: typeof together;
  readonly tools: typeof tools;
  readonly wall: typeof wall;
}

/** The texts of an area in one language. Messages are ICU MessageFormat; a literal apostrophe is ’. */
export type Texts<A extends keyof Areas> = { readonly [Key in keyof Areas[A]]: string };
