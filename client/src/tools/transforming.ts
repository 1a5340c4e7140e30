// Objects of the free layer in the hand: moved, resized, turned. Until the pointer is let go they are a gesture; then they are one edit.
import { dropIndex, type Target, typeOf } from '@masa/shared/board';
import {
  angleTo,
  type Box,
  boundsOf,
  centreOf,
  createSnapper,
  encloses,
  type Guide,
  type Handle,
  type Placed,
  type Point,
  resizeFrom,
  resizePlaced,
  type Snapper,
  snapAngle,
} from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import { changeable, duplicate, isLocked, moveConnector, type PlacedObject, placeObjects } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import { type Transform, transformed } from '../editor/gestures.ts';
import { ARRANGED } from '../editor/RecordStore.ts';
import type { SelectionFrame } from '../editor/selectionFrame.ts';
import { createScroller } from './scrolling.ts';
import type { Down, State, ToolHost } from './tool.ts';

/** How near something snaps, px. */
const SNAP_PX = 6;
/** The smallest side of anything, board units. */
const SIDE_MIN = 12;

/** What moves when these move: themselves and what lies in the frames among them. */
export function withContents(editor: Editor, objects: readonly PlacedObject[]): readonly PlacedObject[] {
  const layer = editor.records.free();
  const found = new Map(objects.map((placed) => [placed.id, placed]));
  for (const frame of objects) {
    if (frame.record.type !== 'frame') continue;
    for (const placed of layer.within(frame.box))
      if (!isLocked(placed.record) && encloses(frame.box, boundsOf([placed]) ?? placed.bounds)) found.set(placed.id, placed);
  }
  return [...found.values()];
}

/** The edits that leave objects where a transform led them. */
export function transformEdits(editor: Editor, objects: readonly PlacedObject[], transform: Transform): readonly Edit[] {
  const places = new Map<string, Placed>();
  const edits: Edit[] = [];
  for (const placed of objects) {
    if (!placed.route) places.set(placed.id, transformed(placed, transform));
    else if (transform.how === 'move') {
      // As others left it meanwhile: locked it stays, and an end they attached is theirs.
      const [record] = changeable(editor.board(), [placed.id]);
      if (record) edits.push(...moveConnector(record, transform.to.x - transform.from.x, transform.to.y - transform.from.y));
    }
  }
  return [...placeObjects(editor.board(), places), ...edits];
}

/** What others stand at, for snapping: what can be seen now, without what moves. */
function snapperFor(editor: Editor, moving: ReadonlySet<string>): Snapper {
  const seen = editor.camera.visible();
  const others = editor.records
    .free()
    .within(seen)
    .filter((placed) => !moving.has(placed.id) && !placed.route && placed.record.type !== 'comment' && placed.record.type !== 'ink')
    .slice(0, SNAP_OTHERS)
    .map((placed) => boundsOf([placed]) ?? placed.box);
  return createSnapper(others);
}

/** Lines of more objects than this would stand everywhere. */
const SNAP_OTHERS = 400;

const movedBy = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

/** Objects in the air. `held` is the one under the pointer. */
export function moving(host: ToolHost, down: Down, held: PlacedObject, selected: readonly PlacedObject[], to: () => State): State {
  const { editor } = host;
  const { records, gestures, camera } = editor;
  const objects = withContents(editor, selected);
  const ids = [held.id, ...objects.map(({ id }) => id).filter((id) => id !== held.id)];
  const from = boundsOf(objects.filter(({ route }) => !route).length > 0 ? objects.filter(({ route }) => !route) : objects) ?? held.box;
  const areCards = selected.every(({ record }) => typeOf(editor.kind, record.type)?.can.beCard ?? false);
  let snapper: Snapper | undefined;
  let pointer = { screen: down.screen, modifiers: down.modifiers };
  let target: Target | null = null;
  let now: Transform | undefined;

  const hold = (): void => {
    const at = camera.toBoard(pointer.screen);
    const { shift, mod, alt } = pointer.modifiers;
    let [dx, dy] = [at.x - down.at.x, at.y - down.at.y];
    // Shift keeps to one axis, as everywhere.
    if (shift && Math.abs(dx) >= Math.abs(dy)) dy = 0;
    else if (shift) dx = 0;
    const cell = areCards && !mod && !alt ? host.hit(at).cell : null;
    const next = cell ? { cell: cell.id, index: dropIndex(cell, at) } : null;
    let guides: readonly Guide[] = [];
    if (!mod && !next) {
      snapper ??= snapperFor(editor, new Set(ids));
      const snap = snapper.snapMove(movedBy(from, dx, dy), SNAP_PX / camera.view.get().zoom);
      if (!shift || dy !== 0) dy += snap.dy;
      if (!shift || dx !== 0) dx += snap.dx;
      guides = snap.guides;
    }
    now = { kind: 'transform', how: 'move', ids, from, to: movedBy(from, dx, dy), turn: 0, guides, ...(alt ? { isCopy: true } : {}) };
    gestures.own.set(now);
    if (next?.cell === target?.cell && next?.index === target?.index) return;
    target = next;
    records.arrangement.set(target ? { without: ARRANGED.without, gap: { ...target, height: LANDING } } : ARRANGED);
  };
  const scroller = createScroller(camera, down.screen);
  hold();

  return {
    name: 'moving',
    cursor: 'grabbing',
    on(input) {
      if (editor.readOnly.get() !== null) return to();
      if (input.do === 'move' || input.do === 'up') {
        const isElsewhere = input.screen.x !== pointer.screen.x || input.screen.y !== pointer.screen.y;
        pointer = input;
        if (isElsewhere || input.do === 'move') hold();
      }
      if (input.do === 'tick' && scroller(pointer.screen, input.elapsedMs)) hold();
      if (input.do === 'up') {
        const landing = target;
        records.arrangement.set(ARRANGED);
        gestures.own.set(null);
        if (landing) editor.move(ids, landing);
        else if (now) drop(editor, objects, now);
        return to();
      }
      return input.do === 'cancel' ? to() : undefined;
    },
    leave() {
      gestures.own.set(null);
      records.arrangement.set(ARRANGED);
    },
  };
}

