// Parts that many requests and responses have: ids, names, lines of text, numbers of people. Only schemas are made of them.
import { z } from 'zod';
import { cleanLine, isId, LANGUAGES, LIMITS, visibleLength } from '../core/index.ts';

export const id = z.string().min(1).max(64).refine(isId, 'not-an-id');
export const language = z.enum(LANGUAGES);
export const instant = z.number().int().nonnegative().describe('Milliseconds since 1970, by the server’s clock');

/** A line of at most `titleMax` visible characters, cleaned of what cannot be seen. */
export const line = (what: string) =>
  z
    .string()
    .max(4 * LIMITS.titleMax)
    .overwrite(cleanLine)
    .refine((text) => visibleLength(text) <= LIMITS.titleMax, 'too-long')
    .describe(what);

export const wantedLine = (what: string) => line(what).refine((text) => text !== '', 'empty');

export const personName = z
  .string()
  .max(8 * LIMITS.personNameMax)
  .overwrite(cleanLine)
  .refine((text) => {
    const length = visibleLength(text);
    return length >= LIMITS.personNameMin && length <= LIMITS.personNameMax;
  }, 'name-length')
  .describe(`${LIMITS.personNameMin} to ${LIMITS.personNameMax} visible characters; the same name twice is allowed`);

export const password = z
  .string()
  .max(1_000)
  .refine((text) => visibleLength(text) >= LIMITS.passwordMin, 'password-length')
  .describe(`At least ${LIMITS.passwordMin} characters`);

/** Digits; people may type spaces and hyphens between them as the code is shown in groups. */
export const code = z
  .string()
  .max(40)
  .overwrite((text) => text.replace(/[\s\u00a0-]/gu, ''))
  .describe('Six to nine digits; spaces and hyphens between them are ignored');

export const seats = z.number().int().min(1).max(LIMITS.seatsMax).describe('People who share this device');

export const timeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'not-a-time-zone')
  .describe('IANA name, e.g. Europe/Sofia');

export const groupNumber = z.number().int().min(1).max(999);
