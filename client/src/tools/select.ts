// The everyday tool: choosing, opening, moving cards, beginning new ones. One drag becomes one edit when it ends; until then it is a
// gesture on this screen and, through presence, on everybody's.
import { cardHeight, dropIndex, type PlacedCard, type Target } from '@masa/shared/board';
import type { Box, Point } from '@masa/shared/core';
import type { BoardInput } from '../editor/input.ts';
import { ARRANGED } from '../editor/RecordStore.ts';
import { panning, pinching } from './panning.ts';
import { createMachine, type Hit, type State, type Tool, type ToolHost } from './tool.ts';

/** A press that wanders less is a click, px. A finger wanders more. */
export const DRAG_PX = 4;
const TOUCH_DRAG_PX = 8;
/** Nearer to the stage's edge than this, a drag scrolls, px; at most so fast, px per ms. */
const EDGE_PX = 48;
const EDGE_SPEED = 0.9;

type Down = Extract<BoardInput, { readonly do: 'down' }>;

const far = (a: Point, b: Point, limit: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) > limit;

const boxBetween = (a: Point, b: Point): Box => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) });

export function createSelectTool(host: ToolHost): Tool {
  const { editor } = host;
  let isSpaceDown = false;

  const idle: State = {
    name: 'idle',
    on(input) {
      if (input.do === 'space') isSpaceDown = input.isDown;
      if (input.do === 'move') host.hover(host.hit(input.at).card?.id ?? null);
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      return input.do === 'down' ? press(input) : undefined;
    },
  };
  const toIdle = (): State => idle;

  const press = (input: Down): State | undefined => {
    // What lies here is asked first: closing what is being written can move what is below it.
    const hit = host.hit(input.at);
    if (!host.endWriting()) return undefined;
    if (isSpaceDown || input.button === 1 || input.button === 2) return panning(host, input.screen, toIdle);
    host.hover(null);
    if (hit.card) return pointingCard(input, hit.card);
    return pointingCell(input, hit);
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
        if (input.do === 'cancel') return idle;
        if (down.isTouch && input.do === 'hold') return take(down, card);
        if (input.do === 'move' && far(input.screen, down.screen, down.isTouch ? TOUCH_DRAG_PX : DRAG_PX)) {
          return down.isTouch ? begun(panning(host, down.screen, toIdle), input) : begun(take(down, card), input);
        }
        if (input.do !== 'up') return undefined;
        if (down.clicks > 1 && !adds) host.write(card.id);
        else if (adds) editor.selection.toggle(card.id, card.cell);
        else editor.selection.only(card.id, card.cell);
        return idle;
      },
    };
  };

  /** Pressed on paper: a click begins a new card in the cell, a drag draws a box to choose with. */
  const pointingCell = (down: Down, hit: Hit): State => ({
    name: 'pointing-cell',
    on(input) {
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      if (input.do === 'cancel') return idle;
      if (input.do === 'move' && far(input.screen, down.screen, down.isTouch ? TOUCH_DRAG_PX : DRAG_PX)) {
        return down.isTouch ? begun(panning(host, down.screen, toIdle), input) : begun(marquee(down), input);
      }
      if (input.do !== 'up') return undefined;
      if (!hit.cell) editor.selection.clear();
      else if (editor.selection.get().ids.size > 1 || editor.readOnly.get() !== null) editor.selection.at(hit.cell.id);
      else host.writeNew({ cell: hit.cell.id, index: hit.cell.cards.length });
      return idle;
    },
  });

  const take = (down: Down, card: PlacedCard): State => {
    const mayMove = editor.kind.types[editor.records.projection.get(card.id)?.type ?? '']?.can.move ?? false;
    if (editor.readOnly.get() !== null || !mayMove) return idle;
    return dragging(host, down, card, toIdle);
  };

  const marquee = (down: Down): State => {
    const kept = down.modifiers.shift ? editor.selection.get().ids : new Set<string>();
    return {
      name: 'marquee',
      cursor: 'crosshair',
      on(input) {
        if (input.do === 'move') {
          const box = boxBetween(down.at, input.at);
          editor.gestures.own.set({ kind: 'marquee', box: [box.x, box.y, box.w, box.h] });
          const ids = new Set([...kept, ...host.cardsIn(box).map((card) => card.id)]);
          if (!sameSet(ids, editor.selection.get().ids)) editor.selection.many(ids);
          return undefined;
        }
        return input.do === 'up' || input.do === 'cancel' ? idle : undefined;
      },
      leave: () => editor.gestures.own.set(null),
    };
  };

  return createMachine('select', idle);
}

/** A state that has already seen the input that led to it. */
const begun = (state: State, input: BoardInput): State => state.on(input) ?? state;

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((each) => b.has(each));

/** Cards in the air. The first of the ids is the one that is held. */
function dragging(host: ToolHost, down: Down, card: PlacedCard, to: () => State): State {
  const { editor } = host;
  const { records, gestures, camera } = editor;
  if (!editor.selection.get().ids.has(card.id)) editor.selection.only(card.id, card.cell);
  const ids = [card.id, ...[...editor.selection.get().ids].filter((id) => id !== card.id)];
  const without = new Set(ids);
  let screen = down.screen;
  let target: Target | null = null;

  const hold = (): void => {
    const at = camera.toBoard(screen);
    const cell = host.hit(at).cell;
    const next = cell ? { cell: cell.id, index: dropIndex(cell, at) } : null;
    const isSame = next?.cell === target?.cell && next?.index === target?.index;
    if (!isSame) target = next;
    // Load-bearing: the gesture comes before the arrangement, because the live layer remembers how the card lay (rule TOOL-7).
    gestures.own.set({ kind: 'drag', ids, dx: at.x - down.at.x, dy: at.y - down.at.y, target });
    if (isSame && records.arrangement.get().without === without) return;
    records.arrangement.set({ without, gap: target && { ...target, height: Math.max(cardHeight(1, 0), card.box.h) } });
  };
  const scroll = (elapsedMs: number): boolean => {
    const { w, h } = camera.viewport.get();
    const speed = (at: number, size: number): number =>
      at < EDGE_PX ? -Math.min(1, (EDGE_PX - at) / EDGE_PX) : at > size - EDGE_PX ? Math.min(1, (at - size + EDGE_PX) / EDGE_PX) : 0;
    const dx = speed(screen.x, w) * EDGE_SPEED * elapsedMs;
    const dy = speed(screen.y, h) * EDGE_SPEED * elapsedMs;
    if (dx !== 0 || dy !== 0) camera.panBy(dx, dy);
    return dx !== 0 || dy !== 0;
  };
  hold();

  return {
    name: 'dragging',
    cursor: 'grabbing',
    on(input) {
      if (editor.readOnly.get() !== null) return to();
      if (input.do === 'move') {
        screen = input.screen;
        hold();
      } else if (input.do === 'tick') {
        if (scroll(input.elapsedMs)) hold();
      } else if (input.do === 'up') {
        if (far(input.screen, screen, 0)) {
          screen = input.screen;
          hold();
        }
        const landing = target;
        records.arrangement.set(ARRANGED);
        if (landing) editor.move(ids, landing);
        return to();
      }
      return input.do === 'cancel' ? to() : undefined;
    },
    leave() {
      gestures.own.set(null);
      if (records.arrangement.get().without === without) records.arrangement.set(ARRANGED);
    },
  };
}
