// The line under a card's text: what its fields say, at a glance. Confidential fields are never in it, because card faces are projected.

import type { BoardKind } from '../../board/index.ts';
import { fieldText, oneLine, slotOf } from '../../board/index.ts';
import type { Language } from '../../core/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { card } from './model.ts';

/** How one reads a card aloud: how much, whether it is there, who, when. The details form keeps the slot's own order. */
const READING = [
  'groupNumber',
  'assigned',
  'cost',
  'quantity',
  'availability',
  'resourceKind',
  'size',
  'age',
  'reach',
  'population',
  'evidence',
  'source',
  'research',
  'area',
  'form',
  'novelty',
  'description',
  'partnerType',
  'brings',
  'wants',
  'partnerState',
  'audience',
  'message',
  'indicator',
  'base',
  'target',
  'share',
  'who',
  'when',
] as const;

/** Longer values are cut on the face of a card; the details show them whole. Visible characters. */
const VALUE_MAX = 60;

/** "300 лв. · липсва · Мария · до юни"; empty if there is nothing to say. */
export function summary(kind: BoardKind, record: BoardRecord, language: Language): string {
  const asked = slotOf(kind, record)?.fields ?? [];
  const parts: string[] = [];
  for (const name of READING) {
    const field = card.facets[name];
    if (!field || field.confidential || !asked.includes(name)) continue;
    const value = oneLine(fieldText(field, record.fields[name], language), VALUE_MAX);
    if (value === '') continue;
    // Labels of choices are written with a capital for forms; inside a line they are words among words.
    const isChoice = field.input.as === 'choice' || field.input.as === 'choices';
    parts.push(isChoice ? value.charAt(0).toLocaleLowerCase(language) + value.slice(1) : value);
  }
  // However a card names others, its face says how many.
  const linked = asked.flatMap((name) =>
    card.facets[name]?.input.as === 'links' ? ((record.fields[name] as readonly string[] | undefined) ?? []) : [],
  );
  if (linked.length > 0) parts.push(`→ ${new Set(linked).size}`);
  return parts.join(' · ');
}
