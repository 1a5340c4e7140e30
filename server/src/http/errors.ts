// From whatever went wrong in a request to a status and a sentence. What is nobody's fault but ours is logged, never shown.

import type { Language } from '@masa/shared/core';
import { type ErrorCode, errorSentence, isErrorCode } from '@masa/shared/i18n';
import type { ApiError } from '@masa/shared/wire';
import type { z } from 'zod';
import { Refusal } from '../auth/refusal.ts';
import { AnswerRefused, RoundClosed } from '../rounds/refusals.ts';
import { TemplateRefused } from '../templates/templates.ts';

/** Status by code; 400 where a code is not listed. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'not-signed-in': 401,
  'session-ended': 401,
  'wrong-password': 401,
  'wrong-setup-key': 403,
  'foreign-origin': 403,
  'no-csrf': 403,
  'not-allowed': 403,
  'board-frozen': 403,
  'target-frozen': 403,
  'round-closed': 403,
  'not-asked': 409,
  'door-locked': 403,
  'workshop-full': 403,
  'workshop-closed': 403,
  'not-found': 404,
  'target-gone': 404,
  'source-gone': 404,
  'no-such-workshop': 404,
  'link-dead': 404,
  'already-set-up': 409,
  'group-number-taken': 409,
  'group-has-boards': 409,
  'too-many-groups': 409,
  'board-full': 409,
  'too-many-templates': 409,
  'template-faults': 422,
  'pictures-full': 409,
  'too-many-versions': 409,
  'stale-version': 409,
  'scale-frozen': 409,
  'already-decided': 409,
  'choices-secret': 409,
  'groups-published': 409,
  'table-kept': 409,
  'table-formed': 409,
  'groups-unpublished': 409,
  'places-changed': 409,
  'group-gone': 409,
  'stalls-missing': 409,
  'plans-missing': 409,
  'criteria-missing': 409,
  'risks-missing': 409,
  'groups-closed': 403,
  'nothing-to-open': 409,
  'already-written': 409,
  'too-large': 413,
  'picture-too-large': 413,
  'picture-pixels': 413,
  'picture-kind': 415,
  'picture-animated': 415,
  'too-many-tries': 429,
  'doors-paused': 429,
  'too-fast': 429,
  internal: 500,
  unavailable: 503,
};

export interface Answer {
  readonly status: number;
  readonly body: ApiError;
}

/** Input that its schema refuses. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('bad input');
    this.issues = issues;
  }
}

const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' && isErrorCode(issue.message) ? issue.message : issue.code === 'too_big' ? 'too-long' : 'bad-input';

const hasName = (failure: unknown, name: string): boolean => failure instanceof Error && failure.name === name;

/** What the JSON reader of express says of a body: `type` is its word for the reason. */
const bodyCode = (failure: unknown): ErrorCode | undefined => {
  const type = failure instanceof Error && 'type' in failure ? String(failure.type) : '';
  if (type === 'entity.too.large') return 'too-large';
  return type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.') || type.startsWith('request.')
    ? 'not-json'
    : undefined;
};

export function answerTo(failure: unknown, language: Language): Answer {
  const say = (code: ErrorCode, more: Partial<ApiError['error']> = {}): Answer => ({
    status: STATUS[code] ?? 400,
    body: { error: { code, message: errorSentence(code, language), ...more } },
  });
  if (failure instanceof AnswerRefused) return answerRefused(failure, language);
  if (failure instanceof RoundClosed && failure.closedAt !== undefined) {
    const closed = new Date(failure.closedAt).toISOString();
    return say('round-closed', { fields: [{ path: 'closedAt', code: 'round-closed', message: closed }] });
  }
  if (failure instanceof Refusal) return say(failure.code, failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs });
  if (failure instanceof TemplateRefused)
    return say('template-faults', { fields: failure.faults.map(({ code, path, message }) => ({ path, code, message })) });
  if (failure instanceof BadInput) {
    const fields = failure.issues.map((issue) => {
      const code = codeOf(issue);
      return { path: issue.path.join('.'), code, message: errorSentence(code, language) };
    });
    return say('bad-input', { fields });
  }
  // The storage says by name that the world is at fault, so that nobody here needs to know which storage it is.
  if (hasName(failure, 'Unavailable')) return say('unavailable');
  if (hasName(failure, 'BoardFull')) return say('board-full');
  // Erased while somebody was at work on it.
  if (hasName(failure, 'UnknownBoard')) return say('not-found');
  if (hasName(failure, 'URIError')) return say('not-found');
  return say(bodyCode(failure) ?? 'internal');
}

/** The kind's own code, with its sentence where it has one; which answers would make room stands in the fields. */
function answerRefused({ issue, droppable }: AnswerRefused, language: Language): Answer {
  const message = errorSentence(isErrorCode(issue.code) ? issue.code : 'bad-answer', language);
  const fields = droppable.map((path) => ({ path, code: 'droppable', message }));
  return { status: droppable.length > 0 ? 409 : 400, body: { error: { code: issue.code, message, ...(fields.length > 0 ? { fields } : {}) } } };
}
