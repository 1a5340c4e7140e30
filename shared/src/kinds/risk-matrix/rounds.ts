// The two blind ratings: each seat says by itself how likely and how bad each risk is. What a seat says is a row of the server; what the
// group agrees on is the card's own rating. Both are kept.
import type { Round } from '../../board/index.ts';
import { fail, issue, ok } from '../../core/index.ts';
import { localized as text } from '../fields/index.ts';
import { gridOf } from './grid.ts';
import { parseRating, type Rating } from './rating.ts';
import { risksOf } from './risks.ts';

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

export const rounds: readonly Round[] = [
  {
    id: 'before',
    label: text('Rating before treatment', 'Оценка преди мерките', 'Evaluare înainte de măsuri', 'Оцінка до вжиття заходів', 'Vurdering før tiltak'),
    about,
    missing,
    parse,
    shownTo: 'everybody',
  },
  {
    id: 'after',
    label: text('Rating after treatment', 'Оценка след мерките', 'Evaluare după măsuri', 'Оцінка після вжиття заходів', 'Vurdering etter tiltak'),
    about,
    missing,
    parse,
    shownTo: 'everybody',
  },
];

/** Whether nobody could say: on one of the scales every answer is "don't know". Then the risk becomes a research task. False without answers. */
export const nobodyKnows = (answers: readonly Rating[]): boolean =>
  answers.length > 0 &&
  (answers.every(({ likelihood }) => likelihood === 'unknown') || answers.every(({ consequence }) => consequence === 'unknown'));
