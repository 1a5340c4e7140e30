// What a pasted text is: one card, a list of cards, or a whole sheet. Pure; the dialogs only show what is decided here.
import { type Currency, cleanText, isBlank, type Language, LIMITS } from '@masa/shared/core';
import { type ParsedSheet, parseSheets, splitList } from '@masa/shared/kinds/service-canvas';
import { splitText } from '../canvas/longText.ts';
import { lengthOf } from './longText.ts';

export type Pasted =
  | { readonly as: 'nothing' }
  | { readonly as: 'text'; readonly text: string }
  /** At most `LIMITS.pastedListMax` entries; the last then holds all that is left, divided only if no card could hold it: nothing is lost. */
  | { readonly as: 'list'; readonly text: string; readonly entries: readonly string[] }
  | { readonly as: 'sheets'; readonly text: string; readonly sheets: readonly ParsedSheet[] };

/** Labels a text must have to be offered as a sheet: one alone is a heading over a list. */
const LABELS_OF_A_SHEET = 2;

/** Pasted HTML is never read: only its plain text comes here. */
export function readPasted(raw: string, language: Language, currency: Currency): Pasted {
  const text = cleanText(raw).trim();
  if (isBlank(text)) return { as: 'nothing' };
  if (text.length <= LIMITS.pastedTextMax && /[\n:–-]/u.test(text)) {
    const sheets = parseSheets(text, { language, currency }).sheets.filter((sheet) => sheet.cells.length >= LABELS_OF_A_SHEET);
    if (sheets.length > 0) return { as: 'sheets', text, sheets };
  }
  const entries = splitList(text)
    .filter((entry) => !isBlank(entry))
    .flatMap((entry) => (lengthOf(entry).length === 'too-long' ? splitText(entry, LIMITS.cardTextLong) : [entry]));
  return entries.length < 2 ? { as: 'text', text } : { as: 'list', text, entries };
}
