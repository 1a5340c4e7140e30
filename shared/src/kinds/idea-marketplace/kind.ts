// The idea marketplace: people put up stalls, walk, join what belongs together, say what they want to work on, and form groups.
import { type BoardKind, cardLine, oneLine } from '../../board/index.ts';
import type { Language } from '../../core/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { analyse } from './analyse.ts';
import { interestRound } from './interest.ts';
import { card, MARKET, slots } from './model.ts';
import { stages } from './stages.ts';
import { idsIn, mayPost, slotIdOf } from './stalls.ts';
import { marketplace } from './template.ts';

/** As one reads a stall aloud. What sort it is, its row says; elsewhere the card does. */
const FIRST = ['hiddenReason', 'promise'] as const;
const READING = ['story', 'lookingFor', 'convening', 'firstStep', 'recommendations', 'convener'] as const;
const LIBRARY_MAX = 40;

function summary(record: BoardRecord, language: Language): string {
  const inside = idsIn(record, 'mergedFrom').length;
  const isElsewhere = slotIdOf(record) !== MARKET.stalls;
  const parts = [
    slotIdOf(record) === MARKET.harvest ? '' : oneLine(record.author.library, LIBRARY_MAX),
    inside === 0 ? '' : `⊕ ${inside}`,
    cardLine(ideaMarketplace, record, language, isElsewhere ? [...FIRST, 'stallType', ...READING] : READING),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const WITHHELD: ReadonlySet<string> = new Set([MARKET.withdrawn, MARKET.hidden]);

export const ideaMarketplace: BoardKind = {
  id: 'idea-marketplace',
  version: 1,
  label: TITLES.marketplace,
  types: withFreeTypes(card),
  slots,
  templates: [marketplace],
  stages,
  rounds: [interestRound],
  mayPost,
  // What its author took back, or the organisers took down.
  isWithheld: (record) => WITHHELD.has(slotIdOf(record)),
  analyse,
  summary,
};
