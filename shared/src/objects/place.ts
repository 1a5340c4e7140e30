// Where an object of the free layer lies and how its text is set: pure, from its record, the font and what it is attached to. Board,
// miniatures, exports and server pictures all place objects with this, so that they look the same everywhere.
import type { Typesetting } from '../board/index.ts';
import {
  type Box,
  bounds,
  inset,
  type Measure,
  type Placed,
  type Point,
  pointAt,
  type Route,
  type RouteEnd,
  route,
  union,
  wrap,
} from '../core/index.ts';
import { type BoardRecord, isCellPlace } from '../document/index.ts';
import { cornersOf } from './corners.ts';
import {
  connectorLooks,
  type End,
  FONT_SIZES,
  type FontSize,
  HIGHLIGHTER_WIDTHS,
  inkLooks,
  lineHeightOf,
  noteLooks,
  PEN_WIDTHS,
  STROKES,
  shapeLooks,
  textLooks,
} from './looks.ts';

/** A text in lines. The box is where its lines stand, in board units from the object's top left corner before it is turned. */
export interface SetText {
  readonly lines: readonly string[];
  readonly size: number;
  readonly lineHeight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly box: Box;
}

/** Where something lies that arrows lead to. */
export interface Anchorage extends Placed {
  /** The record of an object of the free layer; absent for a card in a cell. */
  readonly record?: BoardRecord;
}

export interface PlacedObject extends Placed {
  readonly id: string;
  readonly record: BoardRecord;
  /** Before it is turned; at least as high as its text needs. */
  readonly box: Box;
  /** Degrees clockwise about the box's centre. */
  readonly rot: number;
  /** Everything of it that can be seen, turned, with strokes and heads. */
  readonly bounds: Box;
  readonly text: SetText | null;
  /** A connector's way. */
  readonly route: Route | null;
}

export interface Surroundings {
  readonly measure: Typesetting;
  /** Where an object lies that something is attached to: free, or a card in a cell. */
  placed(id: string): Anchorage | undefined;
}

export const NOTE_SIDE = 200;
export const NOTE_PADDING = 16;
export const SHAPE_PADDING = 12;
export const TEXT_PADDING = 4;
/** A text of its own is no narrower than this, so that it can be taken. */
export const TEXT_MIN = 24;
export const LABEL_WIDTH = 220;
export const STAMP_SIDE = 48;
export const COMMENT_SIDE = 40;

/** Widths at a font size; scaled from the board's own size where nobody measures that size itself. */
export function measureAt({ text, at }: Typesetting, size: number): Measure {
  if (at) return at(size);
  const scale = size / FONT_SIZES.m;
  return (piece) => text(piece) * scale;
}

const setLines = (lines: readonly string[], size: FontSize, align: SetText['align'], box: Box): SetText => ({
  lines,
  size: FONT_SIZES[size],
  lineHeight: lineHeightOf(size),
  align,
  box,
});

const boxOf = ({ place }: BoardRecord): Box =>
  isCellPlace(place) ? { x: 0, y: 0, w: NOTE_SIDE, h: NOTE_SIDE } : { x: place.box[0], y: place.box[1], w: place.box[2], h: place.box[3] };

/** Part of a shape's width and height in which its text stands. */
const ROOM: Readonly<Record<string, readonly [number, number]>> = {
  ellipse: [0.72, 0.72],
  diamond: [0.56, 0.56],
  triangle: [0.5, 0.5],
  hexagon: [0.76, 1],
  star: [0.5, 0.5],
  speech: [1, 0.82],
};

/** Where a shape's text box begins, as a part of what its room leaves free: 0 above, 1 below. */
const DOWN: Readonly<Record<string, number>> = { triangle: 1, speech: 0, star: 0.56 };

interface Set {
  readonly box: Box;
  readonly text: SetText | null;
}

function setNote(record: BoardRecord, box: Box, measure: Typesetting): Set {
  const { fontSize } = noteLooks(record);
  const lines = wrap(record.text, Math.max(1, box.w - 2 * NOTE_PADDING), measureAt(measure, FONT_SIZES[fontSize]));
  const high = lines.length * lineHeightOf(fontSize);
  const grown = { ...box, h: Math.max(box.h, high + 2 * NOTE_PADDING) };
  return {
    box: grown,
    text: setLines(lines, fontSize, 'left', { x: NOTE_PADDING, y: NOTE_PADDING, w: Math.max(1, box.w - 2 * NOTE_PADDING), h: high }),
  };
}

function setText(record: BoardRecord, box: Box, measure: Typesetting): Set {
  const { fontSize, align, isWide } = textLooks(record);
  const widths = measureAt(measure, FONT_SIZES[fontSize]);
  const lines = isWide ? wrap(record.text, Math.max(1, box.w - 2 * TEXT_PADDING), widths) : record.text.split('\n');
  const own = Math.max(TEXT_MIN, ...lines.map((line) => Math.ceil(widths(line)) + 1)) + 2 * TEXT_PADDING;
  const w = isWide ? box.w : own;
  const high = lines.length * lineHeightOf(fontSize);
  return {
    box: { ...box, w, h: high + 2 * TEXT_PADDING },
    text: setLines(lines, fontSize, align, { x: TEXT_PADDING, y: TEXT_PADDING, w: w - 2 * TEXT_PADDING, h: high }),
  };
}

