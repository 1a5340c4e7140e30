// What people do with stalls, as named intentions that become edits. Buttons, outline and server all call these; each is pure.
import { type BoardReader, type CommandContext, orderOf, origin, stampOf } from '../../board/index.ts';
import { cleanLine, createId, isBlank, LIMITS, orderKeys, visibleLength } from '../../core/index.ts';
import { type BoardRecord, type Edit, FACET } from '../../document/index.ts';
import { MARKET } from './model.ts';
import { idsIn, isLongTitle, slotIdOf } from './stalls.ts';

const set = (id: string, facet: string, value: unknown): Edit => ({ do: 'set', id, facet, value });

/** Stalls that are there and can be changed. */
const changeable = (board: BoardReader, ids: readonly string[]): readonly BoardRecord[] =>
  [...new Set(ids)].flatMap((id) => {
    const stall = board.get(id);
    return stall && stall.gone === null && stall.lock === null && !stall.inert && slotIdOf(stall) !== '' ? [stall] : [];
  });

/** Keys behind everything that lies in a slot. */
const keysBehind = (board: BoardReader, slot: string, count: number): readonly string[] => {
  const last = board.inSlot(slot).at(-1);
  return orderKeys(last ? orderOf(last) : null, null, count);
};

/** Puts stalls behind the others of a slot. What is there already stays where it is. */
export function toSlot(board: BoardReader, stalls: readonly BoardRecord[], slot: string, context: CommandContext): readonly Edit[] {
  const moving = stalls.filter((stall) => slotIdOf(stall) !== slot);
  const keys = keysBehind(board, slot, moving.length);
  return moving.flatMap(({ id }, at) => [set(id, FACET.place, { cell: slot, order: keys[at] as string }), set(id, FACET.moved, stampOf(context))]);
}

/** An author would like to join their stall with another; no ids: not any more. The facilitator confirms by merging. */
export function proposeMerge(board: BoardReader, id: string, others: readonly string[]): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  if (!stall || slotIdOf(stall) !== MARKET.stalls) return [];
  return [set(id, 'mergeWith', [...new Set(others)].filter((other) => other !== id).slice(0, LIMITS.linksMax))];
}

/**
 * Joins stalls under a new title. The new stall stands where the first of them stood and holds them all; the originals stay as they were
 * written, inside it. Fewer than two stalls, or no title: nothing.
 */
export function mergeStalls(board: BoardReader, ids: readonly string[], title: string, context: CommandContext, id = createId()): readonly Edit[] {
  const stalls = changeable(board, ids)
    .filter((stall) => slotIdOf(stall) === MARKET.stalls)
    .slice(0, LIMITS.linksMax);
  const [first] = stalls;
  if (!first || stalls.length < 2 || isBlank(title)) return [];
  const needs = stalls.flatMap(({ fields }) => (Array.isArray(fields.lookingFor) ? (fields.lookingFor as readonly unknown[]) : []));
  return [
    {
      do: 'create',
      id,
      type: 'card',
      place: { cell: MARKET.stalls, order: orderOf(first) },
      text: cleanLine(title),
      facets: {
        [FACET.author]: context.author,
        [FACET.created]: context.now,
        [FACET.origin]: origin('typed'),
        stallType: first.fields.stallType ?? null,
        lookingFor: [...new Set(needs)],
        mergedFrom: stalls.map((stall) => stall.id),
      },
    },
    ...stalls.filter((stall) => idsIn(stall, 'mergeWith').length > 0).map((stall) => set(stall.id, 'mergeWith', [])),
    ...toSlot(board, stalls, MARKET.merged, context),
  ];
}

/**
 * Joins a stall that stands on the marketplace into another, which keeps its title and, if it has one, its group. The original stays as it was
 * written, inside. Into what lies inside another, is parked, hidden or taken back itself: nothing, for both would be gone.
 */