/** Height of the room held open in a cell for a note that comes in. */
const LANDING = 45;

function drop(editor: Editor, objects: readonly PlacedObject[], transform: Transform): void {
  const [dx, dy] = [transform.to.x - transform.from.x, transform.to.y - transform.from.y];
  if (dx === 0 && dy === 0) return;
  if (!transform.isCopy) {
    editor.perform(transformEdits(editor, objects, transform));
    return;
  }
  const { edits, copies } = duplicate(
    editor.board(),
    objects.map(({ id }) => id),
    dx,
    dy,
    editor.context(),
  );
  editor.perform(edits);
  editor.selection.many(copies.values());
}

/** A handle of the frame in the hand. */
export function resizing(host: ToolHost, down: Down, frame: SelectionFrame, handle: Handle, to: () => State): State {
  const { editor } = host;
  const { gestures, camera } = editor;
  const { objects, box: from } = frame;
  const ids = objects.map(({ id }) => id);
  const isTurned = frame.rot !== 0;
  let snapper: Snapper | undefined;
  let now: Transform | undefined;

  const boxFor = (at: Point, { shift, mod, alt }: Down['modifiers']): { readonly box: Box; readonly guides: readonly Guide[] } => {
    const by = { x: at.x - down.at.x, y: at.y - down.at.y };
    const options = { keepRatio: frame.keepsRatio !== shift, fromCentre: alt, min: SIDE_MIN };
    if (isTurned) return { box: resizePlaced({ box: from, rot: frame.rot }, handle, by, options).box, guides: [] };
    const box = resizeFrom(from, handle, by, options);
    if (mod || options.keepRatio) return { box, guides: [] };
    snapper ??= snapperFor(editor, new Set(ids));
    return snapper.snapResize(box, handle, SNAP_PX / camera.view.get().zoom);
  };
  return following(
    host,
    down,
    'resizing',
    (at, modifiers) => {
      const { box, guides } = boxFor(at, modifiers);
      now = { kind: 'transform', how: 'resize', ids, from, to: box, turn: 0, guides };
      gestures.own.set(now);
    },
    () => {
      if (now) editor.perform(transformEdits(editor, objects, now));
    },
    to,
  );
}

export function rotating(host: ToolHost, down: Down, frame: SelectionFrame, to: () => State): State {
  const { editor } = host;
  const { objects, box: from } = frame;
  const ids = objects.map(({ id }) => id);
  const centre = centreOf(from);
  let now: Transform | undefined;
  return following(
    host,
    down,
    'rotating',
    (at, { shift }) => {
      const free = angleTo(centre, down.at, at);
      // One object snaps to whole directions of its own; Shift snaps in steps of fifteen degrees.
      const turned = frame.rot + free;
      const near = snapAngle(turned, shift ? 15 : 90);
      const turn = shift || Math.abs(near - turned) < 3 ? near - frame.rot : free;
      now = { kind: 'transform', how: 'rotate', ids, from, to: from, turn, guides: [] };
      editor.gestures.own.set(now);
    },
    () => {
      if (now) editor.perform(transformEdits(editor, objects, now));
    },
    to,
  );
}

/** A state that follows the pointer, and finishes where it is let go. */
function following(
  { editor }: ToolHost,
  down: Down,
  name: string,
  follow: (at: Point, modifiers: Down['modifiers']) => void,
  finish: () => void,
  to: () => State,
): State {
  const scroller = createScroller(editor.camera, down.screen);
  let pointer: { readonly screen: Point; readonly modifiers: Down['modifiers'] } | undefined;
  const again = (): void => {
    if (pointer) follow(editor.camera.toBoard(pointer.screen), pointer.modifiers);
  };
  return {
    name,
    on(input) {
      if (editor.readOnly.get() !== null) return to();
      if (input.do === 'move' || input.do === 'up') {
        pointer = input;
        again();
      }
      if (input.do === 'tick' && pointer && scroller(pointer.screen, input.elapsedMs)) again();
      if (input.do === 'up') {
        editor.gestures.own.set(null);
        finish();
        return to();
      }
      return input.do === 'cancel' ? to() : undefined;
    },
    leave: () => editor.gestures.own.set(null),
  };
}
