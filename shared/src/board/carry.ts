// Carrying a card to another board: what it becomes there, and which slot suggests itself. Pure: nothing is moved here. A carried card is
// a new object; the one it came from stays as it is.
import { cleanLine, type Language, LIMITS, sameJson } from '../core/index.ts';
import { type BoardRecord, isCellPlace, PARKING } from '../document/index.ts';
import { isEmpty } from './field.ts';
import type { BoardKind, BoardReader, Slot } from './kind.ts';
import { type FieldLine, fieldText, labelled, oneLine } from './present.ts';
import { WORDS } from './presentWords.ts';
import { slotOf, typeOf } from './records.ts';
import type { CellSlot, Template, TemplateCell } from './template.ts';

/** One step of the thread: cards that lie there go on to here. Kinds and slots are named by id, so that kinds stay strangers. */
export interface Way {
  readonly from: {
    readonly kind: string;
    readonly slot: string;
    /** Only cards whose field has this value. */
    readonly when?: { readonly field: string; readonly value: unknown };
  };
  readonly to: { readonly kind: string; readonly slot: string };
}

/** Where a carried card comes to lie. */
export interface Landing {
  readonly kind: BoardKind;
  /** Null: the kind has no slots, and the card becomes a note beside the sheet. */
  readonly slot: Slot | null;
  /** The cell's own condition, where a cell was chosen: a card that is put there says so. */
  readonly when?: CellSlot['when'];
}

/** What a card says on the other board. */
export interface Carried {
  readonly type: string;
  readonly text: string;
  /** Values by field name: what both boards ask for under one name. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly sensitive: boolean;
  /** What has no field there and stands in the notes instead, as "Label: value". */
  readonly left: readonly FieldLine[];
}

/** Whether an object can be carried: a card, or what can lie in a cell, that says something and is still on the board. */
export function isCarriable(board: BoardReader, record: BoardRecord): boolean {
  const can = typeOf(board.kind, record.type)?.can;
  if (record.inert || record.gone !== null || !can || can.bePart) return false;
  return record.text.trim() !== '' && can.hasText && (isCellPlace(record.place) || (can.beCard ?? false));
}

/**
 * What `record` becomes. Nothing it says is dropped: fields the other slot's type does not know, or whose values it cannot read, and links
 * to cards that stay behind go to the notes in `language`. The notes may come out longer than notes may be; whoever writes them looks.
 * @param fellows ids of cards that are carried together, by their ids here: links among them stay links
 */
export function carried(
  board: BoardReader,
  record: BoardRecord,
  to: Landing,
  language: Language,
  fellows: ReadonlyMap<string, string> = new Map(),
): Carried {
  const own = typeOf(board.kind, record.type)?.facets ?? {};
  const type = to.slot === null ? undefined : typeOf(to.kind, to.slot.type);
  const fields: Record<string, unknown> = {};
  const left: FieldLine[] = [];
  const leave = (name: string, value: unknown): void => {
    const field = own[name];
    const said = field?.input.as === 'links' ? linked(board, value, language) : field ? fieldText(field, value, language) : '';
    if (field && said !== '') left.push({ name, label: field.label[language], value: said });
  };
  for (const name of inAskedOrder(board, record, Object.keys(own))) {
    const value = record.fields[name];
    if (isEmpty(value)) continue;
    const target = type && Object.hasOwn(type.facets, name) ? type.facets[name] : undefined;
    if (own[name]?.input.as === 'links') {
      const ids = Array.isArray(value) ? (value as readonly string[]) : [];
      const along = target?.input.as === 'links' ? ids.filter((id) => fellows.has(id)) : [];
      if (along.length > 0) fields[name] = along.map((id) => fellows.get(id));
      leave(
        name,
        ids.filter((id) => !along.includes(id)),
      );
      continue;
    }
    const parsed = target?.parse(value);
    if (parsed?.ok && !isEmpty(parsed.value)) fields[name] = parsed.value;
    else leave(name, value);
  }
  const { when } = to;
  if (when && !when.values.some((value) => sameJson(value, fields[when.facet] ?? null))) {
    if (!isEmpty(fields[when.facet])) leave(when.facet, fields[when.facet]);
    fields[when.facet] = when.enter;
  }
  const [text, rest] = parted(record.text);
  const notes = [rest, record.notes, ...left.map(({ label, value }) => labelled(label, value))].filter((part) => part !== '').join('\n');
  return { type: to.slot?.type ?? 'note', text, fields, notes, tags: record.tags, sensitive: record.sensitive, left };
}

/** Fields in the order the card's slot asks for them, then the others. */
function inAskedOrder(board: BoardReader, record: BoardRecord, names: readonly string[]): readonly string[] {
  const asked = (slotOf(board.kind, record)?.fields ?? []).filter((name) => names.includes(name));
  return [...asked, ...names.filter((name) => !asked.includes(name))];
}

