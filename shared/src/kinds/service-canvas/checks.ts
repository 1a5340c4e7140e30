// The checks of a service sheet: what a careful colleague would ask. Advice and flags, never obstacles. Texts stand in
// checkMessages.ts; here is only when each is said. Pure, total, O(n): nothing compares all cards with all cards.
import { type BoardReader, type Check, circularLinks, isEmpty, linksOf, type Percent, type Span } from '../../board/index.ts';
import { findPercent } from '../../core/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { CHECKS, type CheckCode } from './checkMessages.ts';
import { EFFECTS } from './model.ts';
import { similarity } from './similarity.ts';

/** Slots whose cards have a field for money: only there can an amount in the text be taken over. */
const MONEY_SLOTS = ['resources', 'activities', 'economic-effect', 'costs', 'income'] as const;

/** From here two wordings count as the same (see similarity.ts). */
const SAME_WORDING = 0.7;

/** Comparing aims with needs is the one pairwise check; a sheet has one aim and a handful of needs, a hostile one is cut here. */
const COMPARED_AIMS = 10;
const COMPARED_NEEDS = 50;

export function checksOf(board: BoardReader): readonly Check[] {
  const found: Check[] = [];
  const say = (code: CheckCode, card: BoardRecord): void => void found.push({ code, ...CHECKS[code], card: card.id });
  const inSlot = (slot: string): readonly BoardRecord[] => board.inSlot(slot).filter((record) => !record.inert);

  targetGroups(inSlot('target-group'), say);
  needs(inSlot('needs'), inSlot('activities'), say);
  for (const card of inSlot('service').slice(1)) say('second-service', card);
  aims(inSlot('aim'), inSlot('needs'), say);
  for (const card of inSlot('resources')) if (card.fields.availability === 'missing' && !hasPlan(card)) say('missing-without-plan', card);
  for (const card of inSlot('partners')) if (isEmpty(card.fields.brings)) say('partner-brings-nothing', card);
  for (const card of inSlot('activities')) if (!hasPlan(card)) say('activity-without-plan', card);
  const sized = inSlot('target-group').some((card) => typeof card.fields.size === 'number' && card.fields.size > 0);
  for (const slot of EFFECTS) for (const card of inSlot(slot)) effect(card, sized, board, say);
  for (const slot of MONEY_SLOTS)
    for (const card of inSlot(slot)) if (isEmpty(card.fields.cost) && MONEY.test(card.text)) say('amount-not-counted', card);
  for (const id of new Set([...circularLinks(linksOf(board))].map(({ from }) => from))) {
    const card = board.get(id);
    if (card) say('links-in-circle', card);
  }
  for (const card of board.live()) if (!card.inert && card.issues.length > 0) say('unreadable', card);
  return found;
}

type Say = (code: CheckCode, card: BoardRecord) => void;

/** Somebody does it and there is a time for it. */
const hasPlan = (card: BoardRecord): boolean => !isEmpty(card.fields.who) && !isEmpty(card.fields.when);

const servesOf = (card: BoardRecord): readonly string[] => (Array.isArray(card.fields.serves) ? (card.fields.serves as readonly string[]) : []);

function targetGroups(cards: readonly BoardRecord[], say: Say): void {
  for (const card of cards) {
    if (card.fields.size === 0) say('group-size-zero', card);
    const age = card.fields.age as Span | null | undefined;
    if (age && age.from !== null && age.to !== null && age.from > age.to) say('age-reversed', card);
    if (card.sensitive && !isEmpty(card.fields.location)) say('sensitive-with-place', card);
  }
}

function needs(cards: readonly BoardRecord[], activities: readonly BoardRecord[], say: Say): void {
  const served = new Set(activities.flatMap(servesOf));
  for (const card of cards) {
    if (!served.has(card.id)) say('need-without-activity', card);
    if (card.fields.evidence === 'assumption' && isEmpty(card.fields.research)) say('assumption-without-research', card);
  }
}

function aims(cards: readonly BoardRecord[], among: readonly BoardRecord[], say: Say): void {
  const wordings = among.slice(0, COMPARED_NEEDS).map((need) => similarity(need.text));
  for (const aim of cards.slice(0, COMPARED_AIMS)) if (wordings.some((to) => to(aim.text) >= SAME_WORDING)) say('aim-repeats-need', aim);
}

function effect(card: BoardRecord, sized: boolean, board: BoardReader, say: Say): void {
  if (isEmpty(card.fields.indicator)) say('effect-without-indicator', card);
  if (isEmpty(card.fields.base)) say('effect-without-base', card);
  // A link to a card that is in the bin or gone serves nobody.
  if (!servesOf(card).some((id) => board.get(id)?.gone === null)) say('effect-without-need', card);
  const share = card.fields.share as Percent | null | undefined;
  if (share?.of === 'share' && !sized) say('share-without-group-size', card);
  const unsaid = share ? share.base.trim() === '' : isEmpty(card.fields.base) && baselessPercent(card.text);
  if (unsaid) say('percent-without-base', card);
}

/** A percentage in a text that does not go on to say of what; also one that cannot be read as a single value, "5–10 %". */
function baselessPercent(text: string): boolean {
  const read = findPercent(text);
  return read ? !read.hasBase : PERCENT.test(text);
}

/** "10 %", "10%", "10 на сто", "10 procente". */
const PERCENT = /\p{Nd}\s?(?:%|‰|на сто|la sută|procent|prosent|відсотк|percent)/iu;

/** A number beside a word or sign for money, in any of the five languages; wide on purpose, because it only asks. Bounded, so that no text is slow. */
const MONEY_WORD =
  '(?:€|\\$|₴|(?:лв|лев|лева|левове|евро|євро|euro|eur|bgn|lei|leu|ron|mdl|лей|леї|леи|грн|гривн[яіи]|гривень|uah|kr|krone[r]?|nok|usd|долар\\p{L}{0,2}|dolari?|dollars?)(?!\\p{L}))';
const MONEY = new RegExp(
  `\\p{Nd}[.,\\s–-]{0,3}(?:хил\\.?|mii|тис\\.?|k)?\\s{0,3}(?:de\\s)?${MONEY_WORD}|(?<!\\p{L})${MONEY_WORD}\\.?\\s?\\p{Nd}`,
  'iu',
);
