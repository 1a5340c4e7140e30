// Reading risks and their actions from a board: codes, ratings, what treats what. Computed once a reader, because every part of a board asks.
import { type BoardReader, isEmpty, slotOf } from '../../board/index.ts';
import { type BoardRecord, isCellPlace, PARKING } from '../../document/index.ts';
import { ACTIONS, type Phase, RISKS, type Treatment } from './model.ts';
import type { Rating } from './rating.ts';

/** Live risks in the order people gave them: the order of wording, rating and rounds. */
export const risksOf = (board: BoardReader): readonly BoardRecord[] =>
  [...board.inSlot(RISKS), ...board.inSlot(PARKING)].filter((record) => !record.inert);

export const actionsOf = (board: BoardReader): readonly BoardRecord[] => board.inSlot(ACTIONS).filter((record) => !record.inert);

export const isRisk = (board: BoardReader, record: BoardRecord): boolean => {
  const slot = slotOf(board.kind, record)?.id;
  return !record.inert && (slot === RISKS || slot === PARKING);
};

export const ratingOf = (record: BoardRecord, phase: Phase): Rating | null => (record.fields[phase] as Rating | null | undefined) ?? null;

export const treatmentOf = (record: BoardRecord): Treatment | null => (record.fields.treatment as Treatment | null | undefined) ?? null;

export const idsIn = (record: BoardRecord, field: 'treats' | 'comesFrom' | 'mergedFrom'): readonly string[] => {
  const value = record.fields[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

const codes = new WeakMap<BoardReader, ReadonlyMap<string, string>>();

/**
 * R1, R2, … by card: in the order in which risks were made, the same on every screen. A risk in the bin or beside the sheet keeps its
 * number, so that the others keep theirs.
 */
export function codesOf(board: BoardReader): ReadonlyMap<string, string> {
  const known = codes.get(board);
  if (known) return known;
  const isAction = (record: BoardRecord): boolean => isCellPlace(record.place) && record.place.cell === ACTIONS;
  const all = [...board.live(), ...board.bin()].filter((record) => record.type === 'card' && !record.inert && !isAction(record));
  const sorted = all.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const made: ReadonlyMap<string, string> = new Map(sorted.map(({ id }, at) => [id, `R${at + 1}`]));
  codes.set(board, made);
  return made;
}

/** Somebody does it and there is a time for it. */
export const hasPlan = (action: BoardRecord): boolean => !isEmpty(action.fields.who) && !isEmpty(action.fields.when);

/** Live actions by the risk they treat. */
export function actionsByRisk(board: BoardReader): ReadonlyMap<string, readonly BoardRecord[]> {
  const found = new Map<string, BoardRecord[]>();
  for (const action of actionsOf(board)) {
    for (const id of idsIn(action, 'treats')) {
      const list = found.get(id);
      if (list) list.push(action);
      else found.set(id, [action]);
    }
  }
  return found;
}

/**
 * Whether something is done about a risk. Accepting it is a treatment once somebody wrote why; any other needs an action with somebody and
 * a time: one without counts as none.
 */
export function isTreated(risk: BoardRecord, actions: readonly BoardRecord[]): boolean {
  const treatment = treatmentOf(risk);
  if (treatment === 'accept') return !isEmpty(risk.fields.acceptance);
  return treatment !== null && actions.some(hasPlan);
}
