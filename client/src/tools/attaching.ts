// Where an arrow's end goes: to an object as a whole, to a place on its rim, or to a place on the paper.
import { typeOf } from '@masa/shared/board';
import { type Placed, type Point, partAt, pointAt } from '@masa/shared/core';
import type { End } from '@masa/shared/objects';
import type { Aim, ToolHost } from './tool.ts';

/** So near to its rim an object is taken at that place, px; further in, as a whole. Never more than this part of its sides. */
const RIM_PX = 16;
const RIM_SHARE = 0.25;
/** So near to the middle of a side it is the middle that is meant, px. */
const MIDDLE_PX = 14;
/** How far a thin object may be missed by, px. */
const REACH_PX = 6;

const WHOLE: readonly [number, number] = [0.5, 0.5];
const tidy = (part: number): number => Math.round(part * 1e4) / 1e4;

/** The place on an object, in parts of its sides, that a point over it means. */
function anchorOn(placed: Placed, at: Point, zoom: number): readonly [number, number] {
  const { w, h } = placed.box;
  const { x: u, y: v } = partAt(placed, at);
  const [toSide, toEnd] = [Math.min(u, 1 - u) * w, Math.min(v, 1 - v) * h];
  const [rimX, rimY] = [Math.min(RIM_PX / zoom, w * RIM_SHARE), Math.min(RIM_PX / zoom, h * RIM_SHARE)];
  if (toSide > rimX && toEnd > rimY) return WHOLE;
  const toMiddle = (part: number, length: number): number => (Math.abs(part - 0.5) * length <= MIDDLE_PX / zoom ? 0.5 : tidy(part));
  // The nearer rim, measured by how deep into its zone the point lies.
  return toSide * rimY <= toEnd * rimX ? [u < 0.5 ? 0 : 1, toMiddle(v, h)] : [toMiddle(u, w), v < 0.5 ? 0 : 1];
}

interface Attachment {
  readonly end: End;
  /** What it is attached to; null = the paper. */
  readonly aim: Aim | null;
}

/** What an end at a board point is attached to. @param other the object at the arrow's other end, to which it never leads back. */
export function attachmentAt(host: ToolHost, at: Point, other = ''): Attachment {
  const { editor } = host;
  const { zoom } = editor.camera.view.get();
  const mayHold = (type: string): boolean => typeOf(editor.kind, type)?.can.connect ?? false;
  const free = editor.records.free().at(at, REACH_PX / zoom, ({ id, record }) => id !== other && !record.inert && mayHold(record.type));
  const card = free ? null : host.hit(at).card;
  const over = free ?? (card && card.id !== other && mayHold(editor.records.projection.get(card.id)?.type ?? '') ? { ...card, rot: 0 } : null);
  if (!over) return { end: { on: '', at: [Math.round(at.x * 10) / 10, Math.round(at.y * 10) / 10] }, aim: null };
  const part = anchorOn(over, at, zoom);
  return { end: { on: over.id, at: part }, aim: { id: over.id, at: pointAt(over, { x: part[0], y: part[1] }) } };
}

/** Where an end is attached now, for showing it. */
export function endPoint(host: ToolHost, { on, at }: End): Point | undefined {
  if (on === '') return { x: at[0], y: at[1] };
  const { records } = host.editor;
  const card = records.placement().cards.get(on);
  const placed = records.free().get(on) ?? (card && { box: card.box, rot: 0 });
  return placed && pointAt(placed, { x: at[0], y: at[1] });
}
