// What a person says about themselves at the door, and what is missing in it. Pure; the server checks the same bounds again.
import { cleanLine, type Language, LIMITS, visibleLength } from '@masa/shared/core';
import type { JoinRequest } from '@masa/shared/wire';
import type { FormError } from '../ui/ErrorSummary.tsx';
import type { Translate } from '../ui/text.ts';

export interface JoinAnswers {
  readonly name: string;
  readonly library: string;
  readonly region: string;
  readonly seats: number;
  /** A group's id; `later` = the facilitator finds a place; empty = not answered. */
  readonly table: string;
}

/** Ids of the fields, which error summaries and tests point at. */
export const JOIN_FIELDS = { name: 'join-name', library: 'join-library', region: 'join-region', seats: 'join-seats', table: 'join-table' } as const;

export const LATER = 'later';

/** Field errors in the order of the form. `tables` = whether there are tables to choose from. */
export function joinErrors(answers: JoinAnswers, tables: boolean, t: Translate<'join'>): readonly FormError[] {
  const errors: FormError[] = [];
  const nameLength = visibleLength(cleanLine(answers.name));
  if (nameLength < LIMITS.personNameMin || nameLength > LIMITS.personNameMax) errors.push({ field: JOIN_FIELDS.name, text: t('nameMissing') });
  for (const field of ['library', 'region'] as const) {
    const length = visibleLength(cleanLine(answers[field]));
    if (length === 0) errors.push({ field: JOIN_FIELDS[field], text: t(`${field}Missing`) });
    else if (length > LIMITS.titleMax) errors.push({ field: JOIN_FIELDS[field], text: t('tooLong', { max: LIMITS.titleMax }) });
  }
  if (tables && answers.table === '') errors.push({ field: JOIN_FIELDS.table, text: t('tableMissing') });
  return errors;
}

export function joinRequest(code: string, answers: JoinAnswers, language: Language): JoinRequest {
  const request = {
    code,
    name: cleanLine(answers.name),
    library: cleanLine(answers.library),
    region: cleanLine(answers.region),
    language,
    seats: answers.seats,
  };
  return answers.table === '' || answers.table === LATER ? request : { ...request, groupId: answers.table };
}
