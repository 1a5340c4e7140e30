// What a broken rule says, in words.
import type { ProposalReply } from '@masa/shared/wire';
import type { BrokenRule } from '@masa/shared/workshop';
import { type MessageKey, useText } from '../../ui/text.ts';

const WORDS = {
  min: 'brokenMin',
  max: 'brokenMax',
  regions: 'brokenRegions',
  library: 'brokenLibrary',
  'remote-together': 'brokenTogether',
  'remote-spread': 'brokenSpread',
  convener: 'brokenConvener',
  groups: 'brokenGroups',
} as const satisfies Record<BrokenRule['rule'], MessageKey<'market'>>;

export function useBrokenWords({ topics }: Pick<ProposalReply, 'topics'>): (broken: BrokenRule) => string {
  const t = useText('market');
  return ({ rule, topic, value, limit, library }) =>
    t(WORDS[rule], { title: topics.find(({ id }) => id === topic)?.title ?? '', value, limit, library });
}
