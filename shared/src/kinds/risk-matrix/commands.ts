// What people do with risks, as named intentions that become edits. Pure: each reads the board and returns edits.
import { type BoardReader, type Command, type CommandContext, createCards, isEmpty, moveCards, oneLine } from '../../board/index.ts';
import { type Issue, issue, type Language, LIMITS } from '../../core/index.ts';
import type { BoardRecord, Edit } from '../../document/index.ts';
import { localized as text } from '../fields/index.ts';
import { ACTIONS, PHASES, type Phase } from './model.ts';
import { type Rating, saysSomething } from './rating.ts';
import { actionsOf, codesOf, hasPlan, idsIn, isRisk, ratingOf } from './risks.ts';
import { TRAY } from './templates.ts';

const END = Number.MAX_SAFE_INTEGER;

const writable = (board: BoardReader, id: string): BoardRecord | undefined => {
  const record = board.get(id);
  return record?.gone === null && record.lock === null && isRisk(board, record) ? record : undefined;
};

/** Sets what the group agrees on; the card moves to that cell by itself. Null takes it back to the tray. */
export const agreeOn: Command<{ readonly id: string; readonly phase: Phase; readonly rating: Rating | null }> = (board, { id, phase, rating }) =>
  writable(board, id) ? [{ do: 'set', id, facet: phase, value: rating }] : [];

/** An action that treats a risk. Blank texts make nothing. */
export const addAction: Command<{ readonly risk: string; readonly text: string; readonly who?: string; readonly when?: string }> = (
  board,
  { risk, text: said, who, when },
  context,
) => {
  const fields = { treats: [risk], ...(who ? { who } : {}), ...(when ? { when } : {}) };
  return board.get(risk)?.gone === null ? createCards(board, { cell: ACTIONS, index: END }, [{ text: said, fields }], context) : [];
};

const FIND_OUT = text('Find out', 'Да проучим', 'De aflat', 'З’ясувати', 'Finn ut');

/** A risk nobody can rate becomes a task to find out: an action that is still to be given somebody and a time. */
export const researchTask: Command<{ readonly risk: string; readonly language: Language }> = (board, { risk, language }, context) => {
  const about = board.get(risk);
  return about ? addAction(board, { risk, text: `${FIND_OUT[language]}: ${oneLine(about.text, 200)}` }, context) : [];
};

/** A risk that a treatment brings with it, joined to the one that is treated. */
export const newRiskFrom: Command<{ readonly risk: string; readonly text: string }> = (board, { risk, text: said }, context) =>
  board.get(risk)?.gone === null ? createCards(board, { cell: TRAY, index: END }, [{ text: said, fields: { comesFrom: [risk] } }], context) : [];

/** Takes cards that lie beside the sheet, or in a wrong cell, back to the tray, where they have no rating in the view that is shown. */
export const backToTray = (board: BoardReader, ids: readonly string[], context: CommandContext): readonly Edit[] =>
  moveCards(board, ids, { cell: TRAY, index: END }, context);

/**
 * Why scales and bands cannot be changed: `scale-frozen` once somebody has rated, because a level would silently mean another thing.
 * @param answers how many blind answers the server keeps for this board
 */
export function scaleChangeFault(board: BoardReader, answers = 0): Issue | null {
  const isRated = (record: BoardRecord): boolean => PHASES.some((phase) => saysSomething(ratingOf(record, phase)));
  // What lies in the bin can come back.
  return answers > 0 || [...board.live(), ...board.bin()].some(isRated) ? issue('scale-frozen') : null;
}

/** What goes along when actions are copied to a plan, or become tasks. */
export interface CarriedAction {
  readonly id: string;
  readonly text: string;
  readonly who: string;
  readonly when: string;
  /** Codes of the live risks it treats: "R1, R4". */
  readonly risks: readonly string[];
  /** It has somebody and a time. */
  readonly isPlanned: boolean;
}

/** The actions as a plan takes them over, in order. Copies: the matrix keeps its own. */
export function carriedActions(board: BoardReader): readonly CarriedAction[] {
  const codes = codesOf(board);
  const said = (value: unknown): string => (isEmpty(value) ? '' : String(value).slice(0, LIMITS.attributeMax));
  return actionsOf(board).map((action) => ({
    id: action.id,
    text: action.text,
    who: said(action.fields.who),
    when: said(action.fields.when),
    risks: idsIn(action, 'treats').flatMap((id) => (board.get(id)?.gone === null ? (codes.get(id) ?? []) : [])),
    isPlanned: hasPlan(action),
  }));
}