/** The texts of linked cards. A sensitive one is not told on a card that is not: only that there is one. */
function linked(board: BoardReader, value: unknown, language: Language): string {
  const ids = Array.isArray(value) ? (value as readonly string[]) : [];
  const records = ids.flatMap((id) => board.get(id) ?? []).filter((each) => each.gone === null && each.text.trim() !== '');
  return records.map((each) => (each.sensitive ? WORDS.notShown[language] : oneLine(each.text))).join('; ');
}

/** A text as a card holds it, and what is beyond that: cut between words where there are some. Lengths in UTF-16 units, as texts are kept. */
function parted(text: string): readonly [string, string] {
  const whole = text.trim();
  if (whole.length <= LIMITS.cardTextMax) return [whole, ''];
  const space = whole.slice(0, LIMITS.cardTextMax).search(/\s\S*$/u);
  // Without a space in its second half it is no prose: cut where it must be, never within a character.
  const cut = space > LIMITS.cardTextMax / 2 ? space : LIMITS.cardTextMax - (/[\uD800-\uDBFF]/.test(whole.charAt(LIMITS.cardTextMax - 1)) ? 1 : 0);
  return [whole.slice(0, cut).trimEnd(), whole.slice(cut).trimStart()];
}

/**
 * The slot of `to` that suggests itself for a card: the next step of the thread, else the slot of the same name, else parking, else the
 * first. Null where the kind has no slots.
 */
export function suggestedSlot(ways: readonly Way[], board: BoardReader, record: BoardRecord, to: BoardKind): string | null {
  const has = (id: string | undefined): id is string => to.slots.some((slot) => slot.id === id);
  const lies = slotOf(board.kind, record)?.id;
  const way = ways.find(
    ({ from, to: there }) =>
      from.kind === board.kind.id &&
      from.slot === lies &&
      there.kind === to.id &&
      has(there.slot) &&
      (!from.when || sameJson(record.fields[from.when.field], from.when.value)),
  );
  if (way) return way.to.slot;
  if (has(lies)) return lies;
  return has(PARKING) ? PARKING : (to.slots[0]?.id ?? null);
}

/** A slot in more cells than these is a grid or a scale: what is carried there comes to the cell of those nobody has placed yet. */
const CELLS_OF_A_CHOICE = 4;

/** The cells of a template a carried card can be put into, in its order: of a grid only the cell for what is not placed in it yet. */
export function landingCells(template: Template): readonly TemplateCell[] {
  const counts = new Map<string, number>();
  for (const { slots } of template.cells) for (const { slot } of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const takes = ({ slots: [entry] }: TemplateCell): boolean =>
    entry !== undefined && (!entry.when || (counts.get(entry.slot) ?? 0) <= CELLS_OF_A_CHOICE || entry.when.values.includes(null));
  return template.cells.filter(takes).sort((a, b) => a.order - b.order);
}

/** The cell in which a card that is put into `slot` without more being said comes to lie. */
export const landingCellOf = (template: Template, slot: string | null): TemplateCell | undefined => {
  const cells = landingCells(template).filter((cell) => cell.slots.some((entry) => entry.slot === slot));
  const open = (cell: TemplateCell): boolean => cell.slots.some(({ slot: id, when }) => id === slot && (!when || when.values.includes(null)));
  return cells.find(open) ?? cells[0];
};

/** Where a card lands that is put into a cell: its first slot, as with everything that is made there. */
export function landingIn(kind: BoardKind, cell: TemplateCell): Landing | undefined {
  const [entry] = cell.slots;
  const slot = kind.slots.find((each) => each.id === entry?.slot);
  return slot && { kind, slot, ...(entry?.when ? { when: entry.when } : {}) };
}

/**
 * Where a card lands if nothing is said: in the slot that suggests itself. What it says of itself places it, as on any sheet; only where it
 * says nothing it says what the cell does that suggests itself.
 */
export function suggestedLanding(ways: readonly Way[], board: BoardReader, record: BoardRecord, kind: BoardKind, template: Template): Landing {
  const wanted = suggestedSlot(ways, board, record, kind);
  const slot = kind.slots.find(({ id }) => id === wanted) ?? null;
  const cell = landingCellOf(template, wanted);
  const when = cell?.slots[0]?.slot === wanted ? cell.slots[0].when : undefined;
  return when && isEmpty(record.fields[when.facet]) ? { kind, slot, when } : { kind, slot };
}

/** The cell that will show a carried card; undefined where this template shows none. */
export const showingCell = (template: Template, { slot }: Landing, fields: Carried['fields']): TemplateCell | undefined =>
  template.cells.find((cell) =>
    cell.slots.some((entry) => {
      const { when } = entry;
      return entry.slot === slot?.id && (!when || when.values.some((value) => sameJson(value, fields[when.facet] ?? null)));
    }),
  );

/** Whether two texts say the same to a reader. */
export const saysTheSame = (a: string, b: string): boolean => cleanLine(a) === cleanLine(b);
