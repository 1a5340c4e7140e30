// What tools make, before it exists: how large, with which looks, and as a record that can be painted already.
import { typeOf } from '@masa/shared/board';
import type { Box, Point } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { type FreeType, freePlace, lineHeightOf, type NewObject, NOTE_SIDE, STAMP_SIDE, TEXT_MIN, TEXT_PADDING, topKey } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import type { NextLooks } from '../editor/toolbox.ts';

interface Size {
  readonly w: number;
  readonly h: number;
}

/** What a click makes, board units. */
const SIZES = { note: { w: NOTE_SIDE, h: NOTE_SIDE }, frame: { w: 800, h: 600 }, stamp: { w: STAMP_SIDE, h: STAMP_SIDE } } as const;
/** Shapes that look like nothing when they are stretched. */
const EVEN_SIDED = ['triangle', 'star'];

export type Placeable = 'note' | 'shape' | 'frame' | 'stamp';

export function sizeOf(type: Placeable, next: NextLooks): Size {
  if (type !== 'shape') return SIZES[type];
  return EVEN_SIDED.includes(next.shape) ? { w: 160, h: 160 } : { w: 200, h: 120 };
}

export const boxAround = ({ x, y }: Point, { w, h }: Size): Box => ({ x: x - w / 2, y: y - h / 2, w, h });

/** How an object of a type will look, from what was chosen last. */
export function looksFor(type: Placeable | 'text' | 'connector', next: NextLooks): Readonly<Record<string, unknown>> {
  switch (type) {
    case 'note':
      return { colour: next.noteColour, fontSize: next.fontSize };
    case 'text':
      return { fontSize: next.fontSize };
    case 'shape':
      return { shape: next.shape, colour: next.colour, fill: next.fill, stroke: next.stroke, dash: next.dash, fontSize: next.fontSize };
    case 'connector':
      return {
        colour: next.lineColour,
        route: next.route,
        startHead: next.startHead,
        endHead: next.endHead,
        stroke: next.stroke,
        dash: next.dash,
      };
    case 'stamp':
      return { sign: next.sign };
    case 'frame':
      return {};
  }
}

/** An object as a tool makes it. */
export const newObject = (type: Placeable, box: Box, next: NextLooks): NewObject => ({ type, place: freePlace(box), looks: looksFor(type, next) });

/** The top left corner of a text whose first line begins where somebody clicked. */
export const firstLineAt = ({ x, y }: Point, next: NextLooks): Point => ({
  x: x - TEXT_PADDING,
  y: y - TEXT_PADDING - lineHeightOf(next.fontSize) / 2,
});

/** A text with its top left corner at a point; given a width, its lines break at it. */
export function newText({ x, y }: Point, next: NextLooks, width?: number): NewObject {
  const h = lineHeightOf(next.fontSize) + 2 * TEXT_PADDING;
  const place = freePlace({ x, y, w: Math.max(width ?? 0, TEXT_MIN), h });
  return { type: 'text', place, looks: { ...looksFor('text', next), ...(width === undefined ? {} : { isWide: true }) } };
}

/** An object that does not exist, as its record would be. */
export function recordOf(
  editor: Editor,
  { id = 'preview', type, place, text = '', looks = {} }: NewObject & { readonly type: FreeType },
): BoardRecord {
  const known = typeOf(editor.kind, type);
  const fields = Object.fromEntries(
    Object.entries({ ...known?.looks, ...known?.facets }).map(([name, facet]) => {
      const parsed = Object.hasOwn(looks, name) ? facet.parse(looks[name]) : undefined;
      return [name, parsed?.ok ? parsed.value : facet.fallback];
    }),
  );
  const { author, now } = editor.context();
  return {
    id,
    type,
    place,
    text,
    author,
    created: now,
    gone: null,
    moved: null,
    origin: { how: 'typed', board: '', object: '' },
    notes: '',
    tags: [],
    sensitive: false,
    starred: false,
    lock: null,
    z: topKey(editor.board()),
    groups: [],
    fields,
    inert: false,
    issues: [],
  };
}
