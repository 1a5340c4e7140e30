// What canvases have in common beside fields: how a kind picks them, the place for later, and how checks are written.
import {
  type BoardKind,
  type BoardReader,
  type CellPlan,
  type Check,
  cardLine,
  cellPlan,
  type Fields,
  type ObjectType,
  type Slot,
  slotFilling,
  slotSums,
} from '../../board/index.ts';
import { type BoardRecord, PARKING } from '../../document/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { fields, localized as text } from './index.ts';

/** Some of the common fields, by name. */
export const pick = <Name extends keyof typeof fields>(...names: readonly Name[]): Pick<typeof fields, Name> =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as unknown as Pick<typeof fields, Name>;

const cardOf = (facets: Fields): ObjectType => ({
  type: 'card',
  label: text('Card', 'Картичка', 'Cartonaș', 'Картка', 'Kort'),
  facets,
  can: { move: true, resize: false, connect: true, hasText: true },
});

export interface CanvasParts extends Pick<BoardKind, 'id' | 'label' | 'templates' | 'stages' | 'rounds' | 'links' | 'isWithheld'> {
  /** Without parking: every canvas has it. */
  readonly slots: readonly Slot[];
  /** All fields its cards can have; cards of all slots are one type. */
  readonly facets: Fields;
  /** Fields as one reads a card aloud. */
  readonly reading: readonly string[];
  /** The slot whose costs are summed; absent: none. */
  readonly sumsOf?: string;
  readonly checks: (board: BoardReader) => readonly Check[];
}

/** A kind whose cards are all of one type and lie in slots. */
export function canvasKind({ facets, slots, reading, sumsOf, checks, ...parts }: CanvasParts): BoardKind {
  const kind: BoardKind = {
    ...parts,
    version: 1,
    types: withFreeTypes(cardOf(facets)),
    slots: [...slots, parkingSlot],
    analyse: (board) => ({ checks: checks(board), sums: sumsOf === undefined ? [] : slotSums(board, sumsOf), filling: slotFilling(board) }),
    summary(record, language, cell) {
      const told = cell?.slots.flatMap(({ when }) => when?.facet ?? []) ?? [];
      return cardLine(kind, record, language, told.length > 0 ? reading.filter((field) => !told.includes(field)) : reading);
    },
  };
  return kind;
}

/** @param wanted those of `asked` a card says when it is complete (★) */
export const canvasSlot = (id: string, label: Slot['label'], asked: readonly string[] = [], wanted: readonly string[] = []): Slot => ({
  id,
  label,
  type: 'card',
  fields: asked,
  wanted,
});

const LATER = text('For later', 'За после', 'Pentru mai târziu', 'На потім', 'Til senere');

const parkingSlot: Slot = canvasSlot(PARKING, LATER);

export const parkingCell: CellPlan = cellPlan(
  PARKING,
  PARKING,
  LATER,
  text(
    'Good thoughts that fit nowhere yet',
    'Добри мисли, които още нямат място',
    'Idei bune care încă nu și-au găsit locul',
    'Добрі думки, яким ще немає місця',
    'Gode tanker som ikke har funnet sin plass',
  ),
  text(
    'Reading in the park next summer',
    'Четене в парка догодина през лятото',
    'Lecturi în parc, la vară',
    'Читання в парку наступного літа',
    'Lesing i parken neste sommer',
  ),
);

export type Said = Pick<Check, 'level' | 'message'>;

/** What a careful colleague would ask. */
export const advice = (...texts: Parameters<typeof text>): Said => ({ level: 'advice', message: text(...texts) });
/** Something cannot be read, or contradicts itself, as it stands. */
export const flag = (...texts: Parameters<typeof text>): Said => ({ level: 'flag', message: text(...texts) });

const UNREADABLE = flag(
  'Something on this card could not be read and is not shown.',
  'Нещо в тази картичка не можа да се прочете и не се показва.',
  'Ceva de pe acest cartonaș nu a putut fi citit și nu este afișat.',
  'Щось на цій картці не вдалося прочитати, тому воно не показане.',
  'Noe på dette kortet kunne ikke leses og vises ikke.',
);

export interface Asking<Code extends string> {
  /** Live cards of a slot that can be read. */
  readonly inSlot: (slot: string) => readonly BoardRecord[];
  readonly say: (code: Code, card: BoardRecord) => void;
  /** About a slot as a whole. */
  readonly sayOf: (code: Code, slot: string) => void;
}

/** Runs a kind's questions over a board, and asks what every board is asked. */
export function asking<Code extends string>(
  board: BoardReader,
  texts: Readonly<Record<Code, Said>>,
  questions: (ask: Asking<Code>) => void,
): readonly Check[] {
  const found: Check[] = [];
  questions({
    inSlot: (slot) => board.inSlot(slot).filter((record) => !record.inert),
    say: (code, card) => void found.push({ code, ...texts[code], card: card.id }),
    sayOf: (code, slot) => void found.push({ code, ...texts[code], slot }),
  });
  for (const card of board.live()) if (!card.inert && card.issues.length > 0) found.push({ code: 'unreadable', ...UNREADABLE, card: card.id });
  return found;
}
