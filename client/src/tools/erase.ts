// The eraser. What it touches fades, and goes to the bin as one step when it is lifted; with Alt it gives back what it touches.
import { binCards } from '@masa/shared/board';
import { inset, type Point, union } from '@masa/shared/core';
import { hits, isLocked, type PlacedObject } from '@masa/shared/objects';
import { pinching } from './panning.ts';
import { standby } from './pressing.ts';
import { createMachine, type Down, type State, type Tool, type ToolHost } from './tool.ts';

/** How far the eraser reaches around its point, px. */
const REACH_PX = 8;

/** Conversations are not rubbed out in passing, locked objects not at all. */
const mayGo = ({ record }: PlacedObject): boolean => !record.inert && !isLocked(record) && record.type !== 'comment';

/** Ids of what a way across the board touches. */
function touched({ editor }: ToolHost, way: readonly Point[]): readonly string[] {
  const reach = REACH_PX / editor.camera.view.get().zoom;
  const around = union(way.map((point) => ({ ...point, w: 0, h: 0 })));
  if (!around) return [];
  const near = editor.records.free().within(inset(around, -reach)).filter(mayGo);
  return near.filter((placed) => way.some((point) => hits(placed, point, reach))).map(({ id }) => id);
}

/** The points of a way with no gap wider than `step`. */
function filled(way: readonly Point[], step: number): readonly Point[] {
  const [first] = way;
  if (!first) return [];
  const points = [first];
  for (const [at, to] of way.slice(1).entries()) {
    const from = way[at] ?? to;
    const parts = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step));
    for (let part = 1; part <= parts; part += 1) {
      points.push({ x: from.x + ((to.x - from.x) * part) / parts, y: from.y + ((to.y - from.y) * part) / parts });
    }
  }
  return points;
}

export function erasing(host: ToolHost, down: Down, to: () => State): State {
  const { editor } = host;
  const { gestures, camera } = editor;
  let ids: ReadonlySet<string> = new Set();
  let at: Point = down.at;

  const pass = (way: readonly Point[], givesBack: boolean): void => {
    const found = touched(host, filled(way, REACH_PX / camera.view.get().zoom));
    const next = new Set(ids);
    for (const id of found) {
      if (givesBack) next.delete(id);
      else next.add(id);
    }
    if (next.size === ids.size) return;
    ids = next;
    gestures.own.set({ kind: 'erase', ids });
  };
  gestures.own.set({ kind: 'erase', ids });
  pass([down.at], down.modifiers.alt);

  return {
    name: 'erasing',
    on(input) {
      if (editor.readOnly.get() !== null || input.do === 'cancel') return to();
      if (input.do === 'pinch') return pinching(host, to, input);
      if (input.do === 'move') {
        pass([at, ...input.points], input.modifiers.alt);
        at = input.at;
      }
      if (input.do !== 'up') return undefined;
      gestures.own.set(null);
      editor.perform(binCards(editor.board(), ids, editor.context()));
      return to();
    },
    leave: () => gestures.own.set(null),
  };
}

export function createEraseTool(host: ToolHost): Tool {
  const idle = standby(host, { cursor: 'crosshair', isStroke: true, press: (down) => erasing(host, down, () => idle) });
  return createMachine('eraser', idle);
}
