// What tools set on objects of the free layer: colours, sizes, ends, points. Each value is one facet, so that two people who change
// two of them both keep their change. Names only: which colour a name is, the client's tokens say.
import { fail, isId, isRecord, issue, LIMITS, ok, type Point } from '../core/index.ts';
import {
  type BoardRecord,
  COMMON,
  choiceFacet,
  type Facet,
  type Facets,
  flagFacet,
  idFacet,
  listFacet,
  orNull,
  type Stamp,
  type ValueOf,
} from '../document/index.ts';

export const COLOURS = ['yellow', 'orange', 'red', 'violet', 'blue', 'teal', 'green', 'grey', 'ink'] as const;
export type Colour = (typeof COLOURS)[number];

/** Font sizes in board units. */
export const FONT_SIZES = { s: 14, m: 18, l: 26, xl: 40 } as const;
export type FontSize = keyof typeof FONT_SIZES;

/** Line height as a part of the font size, as boards set text. */
export const LINE_HEIGHT = 25 / 18;
export const lineHeightOf = (size: FontSize): number => Math.round(FONT_SIZES[size] * LINE_HEIGHT);

/** Stroke widths in board units. */
export const STROKES = { thin: 1.5, medium: 3, thick: 6 } as const;
export type Stroke = keyof typeof STROKES;
/** The width of a pen's line, and of a highlighter's, in board units. */
export const PEN_WIDTHS = { thin: 4, medium: 7, thick: 12 } as const;
export const HIGHLIGHTER_WIDTHS = { thin: 14, medium: 22, thick: 34 } as const;

export const SHAPES = ['rectangle', 'rounded', 'ellipse', 'diamond', 'triangle', 'hexagon', 'star', 'speech'] as const;
export type ShapeName = (typeof SHAPES)[number];

export const HEADS = ['none', 'arrow', 'triangle', 'dot', 'bar'] as const;
export type Head = (typeof HEADS)[number];
export const ROUTE_SHAPES = ['straight', 'elbow', 'curve'] as const;
export const FILLS = ['none', 'soft', 'solid'] as const;
export const DASHES = ['solid', 'dashed', 'dotted'] as const;
export const ALIGNS = ['left', 'center', 'right'] as const;
export const SIGNS = ['like', 'heart', 'star', 'idea', 'question', 'done', 'worry', 'thanks'] as const;
export type Sign = (typeof SIGNS)[number];

/** Where a connector ends: at a place of an object, as parts of its width and height from its top left corner, or on the board. */
export interface End {
  /** Object id; empty = on no object. */
  readonly on: string;
  /** With `on`: [0…1, 0…1]; without: board units. */
  readonly at: readonly [number, number];
}

/** An uploaded picture: its id and its size in pixels. */
export interface Picture {
  readonly id: string;
  readonly w: number;
  readonly h: number;
}

const number = (value: unknown, low: number, high: number): value is number => typeof value === 'number' && value >= low && value <= high;
const pair = (value: unknown, low: number, high: number): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => number(each, low, high));

/** Board coordinates reach this far from the origin, as in places. */
const FAR = 1e7;

const endFacet: Facet<End> = {
  fallback: { on: '', at: [0, 0] },
  parse(value) {
    if (!isRecord(value)) return fail(issue('not-a-record'));
    const on = value.on;
    if (on === '' || on === undefined) return pair(value.at, -FAR, FAR) ? ok({ on: '', at: value.at }) : fail(issue('not-a-place'));
    return isId(on) && pair(value.at, 0, 1) ? ok({ on, at: value.at }) : fail(issue('not-a-place'));
  },
};

/** Flat x, y, pressure: tenths of a board unit, and per cent. */
const pointsFacet: Facet<readonly number[]> = {
  fallback: [],
  parse(value) {
    if (!Array.isArray(value) || value.length % 3 !== 0) return fail(issue('not-a-list'));
    if (value.length > 3 * LIMITS.inkPointsMax) return fail(issue('too-many'));
    return value.every((each) => Number.isSafeInteger(each) && Math.abs(each) <= FAR * 10) ? ok(value as number[]) : fail(issue('not-in-range'));
  },
};

