// What people do to cards, as named intentions that become edits. Buttons, tools, outline, keyboard and server all call these;
// each is pure: it reads the board and returns edits, and changes nothing itself.
import { compareKeys, createId, isBlank, orderKeys } from '../core/index.ts';
import { type BoardRecord, type Edit, FACET, isCellPlace, type Origin } from '../document/index.ts';
import { type BoardReader, type CommandContext, stampOf } from './kind.ts';
import { isSameValue, orderOf, slotIndex, slotOf, typeOf } from './records.ts';
import type { CellSlot, TemplateCell } from './template.ts';

/** Where in a cell: before the card that stands at `index` now (cards being moved do not count); beyond the end = at the end. */
export interface Target {
  readonly cell: string;
  readonly index: number;
}

export interface NewCard {
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly id?: string;
}

const cellOfTarget = (board: BoardReader, target: Target): TemplateCell | undefined => board.template.cells.find((cell) => cell.id === target.cell);

/** The keys for `count` cards that come to stand at `index` of a cell, within the run of cards of one of its slots. */
function keysAt(
  board: BoardReader,
  cell: TemplateCell,
  entry: CellSlot,
  index: number,
  count: number,
  moving: ReadonlySet<string>,
): readonly string[] {
  const at = cell.slots.indexOf(entry);
  const shown = board.inCell(cell).filter((record) => !moving.has(record.id));
  const run = shown.filter((record) => slotIndex(board.kind, cell, record) === at);
  const ahead = shown.slice(0, Math.max(0, index)).filter((record) => slotIndex(board.kind, cell, record) === at).length;
  const before = run[ahead - 1];
  const after = run[ahead];
  return orderKeys(before ? orderOf(before) : null, after ? orderOf(after) : null, count);
}

export const origin = (how: Origin['how'], board = '', object = ''): Origin => ({ how, board, object });

/** Makes cards at a place in a cell. Blank texts make nothing. */
export function createCards(
  board: BoardReader,
  target: Target,
  cards: readonly NewCard[],
  context: CommandContext,
  from: Origin = origin('typed'),
): readonly Edit[] {
  const cell = cellOfTarget(board, target);
  const entry = cell?.slots[0];
  const wanted = cards.filter((card) => !isBlank(card.text));
  if (!cell || !entry || wanted.length === 0) return [];
  const slot = board.kind.slots.find((each) => each.id === entry.slot);
  if (!slot) return [];
  const keys = keysAt(board, cell, entry, target.index, wanted.length, new Set());
  return wanted.map((card, at) => ({
    do: 'create',
    id: card.id ?? createId(),
    type: slot.type,
    place: { cell: slot.id, order: keys[at] as string },
    text: card.text,
    facets: {
      [FACET.author]: context.author,
      [FACET.created]: context.now,
      [FACET.origin]: from,
      ...(entry.when && entry.when.values.length > 0 ? { [entry.when.facet]: entry.when.enter } : {}),
      ...card.fields,
    },
  }));
}

/**
 * Moves cards to a place in a cell, keeping their order among themselves. A card whose slot the cell shows keeps it; another takes the
 * cell's first slot. What its new slot does not ask for stays in the card as extra.
 */
export function moveCards(board: BoardReader, ids: readonly string[], target: Target, context: CommandContext): readonly Edit[] {
  const cell = cellOfTarget(board, target);
  const first = cell?.slots[0];
  if (!cell || !first) return [];
  const moving = new Set(ids);
  const records = inReadingOrder(board, ids).filter((record) => record.lock === null);
  const groups = new Map<CellSlot, BoardRecord[]>();
  for (const record of records) {
    const own = slotOf(board.kind, record)?.id;
    const entry = cell.slots[slotIndex(board.kind, cell, record)] ?? cell.slots.find((each) => each.slot === own) ?? first;
    const group = groups.get(entry);
    if (group) group.push(record);
    else groups.set(entry, [record]);
  }
  const edits: Edit[] = [];
  for (const [entry, group] of groups) {
    const keys = keysAt(board, cell, entry, target.index, group.length, moving);
    for (const [at, record] of group.entries()) {
      edits.push({ do: 'set', id: record.id, facet: FACET.place, value: { cell: entry.slot, order: keys[at] as string } });
      const said = record.fields[entry.when?.facet ?? ''] ?? null;
      const enters = entry.when && !entry.when.values.some((value) => isSameValue(value, said));
      if (entry.when && enters) edits.push({ do: 'set', id: record.id, facet: entry.when.facet, value: entry.when.enter });
      if (board.cellOf(record)?.id !== cell.id) edits.push({ do: 'set', id: record.id, facet: FACET.moved, value: stampOf(context) });
    }
  }
  return edits;
}