export function mergeInto(board: BoardReader, id: string, into: string, context: CommandContext): readonly Edit[] {
  const [stall, host] = [changeable(board, [id])[0], changeable(board, [into])[0]];
  if (!stall || !host || id === into || slotIdOf(stall) !== MARKET.stalls) return [];
  if (slotIdOf(host) !== MARKET.stalls && slotIdOf(host) !== MARKET.grouped) return [];
  const inside = idsIn(host, 'mergedFrom');
  if (inside.includes(id) || inside.length >= LIMITS.linksMax) return [];
  return [set(into, 'mergedFrom', [...inside, id]), set(id, 'mergeWith', []), ...toSlot(board, [stall], MARKET.merged, context)];
}

/** Takes a merged stall apart again: the originals stand on the marketplace, the merged one goes into the bin. */
export function unmerge(board: BoardReader, id: string, context: CommandContext): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  const inside = stall ? changeable(board, idsIn(stall, 'mergedFrom')).filter((each) => slotIdOf(each) === MARKET.merged) : [];
  if (!stall || inside.length === 0) return [];
  return [...toSlot(board, inside, MARKET.stalls, context), set(id, FACET.gone, stampOf(context))];
}

/** Takes a stall back. If a group works on it already, the group keeps a copy. */
export function withdrawStall(board: BoardReader, id: string, context: CommandContext, copy = createId()): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  if (!stall) return [];
  const away = toSlot(board, [stall], MARKET.withdrawn, context);
  if (slotIdOf(stall) !== MARKET.grouped) return away;
  const { stallType = null, story = null, lookingFor = [], mergedFrom = [] } = stall.fields;
  return [
    {
      do: 'create',
      id: copy,
      type: stall.type,
      place: { cell: MARKET.grouped, order: orderOf(stall) },
      text: stall.text,
      facets: {
        [FACET.author]: context.author,
        [FACET.created]: context.now,
        [FACET.origin]: origin('moved', '', id),
        stallType,
        story,
        lookingFor,
        mergedFrom,
      },
    },
    ...away,
  ];
}

/** Hides a stall, with the reason its author will read. Without a reason: nothing; and outside of the workshop its text is not told. */
export function hideStall(board: BoardReader, id: string, reason: string, context: CommandContext): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  if (!stall || isBlank(reason)) return [];
  return [
    set(id, 'hiddenReason', cleanLine(reason).slice(0, LIMITS.attributeMax)),
    set(id, FACET.sensitive, true),
    ...toSlot(board, [stall], MARKET.hidden, context),
  ];
}

/** Puts a stall back on the marketplace, wherever it went. */
export function showStall(board: BoardReader, id: string, context: CommandContext): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  if (!stall) return [];
  const wasHidden = slotIdOf(stall) === MARKET.hidden;
  return [...(wasHidden ? [set(id, 'hiddenReason', null), set(id, FACET.sensitive, false)] : []), ...toSlot(board, [stall], MARKET.stalls, context)];
}

/** Parks a stall that found no group, with what somebody promises. Without a promise: nothing. */
export function parkStall(board: BoardReader, id: string, promise: string, context: CommandContext): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  if (!stall || isBlank(promise)) return [];
  return [set(id, 'promise', cleanLine(promise).slice(0, LIMITS.attributeMax)), ...toSlot(board, [stall], MARKET.parked, context)];
}

/** Moves what a title has beyond 120 characters to the front of the story, at a space if there is one. A fitting title: nothing. */
export function shortenTitle(board: BoardReader, id: string): readonly Edit[] {
  const [stall] = changeable(board, [id]);
  const title = stall ? cleanLine(stall.text) : '';
  if (!stall || !isLongTitle(title)) return [];
  const words = title.split(' ');
  let kept = '';
  for (const word of words) {
    const longer = kept === '' ? word : `${kept} ${word}`;
    if (visibleLength(longer) > LIMITS.titleMax) break;
    kept = longer;
  }
  if (kept === '') return [];
  const rest = title.slice(kept.length).trim();
  const before = typeof stall.fields.story === 'string' ? stall.fields.story : '';
  const story = before === '' ? rest : `${rest}\n${before}`;
  // What fits nowhere stays in the title: nothing is cut away.
  if (story.length > LIMITS.stallStoryMax) return [];
  return [{ do: 'text', id, text: kept }, set(id, 'story', story)];
}