function setShape(record: BoardRecord, box: Box, measure: Typesetting): Set {
  const { shape, fontSize, align } = shapeLooks(record);
  const [across, along] = ROOM[shape] ?? [1, 1];
  const room = Math.max(1, box.w * across - 2 * SHAPE_PADDING);
  if (record.text === '') return { box, text: null };
  const lines = wrap(record.text, room, measureAt(measure, FONT_SIZES[fontSize]));
  const high = lines.length * lineHeightOf(fontSize);
  const h = Math.max(box.h, (high + 2 * SHAPE_PADDING) / along);
  const free = h * (1 - along);
  const top = free * (DOWN[shape] ?? 0.5) + (h * along - high) / 2;
  return { box: { ...box, h }, text: setLines(lines, fontSize, align, { x: (box.w - room) / 2, y: top, w: room, h: high }) };
}

/** No line ends at another, nor at what people say: two that lead to each other would lie nowhere. Only documents of others have such ends. */
const mayHold = ({ type }: BoardRecord): boolean => type !== 'connector' && type !== 'comment' && type !== 'reply';

/** Where an end stands on the board, and what it is attached to. */
export function endOf(end: End, { placed }: Pick<Surroundings, 'placed'>, lost: Point): RouteEnd {
  if (end.on === '') return { at: { x: end.at[0], y: end.at[1] }, box: null };
  const held = placed(end.on);
  if (!held || (held.record && !mayHold(held.record))) return { at: lost, box: null };
  const { box, rot, record } = held;
  const corners = record?.type === 'shape' && !record.inert ? cornersOf(shapeLooks(record).shape, box.w, box.h) : undefined;
  return { at: pointAt(held, { x: end.at[0], y: end.at[1] }), box, rot, ...(corners ? { corners } : {}) };
}

function placeConnector(record: BoardRecord, around: Surroundings): PlacedObject {
  const { start, end, route: shape, stroke } = connectorLooks(record);
  const was = boxOf(record);
  const way = route(endOf(start, around, { x: was.x, y: was.y }), endOf(end, around, { x: was.x + was.w, y: was.y + was.h }), shape);
  const box = way.bounds;
  let text: SetText | null = null;
  if (record.text !== '') {
    const lines = wrap(record.text, LABEL_WIDTH, measureAt(around.measure, FONT_SIZES.m));
    const widths = measureAt(around.measure, FONT_SIZES.m);
    const wide = Math.min(LABEL_WIDTH, Math.max(...lines.map((line) => Math.ceil(widths(line)) + 1)));
    const high = lines.length * lineHeightOf('m');
    const middle = way.middle;
    text = setLines(lines, 'm', 'center', { x: middle.x - box.x - wide / 2, y: middle.y - box.y - high / 2, w: wide, h: high });
  }
  const label = text && inset({ ...text.box, x: text.box.x + box.x, y: text.box.y + box.y }, -4);
  const rim = inset(box, -(STROKES[stroke] * 4 + 6));
  return { id: record.id, record, box, rot: 0, bounds: (label && union([rim, label])) ?? rim, text, route: way };
}

/** How far a comment's pin reaches over the corner of what it is about. */
const PIN_IN = 12;

function placeComment(record: BoardRecord, around: Surroundings): PlacedObject {
  const on = record.fields.on as string;
  const held = on === '' ? undefined : around.placed(on);
  const own = boxOf(record);
  const box = held
    ? { x: held.box.x + held.box.w - PIN_IN, y: held.box.y - COMMENT_SIDE + PIN_IN, w: COMMENT_SIDE, h: COMMENT_SIDE }
    : { x: own.x, y: own.y, w: COMMENT_SIDE, h: COMMENT_SIDE };
  return { id: record.id, record, box, rot: 0, bounds: inset(box, -4), text: null, route: null };
}

/** How high a frame's title stands above it, board units. */
export const FRAME_TITLE = 34;
/** How high it stands at the smallest zoom at which it is read. */
const FRAME_TITLE_FAR = 160;

/** Places one object. Total: any record has a place. */
export function placeObject(record: BoardRecord, around: Surroundings): PlacedObject {
  if (record.inert) return simple(record, boxOf(record), 2);
  switch (record.type) {
    case 'connector':
      return placeConnector(record, around);
    case 'comment':
      return placeComment(record, around);
    case 'text':
      return written(record, setText(record, boxOf(record), around.measure), 1);
    case 'shape':
      return written(record, setShape(record, boxOf(record), around.measure), STROKES[shapeLooks(record).stroke]);
    case 'ink': {
      const { pen, stroke } = inkLooks(record);
      return simple(record, boxOf(record), (pen === 'pen' ? PEN_WIDTHS : HIGHLIGHTER_WIDTHS)[stroke]);
    }
    case 'frame': {
      const box = boxOf(record);
      // From afar a title keeps its size on screen and stands higher.
      const titled = { ...box, y: box.y - FRAME_TITLE_FAR, h: box.h + FRAME_TITLE_FAR };
      return { id: record.id, record, box, rot: 0, bounds: inset(titled, -3), text: null, route: null };
    }
    case 'image':
    case 'stamp':
    case 'reply':
      return simple(record, boxOf(record), 3);
    default:
      // Notes, and cards that lie in the free layer.
      return written(record, setNote(record, boxOf(record), around.measure), 8);
  }
}

const rotOf = ({ place }: BoardRecord): number => (isCellPlace(place) ? 0 : place.rot % 360);

function simple(record: BoardRecord, box: Box, rim: number): PlacedObject {
  const rot = rotOf(record);
  return { id: record.id, record, box, rot, bounds: bounds({ box: inset(box, -rim), rot }), text: null, route: null };
}

const written = (record: BoardRecord, { box, text }: Set, rim: number): PlacedObject => ({ ...simple(record, box, rim), text });
