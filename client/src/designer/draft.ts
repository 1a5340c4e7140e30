// A template that is being drawn: what can be done to it, as pure functions, and its way back. It knows no screen.
import { type BoardKind, cellsInOrder, type Template, type TemplateCell, validateTemplate, type Worded } from '@masa/shared/board';
import { type Box, createId, type Language, LIMITS, type Localized } from '@masa/shared/core';
import type { OwnTemplate } from '@masa/shared/wire';

export type Draft = Omit<Template, 'id' | 'version'>;

/** Cells lie on this grid and are at least this large, board units. */
export const GRID = 20;
export const CELL_MIN = { w: 200, h: 120 } as const;
const SIDE_MIN = 400;

const NOTHING: Localized = { en: '', bg: '', ro: '', uk: '', nb: '' };

/** Words of a template of Masa are all there; of one's own they may be missing. */
const worded = (words: Worded | undefined): Localized => ({ ...NOTHING, ...words });

/** A draft that begins as `template`, its cells numbered in their order. */
export function draftOf(template: Template, title: Worded = template.title): Draft {
  const { kind, size, connectors, captions, print } = template;
  const cells = cellsInOrder(template).map((cell, order) => ({
    ...cell,
    order,
    title: worded(cell.title),
    hint: worded(cell.hint),
    example: worded(cell.example),
    ...(cell.heading ? { heading: worded(cell.heading) } : {}),
    ...(cell.question ? { question: worded(cell.question) } : {}),
  }));
  return { kind, title: worded(title), size, cells, connectors, ...(captions ? { captions } : {}), ...(print ? { print } : {}) };
}

const snap = (value: number): number => Math.round(value / GRID) * GRID;
const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));

/** A rectangle on the grid, large enough, and on the page. */
export function fitted({ x, y, w, h }: Box, page: Draft['size']): Box {
  const width = within(snap(w), CELL_MIN.w, page.w);
  const height = within(snap(h), CELL_MIN.h, page.h);
  return { x: within(snap(x), 0, page.w - width), y: within(snap(y), 0, page.h - height), w: width, h: height };
}

const withCell = (draft: Draft, id: string, change: (cell: TemplateCell) => TemplateCell): Draft => ({
  ...draft,
  cells: draft.cells.map((cell) => (cell.id === id ? change(cell) : cell)),
});

const numbered = (cells: readonly TemplateCell[]): readonly TemplateCell[] => cells.map((cell, order) => ({ ...cell, order }));

export const place = (draft: Draft, id: string, rect: Box): Draft => withCell(draft, id, (cell) => ({ ...cell, rect: fitted(rect, draft.size) }));

export type CellWords = 'title' | 'hint' | 'example' | 'question';

export const say = (draft: Draft, id: string, words: CellWords, language: Language, text: string): Draft =>
  withCell(draft, id, ({ heading, ...cell }) => ({
    ...cell,
    // Whoever gives a cell a title of their own wants to see it on the sheet.
    ...(heading && words !== 'title' ? { heading } : {}),
    [words]: { ...worded(cell[words]), [language]: text },
  }));

export const call = (draft: Draft, language: Language, text: string): Draft => ({ ...draft, title: { ...draft.title, [language]: text } });

/** What a cell collects. A slot that stays keeps what it was told: which cards, and what they become here. */
export const collect = (draft: Draft, id: string, slots: readonly string[]): Draft =>
  withCell(draft, id, (cell) => ({ ...cell, slots: slots.map((slot) => cell.slots.find((each) => each.slot === slot) ?? { slot }) }));

/** A new cell below the lowest; the page grows with it. */
export function addCell(draft: Draft, kind: BoardKind): { readonly draft: Draft; readonly id: string } {
  const id = `cell-${createId().slice(0, 8)}`;
  const bottom = Math.max(0, ...draft.cells.map(({ rect }) => rect.y + rect.h));
  const rect = { x: 2 * GRID, y: snap(bottom + GRID), w: Math.max(CELL_MIN.w, draft.size.w - 4 * GRID), h: 2 * CELL_MIN.h };
  const size = { w: draft.size.w, h: Math.min(LIMITS.templateSideMax, Math.max(draft.size.h, rect.y + rect.h + 2 * GRID)) };
  const used = new Set(draft.cells.flatMap(({ slots }) => slots.map(({ slot }) => slot)));
  const slot = (kind.slots.find((each) => !used.has(each.id)) ?? kind.slots[0])?.id;
  const cell: TemplateCell = {
    id,
    title: worded(kind.slots.find((each) => each.id === slot)?.label),
    hint: NOTHING,
    example: NOTHING,
    slots: slot === undefined ? [] : [{ slot }],
    rect: fitted(rect, size),
    order: draft.cells.length,
  };
  return { draft: { ...draft, size, cells: [...draft.cells, cell] }, id };
}

