// Ratings in the words of a board's scales. Pure.
import type { Template } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { AXES, type Axis, BAND_LABELS, bandAt, gridOf, type Rating, type Said, UNKNOWN } from '@masa/shared/kinds/risk-matrix';

export interface NamedLevel {
  readonly level: number;
  readonly label: string;
  readonly note: string;
}

/** The levels of a scale, lowest first, each with its word and example. */
export const levelsOf = (template: Template, axis: Axis, language: Language): readonly NamedLevel[] =>
  gridOf(template)[axis].map(({ word, example }, at) => ({ level: at + 1, label: word[language], note: example[language] }));

const saidText = (template: Template, axis: Axis, said: Said, language: Language): string => {
  if (said === 'unknown') return UNKNOWN[language];
  if (said === null) return '–';
  return gridOf(template)[axis][said - 1]?.word[language] ?? String(said);
};

/** "Likely · serious (high)"; empty where nothing is said. */
export function ratingText(template: Template, rating: Rating | null, language: Language): string {
  if (!rating || AXES.every((axis) => rating[axis] === null)) return '';
  const words = AXES.map((axis) => saidText(template, axis, rating[axis], language));
  const [first = '', second = ''] = words;
  const band = bandAt(template, rating);
  const both = `${first} · ${second.charAt(0).toLocaleLowerCase(language)}${second.slice(1)}`;
  return band ? `${both} (${BAND_LABELS[band][language]})` : both;
}

/** The rating most seats gave; null where there is none, or several. "Don't know" is no cell to agree on. */
export function mostGiven(answers: readonly Rating[]): Rating | null {
  const counted = new Map<string, { readonly rating: Rating; count: number }>();
  for (const rating of answers) {
    if (AXES.some((axis) => typeof rating[axis] !== 'number')) continue;
    const key = AXES.map((axis) => String(rating[axis])).join('/');
    const known = counted.get(key) ?? { rating, count: 0 };
    known.count += 1;
    counted.set(key, known);
  }
  const sorted = [...counted.values()].sort((a, b) => b.count - a.count);
  const [first, second] = sorted;
  return first && first.count !== second?.count ? first.rating : null;
}
