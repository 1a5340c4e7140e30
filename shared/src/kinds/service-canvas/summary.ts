// The line under a card's text: what its fields say, at a glance. Confidential fields are never in it, because card faces are projected.

import type { BoardKind } from '../../board/index.ts';
import { cardLine, slotOf } from '../../board/index.ts';
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

/** "300 лв. · липсва · Мария · до юни"; empty if there is nothing to say. */
export function summary(kind: BoardKind, record: BoardRecord, language: Language): string {
  const asked = slotOf(kind, record)?.fields ?? [];
  const parts = [cardLine(kind, record, language, READING)].filter((part) => part !== '');
  // However a card names others, its face says how many.
  const linked = asked.flatMap((name) =>
    card.facets[name]?.input.as === 'links' ? ((record.fields[name] as readonly string[] | undefined) ?? []) : [],
  );
  if (linked.length > 0) parts.push(`→ ${new Set(linked).size}`);
  return parts.join(' · ');
}
