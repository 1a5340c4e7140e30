// The areas of texts. English is the original: its keys type the other languages, so a missing text does not compile.
import type board from './board/en.ts';
import type boards from './boards/en.ts';
import type canvases from './canvases/en.ts';
import type common from './common/en.ts';
import type designer from './designer/en.ts';
import type free from './free/en.ts';
import type join from './join/en.ts';
import type market from './market/en.ts';
import type organiser from './organiser/en.ts';
import type risk from './risk/en.ts';
import type rounds from './rounds/en.ts';
import type sheet from './sheet/en.ts';
import type stage from './stage/en.ts';
import type thread from './thread/en.ts';
import type together from './together/en.ts';
import type tools from './tools/en.ts';
import type versions from './versions/en.ts';
import type wall from './wall/en.ts';

export interface Areas {
  readonly board: typeof board;
  readonly boards: typeof boards;
  readonly canvases: typeof canvases;
  readonly common: typeof common;
  readonly designer: typeof designer;
  readonly free: typeof free;
  readonly join: typeof join;
  readonly market: typeof market;
  readonly organiser: typeof organiser;
  readonly rounds: typeof rounds;
  readonly sheet: typeof sheet;
  readonly versions: typeof versions;
  readonly thread: typeof thread;
  readonly risk: typeof risk;
  readonly stage: typeof stage;
  readonly together: typeof together;
  readonly tools: typeof tools;
  readonly wall: typeof wall;
}

/** The texts of an area in one language. Messages are ICU MessageFormat; a literal apostrophe is ’. */
export type Texts<A extends keyof Areas> = { readonly [Key in keyof Areas[A]]: string };
