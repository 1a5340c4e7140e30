// The everyday tool: choosing, opening, moving, resizing, beginning new cards. A press becomes one of a few states; one gesture becomes
// one edit when it ends.
import { type PlacedCard, selfOf, typeOf } from '@masa/shared/board';
import type { Point } from '@masa/shared/core';
import { groupAt, isLocked, type PlacedObject, toggleMark, withGroups } from '@masa/shared/objects';
import type { BoardInput } from '../editor/input.ts';
import { cursorOf, type FrameHandle, handleAt, type SelectionFrame, selectionFrame } from '../editor/selectionFrame.ts';
import { dragging } from './dragging.ts';
import { draggingEnd } from './endpoints.ts';
import { marquee } from './marquee.ts';
import { panning, pinching } from './panning.ts';
import { createMachine, type Down, type Hit, type State, type Tool, type ToolHost } from './tool.ts';
import { moving, resizing, rotating } from './transforming.ts';

/** A press that wanders less is a click, px. A finger wanders more. */
export const DRAG_PX = 4;
const TOUCH_DRAG_PX = 8;

const far = (a: Point, b: Point, limit: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) > limit;

/** A state that has already seen the input that led to it. */
const begun = (state: State, input: BoardInput): State => state.on(input) ?? state;

export function createSelectTool(host: ToolHost): Tool {
  const { editor } = host;
  let isSpaceDown = false;

  const frame = (): SelectionFrame | undefined => (editor.readOnly.get() === null ? selectionFrame(editor) : undefined);

  const hoverCursor = (at: Point): string | undefined => {
    const around = frame();
    const handle = around && handleAt(around, at, editor.camera.view.get().zoom, false);
    if (around && handle) return cursorOf(handle, around.rot);
    return undefined;
  };

  let cursor: string | undefined;
  const idle: State = {
    name: 'idle',
    get cursor() {
      return isSpaceDown ? 'grab' : (cursor ?? 'default');
    },
    on(input) {
      if (input.do === 'space') isSpaceDown = input.isDown;
      if (input.do === 'move') {
        const hit = host.hit(input.at);
        host.hover(hit.free?.id ?? hit.card?.id ?? null);
        cursor = hoverCursor(input.at);
      }
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      if (input.do === 'menu') openMenu(input.screen, input.at);
      return input.do === 'down' ? press(input) : undefined;
    },
  };
  const toIdle = (): State => {
    cursor = undefined;
    return idle;
  };

  /** What lies under a menu is what it is about: it is chosen unless it was already. */
  const openMenu = (screen: Point, at: Point): void => {
    if (!host.endWriting()) return;
    const hit = host.hit(at);
    const id = hit.free?.id ?? hit.card?.id;
    if (id === undefined) editor.selection.clear();
    else if (!editor.selection.get().ids.has(id)) choose(id, hit.free ? null : (hit.card?.cell ?? null));
    host.menu(screen, at);
  };

  const choose = (id: string, cell: string | null): void => {
    if (cell !== null) {
      editor.selection.only(id, cell);
      return;
    }
    const { entered = null } = editor.selection.get();
    const record = editor.records.projection.get(id);
    const isInside = entered !== null && (record?.groups.includes(entered) ?? false);
    const ids = withGroups(editor.board(), [id], isInside ? entered : null);
    const before = editor.selection.get();
    editor.selection.set({ ...before, ids, cell: null, card: id, entered: isInside ? entered : null });
  };

  const press = (input: Down): State | undefined => {
    // What lies here is asked first: closing what is being written can move what is below it.
    const hit = host.hit(input.at);
    const around = frame();
    const handle = around && handleAt(around, input.at, editor.camera.view.get().zoom, input.isTouch);
    if (!host.endWriting()) return undefined;
    if (isSpaceDown || input.button === 1 || input.button === 2) return panning(host, input.screen, toIdle);
    host.hover(null);
    if (around && handle) return pointingHandle(input, around, handle);
    if (hit.mark && editor.readOnly.get() === null) return pointingMark(hit.mark);
    if (hit.free) return pointingObject(input, hit.free);
    if (hit.card) return pointingCard(input, hit.card);
    return pointingPaper(input, hit);
  };

  const pointingHandle = (down: Down, around: SelectionFrame, handle: FrameHandle): State => ({
    name: 'pointing-handle',
    cursor: cursorOf(handle, around.rot),
    on(input) {
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      if (input.do === 'move' && far(input.screen, down.screen, 2)) {
        const [only] = around.objects;
        if ((handle === 'start' || handle === 'end') && only) return begun(draggingEnd(host, down, only.id, handle, toIdle), input);
        if (handle === 'rotate') return begun(rotating(host, down, around, toIdle), input);
        if (handle !== 'start' && handle !== 'end') return begun(resizing(host, down, around, handle, toIdle), input);
      }
      return input.do === 'up' || input.do === 'cancel' ? toIdle() : undefined;
    },
  });

  /** Pressed on a reaction: a click joins it, or takes one's own away. */
  const pointingMark = ({ id, mark }: NonNullable<Hit['mark']>): State => ({
    name: 'pointing-mark',
    cursor: 'pointer',
    on(input) {
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      if (input.do === 'cancel') return toIdle();
      if (input.do !== 'up') return undefined;
      const self = selfOf(editor.context());
      editor.perform(toggleMark(self, id, mark, editor.records.marks.on(id).get(mark)?.has(self) ?? false));
      return toIdle();
    },
  });

  /** Pressed on an object of the free layer: a click chooses it with its group, a second goes into the group or opens the text. */
  const pointingObject = (down: Down, placed: PlacedObject): State => {
    const adds = down.modifiers.shift || down.modifiers.mod;
    const wasSelected = editor.selection.get().ids.has(placed.id);
    if (!wasSelected && !adds) choose(placed.id, null);
    const clicked = (): void => {
      if (adds) toggle(placed.id);
      else if (down.clicks > 1) open(placed);
      else {
        choose(placed.id, null);
        if (placed.record.type === 'comment') host.openComment(placed.id);
      }
    };
    return {
      name: 'pointing-object',
      on(input) {
        if (input.do === 'pinch') return pinching(host, toIdle, input);
        if (input.do === 'cancel') return toIdle();
        if (down.isTouch && input.do === 'hold') return lift(down, placed);
        if (input.do === 'move' && far(input.screen, down.screen, down.isTouch ? TOUCH_DRAG_PX : DRAG_PX)) {
          // A finger moves what was chosen before, and else the paper.
          return down.isTouch && !wasSelected ? begun(panning(host, down.screen, toIdle), input) : begun(lift(down, placed), input);
        }
        if (input.do !== 'up') return undefined;
        clicked();
        return toIdle();
      },
    };
  };

  const toggle = (id: string): void => {
    const ids = new Set(editor.selection.get().ids);
    const meant = withGroups(editor.board(), [id], editor.selection.get().entered ?? null);
    const isIn = ids.has(id);
    for (const each of meant) {
      if (isIn) ids.delete(each);
      else ids.add(each);
    }
    editor.selection.set({ ...editor.selection.get(), ids, cell: null, card: isIn ? ([...ids].at(-1) ?? null) : id });
  };

  const open = (placed: PlacedObject): void => {
    const { entered = null } = editor.selection.get();
    const group = groupAt(placed.record, entered);
    if (group !== undefined) {
      editor.selection.enter(group, withGroups(editor.board(), [placed.id], group));
      return;
    }
    if (placed.record.type === 'comment') host.openComment(placed.id);
    else if (typeOf(editor.kind, placed.record.type)?.can.hasText && !isLocked(placed.record)) host.write(placed.id);
  };

  const lift = (down: Down, placed: PlacedObject): State => {
    if (editor.readOnly.get() !== null) return toIdle();
    // What is locked does not move: a box can be drawn over it.
    if (isLocked(placed.record)) return marquee(host, down, toIdle);
    if (!editor.selection.get().ids.has(placed.id)) choose(placed.id, null);
    const objects = selectionFrame(editor)?.objects ?? [placed];
    return moving(host, down, placed, objects, toIdle);
  };

  /** Pressed on a card: a click chooses it, a second opens it, a drag takes it. */
  const pointingCard = (down: Down, card: PlacedCard): State => {
    const wasSelected = editor.selection.get().ids.has(card.id);
    const adds = down.modifiers.shift || down.modifiers.mod;
    if (!wasSelected && !adds) editor.selection.only(card.id, card.cell);
    return {
      name: 'pointing-card',
      on(input) {
        if (input.do === 'pinch') return pinching(host, toIdle, input);
        if (input.do === 'cancel') return toIdle();
        if (down.isTouch && input.do === 'hold') return take(down, card);
        if (input.do === 'move' && far(input.screen, down.screen, down.isTouch ? TOUCH_DRAG_PX : DRAG_PX)) {
          return down.isTouch ? begun(panning(host, down.screen, toIdle), input) : begun(take(down, card), input);
        }
        if (input.do !== 'up') return undefined;
        if (down.clicks > 1 && !adds) host.write(card.id);
        else if (adds) editor.selection.toggle(card.id, card.cell);
        else editor.selection.only(card.id, card.cell);
        return toIdle();
      },
    };
  };

  /** Pressed on paper: a click begins a new card in the cell, a drag draws a box to choose with. */
  const pointingPaper = (down: Down, hit: Hit): State => ({
    name: 'pointing-cell',
    on(input) {
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      if (input.do === 'cancel') return toIdle();
      if (input.do === 'move' && far(input.screen, down.screen, down.isTouch ? TOUCH_DRAG_PX : DRAG_PX)) {
        return begun(down.isTouch ? panning(host, down.screen, toIdle) : marquee(host, down, toIdle), input);
      }
      if (input.do !== 'up') return undefined;
      if (!hit.cell) {
        const { entered = null } = editor.selection.get();
        editor.selection.clear();
        if (down.clicks > 1 && entered === null) host.writeText(down.at);
      } else if (editor.selection.get().ids.size > 1 || hasFreeSelection() || editor.readOnly.get() !== null) editor.selection.at(hit.cell.id);
      else host.writeNew({ cell: hit.cell.id, index: hit.cell.cards.length });
      return toIdle();
    },
  });

  /** Leaving objects of the free layer is a click of its own: it begins no card. */
  const hasFreeSelection = (): boolean => {
    const layer = editor.records.free();
    return [...editor.selection.get().ids].some((id) => layer.get(id) !== undefined);
  };

  const take = (down: Down, card: PlacedCard): State => {
    const record = editor.records.projection.get(card.id);
    const mayMove = typeOf(editor.kind, record?.type ?? '')?.can.move ?? false;
    if (editor.readOnly.get() !== null || !mayMove || !record || isLocked(record)) return toIdle();
    return dragging(host, down, card, toIdle);
  };

  return createMachine('select', idle);
}