const sizeFacet: Facet<readonly [number, number]> = {
  fallback: [1, 1],
  parse: (value) => (pair(value, 0, FAR) ? ok([Math.max(value[0], 0.1), Math.max(value[1], 0.1)]) : fail(issue('not-in-range'))),
};

const pictureFacet: Facet<Picture | null> = orNull<Picture>({
  fallback: { id: '', w: 1, h: 1 },
  parse(value) {
    if (!isRecord(value) || !isId(value.id) || !number(value.w, 1, 1e5) || !number(value.h, 1, 1e5)) return fail(issue('not-a-picture'));
    return ok({ id: value.id, w: value.w, h: value.h });
  },
});

const onFacet: Facet<string> = { fallback: '', parse: (value) => (value === '' || isId(value) ? ok(value) : fail(issue('not-an-id'))) };

const withFallback = <V>(facet: Facet<V>, fallback: V): Facet<V> => ({ ...facet, fallback });
const colour = (fallback: Colour): Facet<Colour> => withFallback(choiceFacet(COLOURS), fallback);
const fontSize = (fallback: FontSize): Facet<FontSize> => withFallback(choiceFacet(['s', 'm', 'l', 'xl'] as const), fallback);
const strokeFacet = (fallback: Stroke): Facet<Stroke> => withFallback(choiceFacet(['thin', 'medium', 'thick'] as const), fallback);

export const NOTE_LOOKS = { colour: colour('yellow'), fontSize: fontSize('m') } as const;

export const TEXT_LOOKS = { colour: colour('ink'), fontSize: fontSize('l'), align: choiceFacet(ALIGNS), isWide: flagFacet } as const;

export const SHAPE_LOOKS = {
  shape: choiceFacet(SHAPES),
  colour: colour('blue'),
  fill: withFallback(choiceFacet(FILLS), 'soft'),
  stroke: strokeFacet('medium'),
  dash: choiceFacet(DASHES),
  fontSize: fontSize('m'),
  align: withFallback(choiceFacet(ALIGNS), 'center'),
} as const;

export const CONNECTOR_LOOKS = {
  start: endFacet,
  end: endFacet,
  route: withFallback(choiceFacet(ROUTE_SHAPES), 'straight'),
  startHead: choiceFacet(HEADS),
  endHead: withFallback(choiceFacet(HEADS), 'arrow'),
  colour: colour('ink'),
  stroke: strokeFacet('medium'),
  dash: choiceFacet(DASHES),
} as const;

export const INK_LOOKS = {
  points: pointsFacet,
  base: sizeFacet,
  pen: choiceFacet(['pen', 'highlighter'] as const),
  colour: colour('ink'),
  stroke: strokeFacet('medium'),
} as const;

export const IMAGE_LOOKS = { image: pictureFacet } as const;
export const FRAME_LOOKS = { colour: colour('grey') } as const;
export const STAMP_LOOKS = { sign: choiceFacet(SIGNS) } as const;

const mentions = listFacet(idFacet, LIMITS.mentionsMax);
export const COMMENT_LOOKS = { on: onFacet, resolved: COMMON.moved as Facet<Stamp | null>, mentions } as const;
export const REPLY_LOOKS = { of: onFacet, mentions } as const;

export type LooksOf<F extends Facets> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** An object's looks, typed. Only for a record of the type the looks are of: its facets were parsed by these. */
const looks =
  <F extends Facets>(_of: F) =>
  (record: BoardRecord): LooksOf<F> =>
    record.fields as LooksOf<F>;

export const noteLooks = looks(NOTE_LOOKS);
export const textLooks = looks(TEXT_LOOKS);
export const shapeLooks = looks(SHAPE_LOOKS);
export const connectorLooks = looks(CONNECTOR_LOOKS);
export const inkLooks = looks(INK_LOOKS);
export const imageLooks = looks(IMAGE_LOOKS);
export const frameLooks = looks(FRAME_LOOKS);
export const stampLooks = looks(STAMP_LOOKS);
export const commentLooks = looks(COMMENT_LOOKS);
export const replyLooks = looks(REPLY_LOOKS);

export const pointOf = ([x, y]: readonly [number, number]): Point => ({ x, y });
