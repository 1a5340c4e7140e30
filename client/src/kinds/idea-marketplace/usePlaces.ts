// Who is in which group of a marketplace, as the server has it now.
import type { PlacesReply } from '@masa/shared/wire';
import { useEffect } from 'react';
import { useStore as useLine } from 'zustand';
import { useBoard } from '../../board/boardContext.ts';
import { useReply } from '../../pages/useReply.ts';
import type { Problem } from '../../session/api.ts';
import { marketCalls } from './calls.ts';

export interface PlacesView {
  readonly value: PlacesReply | undefined;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
}

export function usePlaces(boardId: string): PlacesView {
  const { workshop } = useBoard();
  const { value, problem, reload } = useReply(() => marketCalls.readPlaces(boardId), boardId);
  const pulse = useLine(workshop.store, (state) => state.workshop?.boards.find(({ id }) => id === boardId)?.pulse);
  // A table that was taken away, and people who come or leave, change nothing on the marketplace itself.
  const tables = useLine(workshop.store, (state) => state.workshop?.groups.map(({ id, seats }) => `${id} ${seats}`).join(' '));
  const ungrouped = useLine(workshop.store, (state) => state.workshop?.ungrouped?.seats);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pulse, other tables or people are the reason to ask again
  useEffect(() => reload(), [pulse, tables, ungrouped, reload]);
  return { value, problem, reload };
}
