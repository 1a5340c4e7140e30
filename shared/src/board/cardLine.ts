// The line under a card's text: what its fields say, at a glance.
import type { Language } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import type { BoardKind } from './kind.ts';
import { fieldText, oneLine } from './present.ts';
import { slotOf, typeOf } from './records.ts';

/** Longer values are cut on the face of a card; the details show them whole. Visible characters. */
const VALUE_MAX = 60;

/**
 * "week 5 · 3 weeks · Maria": the fields a card's slot asks for, in the order of `reading`; fields that are not named there are left out.
 * Confidential ones are never said, because card faces are projected.
 */
export function cardLine(kind: BoardKind, record: BoardRecord, language: Language, reading: readonly string[]): string {
  const asked = slotOf(kind, record)?.fields ?? [];
  const facets = typeOf(kind, record.type)?.facets ?? {};
  const parts: string[] = [];
  for (const name of reading) {
    const field = facets[name];
    if (!field || field.confidential || !asked.includes(name)) continue;
    const value = oneLine(fieldText(field, record.fields[name], language), VALUE_MAX);
    if (value === '') continue;
    // Labels of choices are written with a capital for forms; inside a line they are words among words.
    const isChoice = field.input.as === 'choice' || field.input.as === 'choices';
    parts.push(isChoice ? value.charAt(0).toLocaleLowerCase(language) + value.slice(1) : value);
  }
  return parts.join(' · ');
}
