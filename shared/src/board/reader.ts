// Reading a board: its records seen through a kind. Everything that shows, checks, exports or edits cards asks here.
import type { BoardRecord, Projection } from '../document/index.ts';
import type { BoardKind, BoardReader, Reactions } from './kind.ts';
import { slotIndex } from './records.ts';
import { createShelves, type RecordSource, type Shelves } from './shelves.ts';
import { cellsInOrder, type Template, type TemplateCell } from './template.ts';

function sourceOf(records: Iterable<BoardRecord>): RecordSource {
  const all = new Map<string, BoardRecord>();
  for (const record of records) all.set(record.id, record);
  return { get: (id) => all.get(id), records: () => all.values() };
}

/** Computes once, when first asked. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

const NO_REACTIONS = (): Reactions => ({});
const EMPTY: readonly BoardRecord[] = [];

/** A reader over a set of records. Every answer is computed when it is first asked for, and kept. */
export function createReader(
  kind: BoardKind,
  template: Template,
  records: Iterable<BoardRecord> | RecordSource,
  reactions: BoardReader['reactions'] = NO_REACTIONS,
): BoardReader {
  const source = 'records' in records ? records : sourceOf(records);
  return readerOver(createShelves(kind, source), source, template, reactions);
}

/** The reader of a live document as it is now. */
export const readerOf = (kind: BoardKind, template: Template, projection: Projection, reactions?: BoardReader['reactions']): BoardReader =>
  createReader(kind, template, projection, reactions);

/** The same live records seen through another template of the kind: form A of a board that is worked on as a diagram. */
export const seenAs = (board: BoardReader, template: Template): BoardReader =>
  template === board.template ? board : createReader(board.kind, template, board.live(), (id) => board.reactions(id));

/** Readers of one board, one after the other: each takes over from the last whatever did not change. */
export interface Readers {
  /** Told what changed, before the next reader is asked for. */
  follow(ids: Iterable<string>): void;
  reader(template: Template, reactions?: BoardReader['reactions']): BoardReader;
}

export function createReaders(kind: BoardKind, source: RecordSource): Readers {
  const shelves = createShelves(kind, source);
  return {
    follow: (ids) => shelves.follow(ids),
    reader: (template, reactions = NO_REACTIONS) => readerOver(shelves, source, template, reactions),
  };
}

function readerOver(shelves: Shelves, source: RecordSource, template: Template, reactions: BoardReader['reactions']): BoardReader {
  const { kind } = shelves;
  const cells = cellsInOrder(template);
  const slots = once(() => shelves.slots());
  const inSlot = (slot: string): readonly BoardRecord[] => slots().get(slot) ?? EMPTY;
  const cellOf = (record: BoardRecord): TemplateCell | undefined => cells.find((cell) => slotIndex(kind, cell, record) >= 0);
  return {
    kind,
    template,
    get: (id) => source.get(id),
    live: once(() => shelves.live()),
    inSlot,
    inCell: (cell) => shelves.inCell(cell, slots()),
    cellOf,
    hidden: once(() => {
      const found = new Map<string, readonly BoardRecord[]>();
      const whole = new Set(cells.flatMap((cell) => cell.slots.flatMap(({ slot, when }) => (when ? [] : slot))));
      for (const [slot, list] of slots()) {
        // Most slots are shown whole somewhere: of them nothing can be hidden.
        if (whole.has(slot)) continue;
        const out = shelves.hiddenOf(template, list, (record) => !cellOf(record));
        if (out.length > 0) found.set(slot, out);
      }
      return found;
    }),
    free: once(() => shelves.free()),
    reactions,
    ofType: (type) => shelves.ofType(type),
    bin: once(() => shelves.bin()),
  };
}