export const removeCell = (draft: Draft, id: string): Draft => ({
  ...draft,
  cells: numbered(draft.cells.filter((cell) => cell.id !== id)),
  connectors: draft.connectors.filter(({ from, to }) => from !== id && to !== id),
  ...(draft.captions ? { captions: draft.captions.filter(({ beside }) => beside !== id) } : {}),
});

/** One place earlier or later in the order of reading, Tab and report. */
export function shift(draft: Draft, id: string, by: -1 | 1): Draft {
  const cells = [...draft.cells];
  const from = cells.findIndex((cell) => cell.id === id);
  const to = from + by;
  const [moved] = from < 0 || to < 0 || to >= cells.length ? [] : cells.splice(from, 1);
  if (!moved) return draft;
  cells.splice(to, 0, moved);
  return { ...draft, cells: numbered(cells) };
}

/** Draws an arrow between two cells, or takes it away again. */
export function connect(draft: Draft, from: string, to: string): Draft {
  if (from === to) return draft;
  const others = draft.connectors.filter((each) => each.from !== from || each.to !== to);
  return { ...draft, connectors: others.length < draft.connectors.length ? others : [...others, { from, to }] };
}

/** Another size of the page. It never leaves a cell outside. */
export function resizePage(draft: Draft, size: Draft['size']): Draft {
  const side = (wanted: number, needed: number): number => within(snap(wanted), Math.max(SIDE_MIN, needed), LIMITS.templateSideMax);
  return {
    ...draft,
    size: {
      w: side(size.w, Math.max(0, ...draft.cells.map(({ rect }) => rect.x + rect.w))),
      h: side(size.h, Math.max(0, ...draft.cells.map(({ rect }) => rect.y + rect.h))),
    },
  };
}

export const printOn = (draft: Draft, print: NonNullable<Draft['print']>): Draft => ({ ...draft, print });

/** What is wrong with it, as the server would say. */
export const faultsOf = (draft: Draft, kind: BoardKind, language: Language) =>
  validateTemplate({ ...draft, id: 'draft', version: 1 }, kind, language);

export const toSend = (draft: Draft): OwnTemplate => JSON.parse(JSON.stringify(draft)) as OwnTemplate;

/** How many words of the template nobody has written in a language. Examples may be missing. */
export const missingWords = (draft: Draft, language: Language): number =>
  [draft.title, ...draft.cells.flatMap(({ title, hint }) => [title, hint])].filter((words) => !words[language].trim()).length;

/** Ids of cells that show all cards of a slot another cell shows as well: such a card stands in both. */
export function sharedCells({ cells }: Draft): readonly string[] {
  const whole = (cell: TemplateCell): readonly string[] => cell.slots.filter(({ when }) => !when).map(({ slot }) => slot);
  return cells.filter((cell) => cells.some((other) => other !== cell && whole(cell).some((slot) => whole(other).includes(slot)))).map(({ id }) => id);
}

/** Drafts behind and before the present one. */
export interface Steps {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
}

export const begin = (draft: Draft): Steps => ({ past: [], now: draft, future: [] });

/** @param joins the change goes on with the one before, e.g. the next letter of a word: one step back takes both */
export const advance = ({ past, now }: Steps, next: Draft, joins: boolean): Steps =>
  next === now
    ? { past, now, future: [] }
    : { past: joins && past.length > 0 ? past : [...past, now].slice(-LIMITS.undoDepth), now: next, future: [] };

export const back = (steps: Steps): Steps => {
  const before = steps.past.at(-1);
  return before ? { past: steps.past.slice(0, -1), now: before, future: [steps.now, ...steps.future] } : steps;
};

export const forth = (steps: Steps): Steps => {
  const [after, ...rest] = steps.future;
  return after ? { past: [...steps.past, steps.now], now: after, future: rest } : steps;
};
