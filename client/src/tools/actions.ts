// What the keys of the board do. Each works on the selection and on the place the keyboard is at.
import { inReadingOrder } from '@masa/shared/board';
import { type Box, LIMITS, union } from '@masa/shared/core';
import { contentBox as contentOf, isLocked } from '@masa/shared/objects';
import { type BoardAction, type CommandAction, isCommandAction, type KeyAction } from '../editor/keymap.ts';
import { createFreeActions } from './freeActions.ts';
import { cellsInReadingOrder, type Direction, neighbour, type Stop, stopAt, stopsOf } from './navigation.ts';
import type { ToolHost } from './tool.ts';

export interface ActionHost extends ToolHost {
  openCard(id: string): void;
  /** Asks before many cards go to the bin; resolves to whether they may. */
  confirmDelete(count: number): Promise<boolean>;
  /** Asks where to move cards to. */
  moveTo(ids: readonly string[]): void;
  help(): void;
  /** Makes what the tool in the hand makes, without a pointer. */
  make(): void;
  /** Does what is not the board's own: tools, arranging, panels. False = nothing to do. */
  command(action: CommandAction): boolean;
}

/** Does an action. False if there was nothing to do, so that the browser's own meaning of the key holds. */
export function createActions(host: ActionHost): (action: KeyAction) => boolean {
  const { editor } = host;
  const { selection, records, camera } = editor;
  const free = createFreeActions(editor);

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
    const cell = here()?.cell ?? selection.get().cell;
    const at = cells.findIndex((each) => each.id === cell);
    const next = cell === null ? undefined : cells[at + step];
    // After the last cell come the objects of the free layer, before the first of them the last cell.
    if (free.isHere() && free.next(step)) return true;
    if (free.isHere() && step === -1) {
      const last = cells.at(-1);
      if (last) goTo({ cell: last.id, card: null, box: last.tail });
      return last !== undefined;
    }
    if (!next && cell !== null && step === 1 && free.next(1)) return true;
    // Past the last cell, and after Escape, Tab leaves the board as it leaves everything else.
    if (!next) {
      selection.clear();
      return false;
    }
    const [first] = next.cards;
    goTo(first ? { cell: next.id, card: first.id, box: first.box } : { cell: next.id, card: null, box: next.tail });
    return true;
  };
  /** Selected cards, and objects that can become some, in reading order. */
  const chosen = (): readonly string[] => inReadingOrder(editor.board(), selection.get().ids).map((record) => record.id);
  /** Everything selected that may be taken away. */
  const removable = (): readonly string[] =>
    [...selection.get().ids].filter((id) => {
      const record = editor.board().get(id);
      return record !== undefined && record.gone === null && !isLocked(record);
    });

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
    const ids = removable();
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
    const loose = records
      .free()
      .all()
      .filter(({ record }) => !isLocked(record))
      .map((placed) => placed.id);
    const next = own.length > 0 && !hasOwn ? own : [...records.placement().cards.keys(), ...loose];
    selection.set({ ids: new Set(next), cell, card: card ?? next[0] ?? null });
    return true;
  };

  const edit = (): boolean => {
    const tool = editor.toolbox.tool.get();
    if (tool !== 'select' && tool !== 'hand') return did(() => host.make());
    if (
      free.open(
        (id) => host.write(id),
        (id) => host.openComment(id),
      )
    )
      return true;
    const { cell, card } = selection.get();
    if (card !== null) host.write(card);
    else if (cell !== null) host.writeNew({ cell, index: records.placement().cells.find((each) => each.id === cell)?.cards.length ?? 0 });
    else return go('down');
    return true;
  };
  /** Out of a group first, then out of the selection; a tool goes back to the table before that. */
  const leave = (): boolean => {
    const now = selection.get();
    if (editor.toolbox.tool.get() !== 'select') return did(() => editor.toolbox.take('select'));
    if (now.entered != null) return did(() => selection.set({ ...now, entered: null }));
    return (now.cell !== null || now.ids.size > 0) && did(() => selection.clear());
  };
  const withCard = (then: (id: string) => void): boolean => {
    const { card } = selection.get();
    if (card !== null) then(card);
    return card !== null;
  };
  const fit = (): boolean => {
    camera.fit(contentBox(editor));
    return true;
  };
  const full = (): boolean => {
    const { w, h } = camera.viewport.get();
    const chosenBox = selectionBox(editor);
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

  /** The arrow keys go from card to card, and move what lies free. */
  const arrow = (direction: Direction, onCard: (direction: Direction) => boolean, isStride: boolean) => (): boolean =>
    free.isHere() ? free.nudge(direction, isStride) : onCard(direction);
  const actions: Readonly<Record<BoardAction, () => boolean>> = {
    up: arrow('up', go, false),
    down: arrow('down', go, false),
    left: arrow('left', go, false),
    right: arrow('right', go, false),
    'extend-up': arrow('up', extend, true),
    'extend-down': arrow('down', extend, true),
    'extend-left': arrow('left', extend, true),
    'extend-right': arrow('right', extend, true),
    'move-up': arrow('up', move, true),
    'move-down': arrow('down', move, true),
    'move-left': arrow('left', move, true),
    'move-right': arrow('right', move, true),
    'go-up': () => free.go('up'),
    'go-down': () => free.go('down'),
    'go-left': () => free.go('left'),
    'go-right': () => free.go('right'),
    'grow-up': () => free.grow('up'),
    'grow-down': () => free.grow('down'),
    'grow-left': () => free.grow('left'),
    'grow-right': () => free.grow('right'),
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
      if (ids.length === 0 || editor.readOnly.get() !== null || editor.kind.slots.length === 0) return false;
      host.moveTo(ids);
      return true;
    },
    leave,
    'zoom-in': () => zoom(1.25),
    'zoom-out': () => zoom(0.8),
    'zoom-fit': fit,
    'zoom-full': full,
    help: () => did(() => host.help()),
  };
  return (action) => (isCommandAction(action) ? host.command(action) : actions[action]());
}

/** Everything on the board: the sheet and what lies around it. */
export const contentBox = ({ records }: ActionHost['editor']): Box => contentOf(records.placement(), records.free().all());

/** Around what is selected, cards and objects; undefined for nothing. */
export function selectionBox(editor: ActionHost['editor']): Box | undefined {
  const layer = editor.records.free();
  const { cards } = editor.records.placement();
  return union([...editor.selection.get().ids].flatMap((id) => layer.get(id)?.bounds ?? cards.get(id)?.box ?? []));
}
