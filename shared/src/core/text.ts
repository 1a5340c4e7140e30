// What people type, made safe and comparable. Meaning is never changed: only what cannot be seen is taken away.
import { segments } from './wrap.ts';

/**
 * Characters nobody typed on purpose: C0/C1 controls except tab and newline, direction overrides and isolates (Unicode TR 9,
 * "Trojan Source"), zero-width space, no-break joiners' junk, byte order marks, interlinear marks and soft hyphens.
 * Zero-width joiner and non-joiner stay: emoji and scripts need them.
 */
const JUNK = /(?![\t\n])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Text as it is kept: NFC, line ends as `\n`, no invisible junk, no lone surrogates. All scripts and emoji stay. */
export const cleanText = (raw: string): string =>
  raw
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(JUNK, '')
    .normalize('NFC');

/** One line of text: cleaned, inner white space folded to single spaces, trimmed. */
export const cleanLine = (raw: string): string => cleanText(raw).replace(/\s+/gu, ' ').trim();

/** Length as a person counts it: grapheme clusters (Unicode TR 29), so that é, ї and a family emoji are one each. */
export const visibleLength = (text: string): number => segments(text).length;

/** Whether there is nothing to see in a text. Where a letter or a digit stands, nothing needs to be cleaned to know. */
export const isBlank = (text: string): boolean =>
  !/[\p{Lu}\p{Ll}\p{N}]/u.test(text) &&
  cleanText(text)
    .replace(/\u200c|\u200d|\ufe0f/gu, '')
    .trim() === '';
