// The line under a card's text: what its fields say, at a glance.
import type { Language } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import { type Field, isEmpty, labelOf } from './field.ts';
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
    const value = lineText(field, record.fields[name], language);
    if (value !== '') parts.push(value);
  }
  return parts.join(' · ');
}

/** A field's value as it stands in a line. Labels of choices begin with a capital in forms; inside a line they are words among words. */
export function lineText(field: Field, value: unknown, language: Language): string {
  const { input } = field;
  if (input.as !== 'choice' && input.as !== 'choices') return oneLine(fieldText(field, value, language), VALUE_MAX);
  const chosen = isEmpty(value) ? [] : Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  const labels = chosen.map((each) => labelOf(input.options, each, language));
  return oneLine(labels.map((label) => label.charAt(0).toLocaleLowerCase(language) + label.slice(1)).join(', '), VALUE_MAX);
}
