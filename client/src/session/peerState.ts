// What one screen says of itself over awareness, and how that is read: other people's states are parsed like everything from other
// machines. Name, library, colour and role in `person` are stamped by the server, never by clients.
import type { Target } from '@masa/shared/board';
import { type Box, cleanLine, isId, isRecord, LIMITS, type Point } from '@masa/shared/core';
import type { Drag, LiveInk, Peer, Transform } from '../editor/gestures.ts';

/** Ids one state may name: the whole of it must stay under `LIMITS.awarenessBytes`. */
export const IDS_MAX = 40;

/** Points of a stroke in progress that travel at once: what came in the last second or so; who has seen the earlier ones keeps them. */
export const INK_POINTS = 120;

/** What this person's screen says of itself. Distances and points are whole board units. */
export interface OwnPresence {
  readonly cursor: Point | null;
  readonly selected: readonly string[];
  readonly drag: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number; readonly target: Target | null } | null;
  readonly writing: { readonly card: string | null; readonly cell: string | null } | null;
  readonly transform?: Pick<Transform, 'how' | 'ids' | 'turn'> & { readonly from: Corners; readonly to: Corners };
  /** The newest points of a stroke, flat x, y, pressure as whole numbers; `at` is the index of the first. */
  readonly ink?: Omit<LiveInk, 'kind' | 'points'> & { readonly at: number; readonly points: readonly number[] };
  /** Only while somebody follows: a screen that scrolls would else be told to everybody. */
  readonly view?: Corners;
  /** The person whose screen this one follows. */
  readonly following?: string;
  readonly ping?: NonNullable<Peer['ping']>;
}

/** x, y, width, height in whole board units. */
export type Corners = readonly [number, number, number, number];

export const cornersOf = ({ x, y, w, h }: Box): Corners => [Math.round(x), Math.round(y), Math.round(w), Math.round(h)];

/** Further from the origin than any board reaches, board units. */
const FAR = 1e7;

const isFar = (value: unknown): boolean => typeof value !== 'number' || !(Math.abs(value) <= FAR);

function boxOf(value: unknown): Box | null {
  if (!Array.isArray(value) || value.length !== 4 || value.some(isFar)) return null;
  const [x, y, w, h] = value as [number, number, number, number];
  return { x, y, w: Math.max(0, w), h: Math.max(0, h) };
}

/** A part of the board of no size is no view. */
function viewOf(value: unknown): Box | null {
  const box = boxOf(value);
  return box && box.w > 0 && box.h > 0 ? box : null;
}

function transformOf(value: unknown): Transform | null {
  if (!isRecord(value) || (value.how !== 'move' && value.how !== 'resize' && value.how !== 'rotate') || isFar(value.turn)) return null;
  const [from, to, led] = [boxOf(value.from), boxOf(value.to), ids(value.ids)];
  return from && to && led.length > 0 ? { kind: 'transform', how: value.how, ids: led, from, to, turn: value.turn as number, guides: [] } : null;
}

export interface InkPart {
  readonly ink: LiveInk;
  /** Index of its first point in the stroke. */
  readonly at: number;
}

export function inkPartOf(value: unknown): InkPart | null {
  if (!isRecord(value) || !isId(value.id) || !Array.isArray(value.points) || value.points.length > 3 * INK_POINTS) return null;
  const { at } = value;
  if (value.points.length % 3 !== 0 || value.points.some(isFar) || typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return null;
  const points = (value.points as number[]).map((each, index) => (index % 3 === 2 ? each / 100 : each));
  const pen = value.pen === 'highlighter' ? 'highlighter' : 'pen';
  return { ink: { kind: 'ink', id: value.id, points, pen, colour: name(value.colour), stroke: name(value.stroke) }, at };
}

function pingOf(value: unknown): Peer['ping'] {
  const at = point(value);
  return at && isRecord(value) && Number.isSafeInteger(value.count) ? { ...at, count: value.count as number } : null;
}

const point = (value: unknown): Point | null =>
  isRecord(value) && typeof value.x === 'number' && typeof value.y === 'number' && Math.abs(value.x) < 1e6 && Math.abs(value.y) < 1e6
    ? { x: value.x, y: value.y }
    : null;

const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value.slice(0, IDS_MAX).filter(isId) : []);

function drag(value: unknown): Drag | null {
  if (!isRecord(value)) return null;
  const by = point({ x: value.dx, y: value.dy });
  const carried = ids(value.ids);
  if (!by || carried.length === 0) return null;
  const to = isRecord(value.target) && isId(value.target.cell) && Number.isSafeInteger(value.target.index) ? value.target : undefined;
  return { kind: 'drag', ids: carried, dx: by.x, dy: by.y, target: to ? { cell: to.cell as string, index: to.index as number } : null };
}

const name = (value: unknown): string => (typeof value === 'string' ? cleanLine(value).slice(0, LIMITS.titleMax) : '');

/** Reads what another screen says. Undefined where the server has not stamped a person into it. */
export function parsePeer(client: number, state: unknown): Peer | undefined {
  if (!isRecord(state) || !isRecord(state.person) || !isId(state.person.id)) return undefined;
  const { person, writing } = state;
  return {
    client,
    person: { id: person.id as string, name: name(person.name), library: name(person.library), colour: name(person.colour), role: name(person.role) },
    cursor: point(state.cursor),
    selected: ids(state.selected),
    drag: drag(state.drag),
    transform: transformOf(state.transform),
    ink: inkPartOf(state.ink)?.ink ?? null,
    view: viewOf(state.view),
    following: isId(state.following) ? state.following : null,
    ping: pingOf(state.ping),
    writing: isRecord(writing) ? { card: isId(writing.card) ? writing.card : null, cell: isId(writing.cell) ? writing.cell : null } : null,
  };
}