/**
 * Where the kind keeps a card that is dropped beside the sheet: a cell it goes to, or null = it stays where it lies. Undefined: nowhere,
 * it becomes an object of the free layer.
 */
export function strayCellOf(board: BoardReader, record: BoardRecord): TemplateCell | null | undefined {
  const slot = slotOf(board.kind, record);
  if (!slot || !board.kind.strayCell) return undefined;
  const id = board.kind.strayCell(board.template, slot.id);
  return board.cellOf(record)?.id === id ? null : (board.template.cells.find((cell) => cell.id === id) ?? null);
}

/** The records of `ids` that are cards or can become some, live and in reading order; those of the free layer last. */
export function inReadingOrder(board: BoardReader, ids: Iterable<string>): readonly BoardRecord[] {
  const wanted = new Set(ids);
  const shown = [...board.template.cells].sort((a, b) => a.order - b.order).flatMap((cell) => board.inCell(cell));
  const ordered = shown.filter((record) => wanted.has(record.id));
  const rest = [...wanted].filter((id) => !ordered.some((record) => record.id === id)).flatMap((id) => board.get(id) ?? []);
  return [...ordered, ...rest.filter((record) => record.gone === null && (isCellPlace(record.place) || typeOf(board.kind, record.type)?.can.beCard))];
}

/** Puts cards into the bin. They keep everything, also what others still write into them. */
export const binCards = (board: BoardReader, ids: Iterable<string>, context: CommandContext): readonly Edit[] =>
  [...ids]
    .filter((id) => board.get(id)?.gone === null && board.get(id)?.lock === null)
    .map((id) => ({ do: 'set', id, facet: FACET.gone, value: stampOf(context) }));

/** Takes cards out of the bin, back to where they lay. */
export const restoreCards = (board: BoardReader, ids: Iterable<string>): readonly Edit[] =>
  [...ids].filter((id) => board.get(id)?.gone).map((id) => ({ do: 'set', id, facet: FACET.gone, value: null }));

export const setText = (id: string, text: string, cursor?: number): readonly Edit[] => [
  { do: 'text', id, text, ...(cursor === undefined ? {} : { cursor }) },
];

/** Sets one facet of a card if the value can be read there; nothing otherwise. */
export function setField(board: BoardReader, id: string, facet: string, value: unknown): readonly Edit[] {
  const record = board.get(id);
  if (!record || record.inert || record.lock !== null) return [];
  const type = typeOf(board.kind, record.type);
  const own = type?.facets[facet] ?? type?.looks?.[facet];
  if (own && !own.parse(value).ok) return [];
  return [{ do: 'set', id, facet, value }];
}

/** Replaces one long card by several: the first keeps the card and its fields, the others follow it. */
export function splitCard(board: BoardReader, id: string, texts: readonly string[], context: CommandContext): readonly Edit[] {
  const record = board.get(id);
  const cell = record?.lock === null ? board.cellOf(record) : undefined;
  const [first, ...rest] = texts.filter((text) => !isBlank(text));
  if (!record || !cell || first === undefined) return [];
  const { place } = record;
  if (!isCellPlace(place)) return [];
  const next = board.inSlot(place.cell).find((each) => each.id !== id && compareKeys(orderOf(each), each.id, place.order, id) > 0);
  const keys = orderKeys(place.order, next ? orderOf(next) : null, rest.length);
  const made = createCards(
    board,
    { cell: cell.id, index: 0 },
    rest.map((text) => ({ text })),
    context,
  );
  // They stand right behind the card, in its slot, wherever the cell would have put them.
  return [
    ...setText(id, first),
    ...made.map((edit, at) => (edit.do === 'create' ? { ...edit, place: { cell: place.cell, order: keys[at] as string } } : edit)),
  ];
}
