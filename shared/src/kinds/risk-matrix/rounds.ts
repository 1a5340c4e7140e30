// The two blind ratings: each seat says by itself how likely and how bad each risk is. What a seat says is a row of the server; what the
// group agrees on is the card's own rating. Both are kept.
import type { BoardReader, Round } from '../../board/index.ts';
import { fail, isRecord, issue, ok } from '../../core/index.ts';
import { localized as text } from '../fields/index.ts';
import { gridOf } from './grid.ts';
import { parseRating, type Rating } from './rating.ts';
import { idsIn, isRisk, risksOf } from './risks.ts';

const parse: Round['parse'] = (value, template) => {
  const read = parseRating(value, gridOf(template).size);
  if (!read.ok) return read;
  const { likelihood, consequence } = read.value;
  if (likelihood === null && consequence === null) return fail(issue('not-a-rating'));
  // An answer is asked once; half of it would look like a rating in the spread. A card of the group may be half rated for a while.
  if (likelihood === null || consequence === null) return fail(issue('half-rated', likelihood === null ? 'likelihood' : 'consequence'));
  return ok(read.value);
};

const about: Round['about'] = (board) => risksOf(board).map(({ id }) => id);

const missing: Round['missing'] = (board) => (risksOf(board).length === 0 ? issue('risks-missing') : null);

/**
 * Where the answers about merged risks go: to the one on the board they were merged into, also by way of another. Taken out of the bin a risk
 * counts for itself again.
 */
function mergedInto(board: BoardReader): ReadonlyMap<string, string> {
  const binned = new Map(board.bin().flatMap((record) => (isRisk(board, record) ? [[record.id, record] as const] : [])));
  const into = new Map<string, string>();
  if (binned.size === 0) return into;
  for (const risk of risksOf(board)) {
    const rest = [...idsIn(risk, 'mergedFrom')];
    for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
      const inner = binned.get(id);
      if (!inner || into.has(id)) continue;
      into.set(id, risk.id);
      rest.push(...idsIn(inner, 'mergedFrom'));
    }
  }
  return into;
}

const levelIn = (value: unknown, axis: keyof Rating): number => {
  const level = isRecord(value) ? value[axis] : null;
  return typeof level === 'number' ? level : 0;
};

/**
 * Of two answers of one seat the graver one, whole: what was merged is at least as bad as the worse of its parts, and a pair put together of
 * two answers would be one nobody gave. The consequence tells first, then the likelihood; a level before "don't know". Levels are compared,
 * never added or multiplied.
 */
const graver = (one: unknown, other: unknown): unknown => {
  const further = levelIn(other, 'consequence') - levelIn(one, 'consequence') || levelIn(other, 'likelihood') - levelIn(one, 'likelihood');
  return further > 0 ? other : one;
};

const joined: Round['joined'] = { into: mergedInto, of: graver };

export const rounds: readonly Round[] = [
  {
    id: 'before',
    label: text('Rating before treatment', 'Оценка преди мерките', 'Evaluare înainte de măsuri', 'Оцінка до вжиття заходів', 'Vurdering før tiltak'),
    about,
    joined,
    missing,
    parse,
    shownTo: 'everybody',
  },
  {
    id: 'after',
    label: text('Rating after treatment', 'Оценка след мерките', 'Evaluare după măsuri', 'Оцінка після вжиття заходів', 'Vurdering etter tiltak'),
    about,
    joined,
    missing,
    parse,
    shownTo: 'everybody',
  },
];

/** Whether nobody could say: on one of the scales every answer is "don't know". Then the risk becomes a research task. False without answers. */
export const nobodyKnows = (answers: readonly Rating[]): boolean =>
  answers.length > 0 &&
  (answers.every(({ likelihood }) => likelihood === 'unknown') || answers.every(({ consequence }) => consequence === 'unknown'));
