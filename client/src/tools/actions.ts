// What the keys of the board do. Each works on the selection and on the place the keyboard is at.
import { inReadingOrder } from '@masa/shared/board';
import { LIMITS, union } from '@masa/shared/core';
import type { BoardAction } from '../editor/keymap.ts';
import { cellsInReadingOrder, type Direction, neighbour, type Stop, stopAt, stopsOf } from './navigation.ts';
import type { ToolHost } from './tool.ts';

export interface ActionHost extends ToolHost {
  openCard(id: string): void;
  /** Asks before many cards go to the bin; resolves to whether they may. */
  confirmDelete(count: number): Promise<boolean>;
  /** Asks where to move cards to. */
  moveTo(ids: readonly string[]): void;
  help(): void;
}

/** Does an action. False if there was nothing to do, so that the browser's own meaning of the key holds. */
export function createActions(host: ActionHost): (action: BoardAction) => boolean {
  const { editor } = host;
  const { selection, records, camera } = editor;

  const here = (): Stop | undefined => {
    const { cell, card } = selection.get();
    const placement = records.placement();
    return stopAt(placement, cell, card) ?? (cell === null ? undefined : stopAt(placement, cell, null));
  };
  const goTo = (stop: Stop): void => {
    if (stop.card === null) selection.at(stop.cell);
    else selection.only(stop.card, stop.cell);
    camera.reveal(stop.box, 48);
  };
  const go = (direction: Direction): boolean => {
    const from = here();
    const next = from ? neighbour(records.placement(), from, direction) : stopsOf(records.placement())[0];
    if (next) goTo(next);
    return true;
  };
  const extend = (direction: Direction): boolean => {
    const from = here();
    const next = from && neighbour(records.placement(), from, direction);
    if (!next || next.card === null) return true;
    const ids = new Set(selection.get().ids);
    ids.delete(next.card);
    selection.set({ ids: new Set([...ids, next.card]), cell: next.cell, card: next.card });
    camera.reveal(next.box, 48);
    return true;
  };
  const nextCell = (step: 1 | -1): boolean => {
    const cells = cellsInReadingOrder(records.placement());
    const { cell } = selection.get();
    const at = cells.findIndex((each) => each.id === cell);
    const next = cell === null ? undefined : cells[at + step];
    // Past the last cell, and after Escape, Tab leaves the board as it leaves everything else.
    if (!next) {
      selection.clear();
      return false;
    }
    const [first] = next.cards;
    goTo(first ? { cell: next.id, card: first.id, box: first.box } : { cell: next.id, card: null, box: next.tail });
    return true;
  };
  const chosen = (): readonly string[] => inReadingOrder(editor.board(), selection.get().ids).map((record) => record.id);

  const move = (direction: Direction): boolean => {
    const ids = chosen();
    const from = here();
    if (!from || ids.length === 0) return false;
    const cells = cellsInReadingOrder(records.placement());
    const at = cells.findIndex((cell) => cell.id === from.cell);
    const moving = new Set(ids);
    const step = direction === 'down' || direction === 'right' ? 1 : -1;
    const all = cells[at]?.cards ?? [];
    const others = all.filter((card) => !moving.has(card.id));
    const first = all.findIndex((card) => moving.has(card.id));
    const before = all.slice(0, first).filter((card) => !moving.has(card.id)).length;
    const index = before + step;
    if (index >= 0 && index <= others.length) editor.move(ids, { cell: from.cell, index });
    else {
      const next = cells[at + step];
      if (!next) return true;
      editor.move(ids, { cell: next.id, index: step === 1 ? 0 : next.cards.length });
    }
    const card = selection.get().card;
    const placed = card === null ? undefined : records.placement().cards.get(card);
    if (placed) {
      selection.set({ ...selection.get(), cell: placed.cell });
      camera.reveal(placed.box, 48);
    }
    return true;
  };

  const bin = (): boolean => {
    const ids = chosen();
    if (ids.length === 0 || editor.readOnly.get() !== null) return false;
    const go = (): void => {
      const from = here();
      const order = stopsOf(records.placement()).filter((stop) => stop.cell === from?.cell);
      const after = order.slice(order.findIndex((stop) => stop.card === from?.card)).find((stop) => stop.card === null || !ids.includes(stop.card));
      editor.bin(ids);
      if (after?.card) selection.only(after.card, after.cell);
      else if (from) selection.at(from.cell);
    };
    if (ids.length <= LIMITS.deleteConfirm) go();
    else void host.confirmDelete(ids.length).then((may) => (may ? go() : undefined));
    return true;
  };

  const all = (): boolean => {
    const { cell, card, ids } = selection.get();
    const placed = records.placement().cells.find((each) => each.id === cell);
    const own = placed?.cards.map((each) => each.id) ?? [];
    const hasOwn = own.length > 0 && own.length === ids.size && own.every((id) => ids.has(id));
    const next = own.length > 0 && !hasOwn ? own : [...records.placement().cards.keys()];
    selection.set({ ids: new Set(next), cell, card: card ?? next[0] ?? null });
    return true;
  };

  const edit = (): boolean => {
    const { cell, card } = selection.get();
    if (card !== null) host.write(card);
    else if (cell !== null) host.writeNew({ cell, index: records.placement().cells.find((each) => each.id === cell)?.cards.length ?? 0 });
    else return go('down');
    return true;
  };
  const withCard = (then: (id: string) => void): boolean => {
    const { card } = selection.get();
    if (card !== null) then(card);
    return card !== null;
  };
  const fit = (): boolean => {
    const { w, h } = records.placement().size;
    camera.fit({ x: 0, y: 0, w, h });
    return true;
  };
  const full = (): boolean => {
    const { w, h } = camera.viewport.get();
    const chosenBox = union(chosen().flatMap((id) => records.placement().cards.get(id)?.box ?? []));
    camera.zoomAt({ x: w / 2, y: h / 2 }, 1 / camera.view.get().zoom);
    if (chosenBox) camera.reveal(chosenBox, 48);
    return true;
  };
  const zoom = (factor: number): boolean => {
    const { w, h } = camera.viewport.get();
    camera.zoomAt({ x: w / 2, y: h / 2 }, factor);
    return true;
  };
  const did = (act: () => void): boolean => {
    act();
    return true;
  };

  const actions: Readonly<Record<BoardAction, () => boolean>> = {
    up: () => go('up'),
    down: () => go('down'),
    left: () => go('left'),
    right: () => go('right'),
    'extend-up': () => extend('up'),
    'extend-down': () => extend('down'),
    'extend-left': () => extend('left'),
    'extend-right': () => extend('right'),
    'move-up': () => move('up'),
    'move-down': () => move('down'),
    'move-left': () => move('left'),
    'move-right': () => move('right'),
    'next-cell': () => nextCell(1),
    'previous-cell': () => nextCell(-1),
    edit,
    details: () => withCard((id) => host.openCard(id)),
    bin,
    undo: () => did(() => editor.undo()),
    redo: () => did(() => editor.redo()),
    'select-all': all,
    copy: () => false,
    cut: () => false,
    paste: () => false,
    'move-to': () => {
      const ids = chosen();
      if (ids.length === 0 || editor.readOnly.get() !== null) return false;
      host.moveTo(ids);
      return true;
    },
    leave: () => selection.get().cell !== null && did(() => selection.clear()),
    'zoom-in': () => zoom(1.25),
    'zoom-out': () => zoom(0.8),
    'zoom-fit': fit,
    'zoom-full': full,
    help: () => did(() => host.help()),
  };
  return (action) => actions[action]();
}
