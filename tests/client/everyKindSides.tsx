// One board twice: once in the hands of somebody at the canvas, without a screen, once in the outline of a page. Both begin with the same
// cards; what is done to one can be compared with what is done to the other.
import '@masa/client/panels/LinksDialog.tsx';
import '@masa/client/panels/StarsDialog.tsx';
import { runCommand } from '@masa/client/commands/index.ts';
import { cellsInOrder, createCards, createReader, isEmpty, type Template, type TemplateCell, templateRef } from '@masa/shared/board';
import type { Box, Language } from '@masa/shared/core';
import { apply, type BoardRecord, type Edit, isCellPlace, PERSON } from '@masa/shared/document';
import { KINDS, templateByRef } from '@masa/shared/kinds';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { vi } from 'vitest';
import { pageOf } from '../support/commandPage.ts';
import { type HeadlessBoard, ME, openHeadlessBoard } from '../support/headlessBoard.ts';
import { placeOf, type ShownPage, showPage } from './boardPage.tsx';

/** Every sheet of every kind, by the reference boards pin. */
export const SHEETS: readonly string[] = KINDS.flatMap((kind) => kind.templates.map(templateRef));
export const SHEETS_WITH_CELLS: readonly string[] = SHEETS.filter((ref) => (templateByRef(ref)?.template.cells.length ?? 0) > 0);

export interface Sides {
  readonly template: Template;
  /** In reading order. */
  readonly cells: readonly TemplateCell[];
  /** At most nine of them, from the first to the last: a matrix has twenty-seven, all alike. */
  readonly some: readonly TemplateCell[];
  readonly canvas: HeadlessBoard;
  readonly page: ShownPage;
}

/** Ids of the cards a cell begins with. */
export const cardIn = (cell: string, at: 1 | 2): string => `${cell}-${at}`;

/** Two cards in each cell of a sheet, with what the cell says of them. */
export function filled(ref: string): readonly Edit[] {
  const found = templateByRef(ref);
  if (!found) throw new Error(`no sheet ${ref}`);
  const empty = createReader(found.kind, found.template, []);
  return found.template.cells.flatMap((cell) =>
    createCards(
      empty,
      { cell: cell.id, index: 0 },
      [1, 2].map((at) => ({ id: cardIn(cell.id, at as 1 | 2), text: `Card ${at} of ${cell.id}` })),
      { author: ME, now: 1 },
    ),
  );
}

export interface SidesOptions {
  readonly edits?: readonly Edit[];
  readonly language?: Language;
  readonly role?: 'participant' | 'facilitator';
  readonly stage?: string;
}

export async function openSides(
  ref: string,
  { edits = filled(ref), language = 'en', role = 'participant', stage = '' }: SidesOptions = {},
): Promise<Sides> {
  const found = templateByRef(ref);
  if (!found) throw new Error(`no sheet ${ref}`);
  const canvas = openHeadlessBoard({}, { template: ref, isStaff: role === 'facilitator' });
  apply(canvas.doc, edits, PERSON);
  canvas.editor.camera.fit({ x: -400, y: -400, w: found.template.size.w + 2_400, h: canvas.editor.records.placement().size.h + 800 });
  // What is kept beside the document is asked of a server there is none of.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no server here')));
  const place = placeOf();
  const page = await showPage({
    edits,
    language,
    place: {
      ...place,
      author: ME,
      me: { id: ME.id, name: ME.name, role },
      board: { ...place.board, kind: found.kind.id, template: ref, stage },
    },
  });
  const cells = cellsInOrder(found.template);
  const step = Math.max(1, (cells.length - 1) / 8);
  const some = cells.length <= 9 ? cells : Array.from({ length: 9 }, (_, at) => cells[Math.round(at * step)] as TemplateCell);
  return { template: found.template, cells, some, canvas, page };
}

/** What is on a board, without what differs between any two: ids of what was made, times, boxes, order keys. */
export function boardOf(editor: HeadlessBoard['editor'], isAnywhere = false): unknown {
  const reader = editor.board();
  const { records } = editor;
  const { marks, projection } = records;
  const inOrder = reader.template.cells.map((cell) => [
    cell.id,
    isAnywhere ? reader.inCell(cell).length : reader.inCell(cell).map(({ text }) => text),
  ]);
  const all = [...projection.records()]
    .filter((record) => record.text !== '' || record.gone === null)
    .map((record) => told(record, marks.on(record.id)));
  return { cells: Object.fromEntries(inOrder), records: all.toSorted((one, other) => one.key.localeCompare(other.key)) };
}

