export * from './commands.ts';
export { INTEREST, type Interest, joinedInto, RANKS_MAX, rankOf } from './interest.ts';
export * from './kind.ts';
export { MARKET, STALL_LABELS, STALL_TYPES, type StallType } from './model.ts';
export { alreadyPosted, conveners, hiddenFrom, isLongTitle, mayPost, mergeProposals, originals, SAME_AGAIN_MS, walkOrder } from './stalls.ts';
export { marketplace } from './template.ts';
