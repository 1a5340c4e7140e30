// When the checks of a risk matrix are said. Advice and flags, never obstacles. Pure, total, O(n).
import { type Analysis, type BoardReader, type Check, isComplete, isEmpty, type Template } from '../../board/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { CHECKS, type CheckCode } from './checkMessages.ts';
import { bandAt, isWorse, needsPlanAnyway } from './grid.ts';
import { PHASES } from './model.ts';
import { isHalfRated, isPlaced, isUnknown, type Rating } from './rating.ts';
import { actionsByRisk, actionsOf, hasPlan, idsIn, isTreated, ratingOf, risksOf, treatmentOf } from './risks.ts';

type Say = (code: CheckCode, card: BoardRecord) => void;

export function analyse(board: BoardReader): Analysis {
  const filling: Record<string, { cards: number; complete: number }> = {};
  for (const slot of board.kind.slots) {
    const cards = board.inSlot(slot.id).filter((record) => !record.inert);
    filling[slot.id] = { cards: cards.length, complete: cards.filter((record) => isComplete(record, slot)).length };
  }
  return { checks: checksOf(board), sums: [], filling };
}

function checksOf(board: BoardReader): readonly Check[] {
  const found: Check[] = [];
  const say: Say = (code, card) => void found.push({ code, ...CHECKS[code], card: card.id });
  const actions = actionsByRisk(board);
  const risks = risksOf(board);
  for (const risk of risks) {
    ratings(risk, board.template, (actions.get(risk.id) ?? []).length > 0, say);
    treatment(risk, board.template, actions.get(risk.id) ?? [], say);
    if (isPlaced(ratingOf(risk, 'before')) && isEmpty(risk.fields.cause) && isEmpty(risk.fields.consequence)) say('not-worded', risk);
  }
  for (const list of sameWording(risks)) for (const risk of list) say('said-twice', risk);
  for (const action of actionsOf(board)) {
    if (!hasPlan(action)) say('action-without-plan', action);
    // A risk in the bin is treated by nobody.
    if (!idsIn(action, 'treats').some((id) => board.get(id)?.gone === null)) say('action-for-no-risk', action);
  }
  for (const record of board.free()) if (record.type === 'card' && !record.inert) say('beside-the-grid', record);
  for (const record of board.live()) if (!record.inert && record.issues.length > 0) say('unreadable', record);
  return found;
}

function ratings(risk: BoardRecord, template: Template, hasAction: boolean, say: Say): void {
  const both: readonly (Rating | null)[] = PHASES.map((phase) => ratingOf(risk, phase));
  if (both.some(isHalfRated)) say('half-rated', risk);
  // Once somebody finds out, nothing is left to ask.
  if (both.some(isUnknown) && !hasAction) say('nobody-knows', risk);
  if (both.some((rating) => isPlaced(rating) && bandAt(template, rating) === null)) say('off-the-scale', risk);
  const [before = null, after = null] = both;
  if (isWorse(template, after, before) && isEmpty(risk.fields.afterWhy)) say('higher-after', risk);
}

function treatment(risk: BoardRecord, template: Template, actions: readonly BoardRecord[], say: Say): void {
  const before = ratingOf(risk, 'before');
  const isVeryHigh = bandAt(template, before) === 'very-high';
  if (isTreated(risk, actions)) return;
  if (isVeryHigh) say(treatmentOf(risk) === 'accept' ? 'accepted-without-why' : 'very-high-untreated', risk);
  else if (needsPlanAnyway(template, before)) say('rare-disaster-untreated', risk);
}

/** Records never change, so what one says is worked out once: most of a check would go into letters that nobody touched. */
const wordings = new WeakMap<BoardRecord, string>();

/** A risk's text without case, signs and spaces. */
function wordingOf(risk: BoardRecord): string {
  const known =
    wordings.get(risk) ??
    risk.text
      .normalize('NFKC')
      .toLocaleLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  wordings.set(risk, known);
  return known;
}

/** Risks whose texts are the same but for case, signs and spaces. */
function sameWording(risks: readonly BoardRecord[]): readonly (readonly BoardRecord[])[] {
  const byText = new Map<string, BoardRecord[]>();
  for (const risk of risks) {
    const key = wordingOf(risk);
    const list = byText.get(key);
    if (list) list.push(risk);
    else if (key !== '') byText.set(key, [risk]);
  }
  return [...byText.values()].filter((list) => list.length > 1);
}
