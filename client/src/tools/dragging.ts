// Cards in the air: over a cell they show where they would land, beside the sheet they become notes, or go where their kind keeps them.
import { cardHeight, dropIndex, type PlacedCard, type Target } from '@masa/shared/board';
import { type Box, contains } from '@masa/shared/core';
import { takeOut } from '@masa/shared/objects';
import { ARRANGED } from '../editor/RecordStore.ts';
import { createScroller } from './scrolling.ts';
import type { Down, State, ToolHost } from './tool.ts';

/** @param card the card that is held; the first of the gesture's ids. */
export function dragging(host: ToolHost, down: Down, card: PlacedCard, to: () => State): State {
  const { editor } = host;
  const { records, gestures, camera } = editor;
  if (!editor.selection.get().ids.has(card.id)) editor.selection.only(card.id, card.cell);
  const lying = records.placement().cards;
  const ids = [card.id, ...[...editor.selection.get().ids].filter((id) => id !== card.id && lying.has(id))];
  const boxes = new Map(ids.flatMap((id) => (lying.get(id) ? [[id, (lying.get(id) as PlacedCard).box] as const] : [])));
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
  /** Beside the sheet cards lie as they lay, those of other cells below the one that is held; a kind may keep them on the sheet instead. */
  const landOutside = (): void => {
    const at = camera.toBoard(screen);
    // Between two cells nobody means the paper: the cards lie where they lay.
    if (contains({ x: 0, y: 0, ...records.placement().size }, at)) return;
    const [dx, dy] = [at.x - down.at.x, at.y - down.at.y];
    const placed = new Map<string, Box>();
    let below = card.box.y + card.box.h;
    for (const [id, box] of boxes) {
      const isBeside = lying.get(id)?.cell === card.cell;
      placed.set(id, isBeside ? { ...box, x: box.x + dx, y: box.y + dy } : { ...box, x: card.box.x + dx, y: below + GAP + dy });
      if (!isBeside) below += GAP + box.h;
    }
    editor.perform(takeOut(editor.board(), placed, editor.context()));
    editor.selection.many(placed.keys());
  };
  const scroller = createScroller(camera, down.screen);
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
        if (scroller(screen, input.elapsedMs)) hold();
      } else if (input.do === 'up') {
        if (input.screen.x !== screen.x || input.screen.y !== screen.y) {
          screen = input.screen;
          hold();
        }
        const landing = target;
        records.arrangement.set(ARRANGED);
        if (landing) editor.move(ids, landing);
        else landOutside();
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

const GAP = 16;
