// The read model: a board as plain JSON for the wall, the API and search. Derived, never edited.
import type { Language } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import { isEmpty } from './field.ts';
import type { BoardReader, Ledger, Sum } from './kind.ts';
import { hiddenTitle } from './outline.ts';
import { countedOutside, type FreeNode, freeTree, settledOf, titleOf } from './presentFree.ts';
import { publicReader } from './presentPublic.ts';
import { WORDS } from './presentWords.ts';
import { typeOf } from './records.ts';
import { cellsInOrder } from './template.ts';

/** Which board this is, as the database says. */
export interface BoardLabel {
  readonly id: string;
  readonly kind: string;
  readonly template: string;
  readonly title?: string;
  readonly group?: { readonly number: number; readonly name?: string };
}

/** A card; besides these parts it has its typed attributes by facet name, those that say something. */
export interface ReadCard {
  readonly id: string;
  readonly text: string;
  readonly author: { readonly name: string; readonly library: string; readonly region: string };
  readonly [attribute: string]: unknown;
}

/** An object of the free layer; besides these parts it has the attributes a card has. */
export interface ReadObject extends ReadCard {
  readonly type: string;
  /** What it is, in words, with its text. */
  readonly title: string;
  /** What lies in it. */
  readonly inside?: readonly ReadObject[];
}

export interface ReadCell {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly ReadCard[];
}

export interface ReadModel extends BoardLabel {
  /** The template's cells, in its order. */
  readonly cells: readonly ReadCell[];
  readonly checks: readonly {
    readonly code: string;
    readonly level: string;
    readonly card?: string;
    readonly slot?: string;
    readonly message: string;
  }[];
  readonly sums: readonly Sum[];
  /** Money of other sorts, by slot; absent: there is none. */
  readonly ledgers?: readonly Ledger[];
  /** Cards this template does not show, by slot. */
  readonly hidden: readonly ReadCell[];
  /** What lies beside and over the sheet, in reading order; what lies in a frame, comments and replies within what they belong to. */
  readonly free: readonly ReadObject[];
  /** Public: objects that are only counted, by type. */
  readonly counted: Readonly<Record<string, number>>;
  /** Number of cards in the bin. */
  readonly bin: number;
}

/** @param options.public without checks, names of people, confidential fields and sensitive content. */
export function readModel(full: BoardReader, label: BoardLabel, language: Language, options: { readonly public?: boolean } = {}): ReadModel {
  const board = options.public ? publicReader(full, language) : full;
  const { checks, sums, ledgers } = board.kind.analyse(board);
  const cards = (records: readonly BoardRecord[]): readonly ReadCard[] => records.map((record) => readCard(board, record, language));
  const hidden = [...board.hidden()].map(([id, records]) => ({ id, title: hiddenTitle(board, id, language), cards: cards(records) }));
  const { roots, rest } = freeTree(board);
  return {
    ...label,
    cells: cellsInOrder(board.template).map((cell) => ({ id: cell.id, title: cell.title[language], cards: cards(board.inCell(cell)) })),
    checks: options.public ? [] : checks.map(({ message, ...check }) => ({ ...check, message: message[language] })),
    sums,
    ...(ledgers ? { ledgers } : {}),
    hidden: rest.length > 0 ? [...hidden, { id: 'elsewhere', title: WORDS.elsewhere[language], cards: cards(rest) }] : hidden,
    free: roots.map((node) => readObject(board, node, language)),
    counted: options.public ? Object.fromEntries(countedOutside(full)) : {},
    bin: options.public ? 0 : full.bin().length,
  };
}

function readCard(board: BoardReader, record: BoardRecord, language: Language, about = freeTree(board).about(record.id)): ReadCard {
  const { name, library, region } = record.author;
  const type = typeOf(board.kind, record.type);
  const reactions = board.reactions(record.id);
  return {
    // Fields first: whatever a kind calls its fields, the parts every card has win. How something looks is nobody's reading matter.
    ...Object.fromEntries(Object.entries(record.fields).filter(([field, value]) => type && Object.hasOwn(type.facets, field) && !isEmpty(value))),
    ...(record.notes === '' ? {} : { notes: record.notes }),
    ...(record.tags.length === 0 ? {} : { tags: record.tags }),
    ...(record.created === 0 ? {} : { created: record.created }),
    ...(record.sensitive ? { sensitive: true } : {}),
    ...(record.inert ? { unsupported: WORDS.notSupported[language] } : {}),
    ...(Object.keys(reactions).length === 0 ? {} : { reactions }),
    ...(about.length === 0 ? {} : { comments: about.map((node) => readObject(board, node, language)) }),
    id: record.id,
    text: record.text,
    author: { name, library, region },
  };
}

function readObject(board: BoardReader, { record, inside, about }: FreeNode, language: Language): ReadObject {
  return {
    ...readCard(board, record, language, about),
    ...(settledOf(board, record) === null ? {} : { resolved: true }),
    ...(inside.length === 0 ? {} : { inside: inside.map((node) => readObject(board, node, language)) }),
    type: record.type,
    title: titleOf(board, record, language),
  };
}