function told(record: BoardRecord, marks: ReadonlyMap<string, ReadonlySet<string>>) {
  const { type, place, text, fields, starred, lock, gone, notes, tags, sensitive, author, origin, moved, inert } = record;
  return {
    key: `${type} ${text}`,
    place: isCellPlace(place) ? place.cell : '(free)',
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value))),
    said: { starred, notes, tags, sensitive, inert },
    lock: lock && { by: lock.by, staff: lock.staff },
    gone: gone?.by,
    moved: moved?.by,
    author: author.id,
    origin: origin?.how,
    marks: Object.fromEntries([...marks].map(([sign, people]) => [sign, [...people]])),
  };
}

/** Both sides as they are now; equal where they say the same. */
export const both = ({ canvas, page }: Sides, isAnywhere = false): readonly [canvas: unknown, outline: unknown] => [
  boardOf(canvas.editor, isAnywhere),
  boardOf(page.open.editor, isAnywhere),
];

// The canvas's hands.

export function choose({ editor }: HeadlessBoard, id: string): void {
  editor.selection.only(id, editor.records.placement().cards.get(id)?.cell ?? null);
}

/** Does a command of the palette to one card or object. */
export function command(board: HeadlessBoard, what: string, id: string): void {
  choose(board, id);
  const why = runCommand(what, pageOf(board.editor).host);
  if (why !== null) throw new Error(`${what} cannot be done: ${why}`);
}

const middleOf = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });

/** A place in a cell's upper part: it is the cell's also when what is in the hand leaves the row above and everything moves up. */
export function insideOf({ editor }: HeadlessBoard, cell: string) {
  const placed = editor.records.placement().cells.find(({ id }) => id === cell);
  if (!placed) throw new Error(`no cell ${cell}`);
  return { x: placed.rect.x + placed.rect.w / 2, y: placed.rect.y + 30 };
}

/** The place after a cell's last card. */
export function tailOf({ editor }: HeadlessBoard, cell: string) {
  const placed = editor.records.placement().cells.find(({ id }) => id === cell);
  if (!placed) throw new Error(`no cell ${cell}`);
  const { x, y } = middleOf(placed.tail);
  return { x, y: Math.min(y, placed.rect.y + placed.rect.h - 4) };
}

export function dragTo(board: HeadlessBoard, id: string, to: { readonly x: number; readonly y: number }): void {
  const placed = board.editor.records.placement().cards.get(id)?.box ?? board.editor.records.free().get(id)?.box;
  if (!placed) throw new Error(`${id} is not on the board`);
  const from = middleOf(placed);
  board.drag([from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to, to]);
}

export function write(board: HeadlessBoard, text: string): void {
  board.writer.input(text, text.length, text.length);
}

// The outline's controls.

const named = (root: ParentNode, name: string): HTMLElement => {
  const found = [...root.querySelectorAll<HTMLElement>('[aria-label], button, summary')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim().replace(/: .*$/u, '')) === name,
  );
  if (!found) throw new Error(`nothing is called “${name}”`);
  return found;
};

/** Turns to a cell's page, or to what lies on the board itself (`-board`). */
export function turnTo({ page }: Sides, cell: string): void {
  const select = page.container.querySelector<HTMLSelectElement>('.outline-turn select');
  if (select && select.value !== cell) fireEvent.change(select, { target: { value: cell } });
}

/** The list entry of a card or object by the text it has. */
export function entryOf({ page }: Sides, text: string): HTMLElement {
  const fields = [...page.container.querySelectorAll<HTMLTextAreaElement>('.outline li textarea.card-field')];
  const entry = fields.find(({ value }) => value === text)?.closest('li');
  if (!entry) throw new Error(`the outline does not show “${text}”, only ${fields.map(({ value }) => value).join(' · ')}`);
  return entry as HTMLElement;
}

export const press = (root: ParentNode, name: string): void => void fireEvent.click(named(root, name));
export const pick = (root: ParentNode, name: string, value: string): void => void fireEvent.change(named(root, name), { target: { value } });

export function type(field: Element, text: string, leave = true): void {
  act(() => (field as HTMLElement).focus());
  fireEvent.change(field, { target: { value: text } });
  if (leave) act(() => (field as HTMLElement).blur());
}

export const within = (root: ParentNode, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
};

/** Opens a card's details from its entry; resolves to the form. */
export async function details(sides: Sides, text: string): Promise<HTMLElement> {
  press(entryOf(sides, text), 'Details');
  return waitFor(() => {
    const form = within(sides.page.container, '.details');
    const shown = (within(form, 'textarea.card-field') as HTMLTextAreaElement).value;
    if (shown !== text) throw new Error(`the details of “${shown}” are shown`);
    return form;
  });
}

export const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');
