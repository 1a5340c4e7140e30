// Notices when other people are there, or other stalls stand, than a proposal knows, and has it told anew, once for each such change.
import { MARKET } from '@masa/shared/kinds/idea-marketplace';
import type { PlacesReply, ProposalReply } from '@masa/shared/wire';
import { useEffect, useEffectEvent } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useSettled } from '../../board/useStore.ts';
import { isOutdated } from './placing.ts';

/** @param proposal null: there is none to be told anew */
export function useOutdated(proposal: ProposalReply | null, places: PlacesReply | undefined, renew: () => Promise<unknown>): void {
  const { editor } = useBoard().open;
  useSettled(editor.records.version);
  const stalls = editor
    .board()
    .inSlot(MARKET.stalls)
    .flatMap(({ id, inert, text }) => (inert || text.trim() === '' ? [] : [id]))
    .join(' ');
  const look = useEffectEvent(() => {
    // Before groups are published, those without one are everybody.
    if (!proposal || places?.state !== 'none') return;
    if (isOutdated(proposal, places.unplaced?.map(({ id }) => id) ?? [], stalls.split(' ').filter(Boolean))) void renew();
  });
  // Not when the proposal changes: what is known of the places may be older than it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other places or stalls are the reason to look
  useEffect(() => look(), [places, stalls]);
}
