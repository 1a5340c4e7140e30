// The outline: a board as a tree of headings, lists and values. The equal editor, screen readers, phones and print read it. Every
// live record stands in it exactly once; replies whose comment is in the bin lie there with it.
import type { Language } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import type { Analysis, BoardReader, Check, Reactions } from './kind.ts';
import { type FieldLine, fieldLines, isComplete } from './present.ts';
import { type FreeNode, freeTree, isHeading, objectChecks, settledOf, titleOf } from './presentFree.ts';
import { WORDS } from './presentWords.ts';
import { slotOf, typeOf } from './records.ts';
import { cellsInOrder } from './template.ts';

export interface OutlineCheck {
  readonly code: string;
  readonly level: Check['level'];
  readonly message: string;
}

/** One card. `supported: false` = written by a newer version: it can be read and moved to nowhere, never changed. */
export interface OutlineCard {
  readonly role: 'card';
  /** The record's id. */
  readonly id: string;
  readonly supported: boolean;
  /** The card's text; for a card that is not supported, the sentence that says so. */
  readonly title: string;
  readonly fields: readonly FieldLine[];
  readonly notes: string;
  readonly complete: boolean;
  readonly sensitive: boolean;
  readonly reactions: Reactions;
  readonly checks: readonly OutlineCheck[];
  /** Comments about it. */
  readonly children: readonly OutlineObject[];
}

/** An object of the free layer, or a comment or reply. */
export interface OutlineObject {
  readonly role: 'object';
  readonly id: string;
  readonly type: string;
  readonly supported: boolean;
  /** What it is, in words, with its text: "Arrow from “Needs” to “Aim”". */
  readonly title: string;
  readonly fields: readonly FieldLine[];
  readonly notes: string;
  readonly sensitive: boolean;
  /** A heading over what lies in it. */
  readonly isHeading: boolean;
  /** A comment somebody settled. */
  readonly settled: boolean;
  readonly reactions: Reactions;
  readonly checks: readonly OutlineCheck[];
  /** What lies in it, then comments about it; a comment's replies. */
  readonly children: readonly OutlineObject[];
}

/** The heading over what lies beside and over the sheet. Its frames are headings of their own. */
export interface OutlineFree {
  readonly role: 'free';
  readonly id: 'free';
  readonly title: string;
  readonly count: number;
  readonly children: readonly OutlineObject[];
}

/** A heading: a cell of the template, a slot this template does not show ("Also filled: Needs"), or cards no cell has a place for. */
export interface OutlineSection {
  readonly role: 'cell' | 'hidden' | 'elsewhere';
  /** Id of the cell or slot; empty for `elsewhere`. */
  readonly id: string;
  readonly title: string;
  /** The guiding question; empty where there is none. */
  readonly hint: string;
  readonly count: number;
  readonly complete: number;
  /** Checks about the slot as a whole. */
  readonly checks: readonly OutlineCheck[];
  readonly children: readonly OutlineCard[];
}

export interface OutlineBoard {
  readonly role: 'board';
  readonly id: string;
  readonly title: string;
  /** Checks about the board as a whole. */
  readonly checks: readonly OutlineCheck[];
  readonly children: readonly (OutlineSection | OutlineFree)[];
}

export type OutlineNode = OutlineBoard | OutlineSection | OutlineFree | OutlineCard | OutlineObject;

export function outline(board: BoardReader, analysis: Analysis, language: Language): OutlineBoard {
  const byCard = new Map<string, OutlineCheck[]>();
  const general: Check[] = [];
  for (const check of analysis.checks) {
    if (check.card === undefined) general.push(check);
    else {
      const list = byCard.get(check.card);
      if (list) list.push(said(check, language));
      else byCard.set(check.card, [said(check, language)]);
    }
  }
  const section = (
    part: Pick<OutlineSection, 'role' | 'id' | 'title' | 'hint'>,
    records: readonly BoardRecord[],
    slots: readonly string[],
  ): OutlineSection => {
    const children = records.map((record) => outlineCard(board, record, byCard, language));
    return {
      ...part,
      count: children.length,
      complete: children.filter((child) => child.complete).length,
      checks: general.filter((check) => check.slot !== undefined && slots.includes(check.slot)).map((check) => said(check, language)),
      children,
    };
  };
  const children: (OutlineSection | OutlineFree)[] = cellsInOrder(board.template).map((cell) =>
    section(
      { role: 'cell', id: cell.id, title: cell.title[language], hint: cell.hint[language] },
      board.inCell(cell),
      cell.slots.map(({ slot }) => slot),
    ),
  );
  for (const [id, records] of board.hidden())
    children.push(section({ role: 'hidden', id, title: hiddenTitle(board, id, language), hint: '' }, records, [id]));
  const tree = freeTree(board);
  if (tree.roots.length > 0) {
    const objects = tree.roots.map((node) => outlineObject(board, node, byCard, language));
    children.push({ role: 'free', id: 'free', title: WORDS.onBoard[language], count: objects.length, children: objects });
  }
  if (tree.rest.length > 0) children.push(section({ role: 'elsewhere', id: '', title: WORDS.elsewhere[language], hint: '' }, tree.rest, []));
  return {
    role: 'board',
    id: board.template.id,
    title: board.template.title[language],
    checks: general.filter((check) => check.slot === undefined).map((check) => said(check, language)),
    children,
  };
}

const said = (check: Check, language: Language): OutlineCheck => ({ code: check.code, level: check.level, message: check.message[language] });

/** "Also filled: Needs". */
export const hiddenTitle = (board: BoardReader, slot: string, language: Language): string =>
  `${WORDS.alsoFilled[language]}: ${board.kind.slots.find((each) => each.id === slot)?.label[language] ?? slot}`;

type Checks = ReadonlyMap<string, readonly OutlineCheck[]>;

function outlineCard(board: BoardReader, record: BoardRecord, checks: Checks, language: Language): OutlineCard {
  const slot = slotOf(board.kind, record);
  return {
    role: 'card',
    id: record.id,
    supported: !record.inert,
    title: record.inert ? WORDS.notSupported[language] : record.text,
    fields: fieldLines(record, typeOf(board.kind, record.type), slot, language, board),
    notes: record.notes,
    complete: slot !== undefined && isComplete(record, slot),
    sensitive: record.sensitive,
    reactions: board.reactions(record.id),
    checks: checks.get(record.id) ?? [],
    children: freeTree(board)
      .about(record.id)
      .map((node) => outlineObject(board, node, checks, language)),
  };
}

function outlineObject(board: BoardReader, { record, inside, about }: FreeNode, checks: Checks, language: Language): OutlineObject {
  return {
    role: 'object',
    id: record.id,
    type: record.type,
    supported: !record.inert,
    title: titleOf(board, record, language),
    fields: fieldLines(record, typeOf(board.kind, record.type), undefined, language, board),
    notes: record.notes,
    sensitive: record.sensitive,
    isHeading: isHeading(board, record),
    settled: settledOf(board, record) !== null,
    reactions: board.reactions(record.id),
    checks: [...(checks.get(record.id) ?? []), ...objectChecks(board, record).map((check) => said(check, language))],
    children: [...inside, ...about].map((node) => outlineObject(board, node, checks, language)),
  };
}
