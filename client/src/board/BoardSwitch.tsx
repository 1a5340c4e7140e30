// From one board to another of the same table, or to one for everybody. Nothing where there is only one.

import { useLocation } from 'wouter';
import { useStore as useLine } from 'zustand';
import { boardName } from '../kinds/boardName.ts';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';

export default function BoardSwitch() {
  const t = useText('boards');
  const { place, workshop, language } = useBoard();
  const [, navigate] = useLocation();
  const state = useLine(workshop.store, (view) => view.workshop);
  const boards = state?.boards ?? [];
  // A participant may have been given a table after this page was opened; facilitators go from board to board of the table they look at.
  const table = place.me.role === 'participant' ? (state?.myGroupId ?? null) : place.board.groupId;
  const own = boards.filter(({ groupId }) => groupId !== null && groupId === table);
  const shared = boards.filter(({ groupId }) => groupId === null);
  if (own.length + shared.length < 2) return null;
  const options = (list: typeof own) =>
    list.map((board) => (
      <option key={board.id} value={board.id}>
        {boardName(board, language)}
      </option>
    ));
  return (
    <select
      className="control board-switch"
      aria-label={t('switchTo')}
      value={place.board.id}
      onChange={(event) => navigate(`/boards/${event.target.value}`)}
    >
      {own.length > 0 && <optgroup label={t('ownTable')}>{options(own)}</optgroup>}
      {shared.length > 0 && <optgroup label={t('shared')}>{options(shared)}</optgroup>}
    </select>
  );
}
