// The top bar: where am I, what are we doing now, is it saved, who is here.
import { Users } from 'lucide-react';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useStore as useLine } from 'zustand';
import { isPlain } from '../facilitation/boardStage.ts';
import { useBoardStage } from '../facilitation/useBoardStage.ts';
import { boardName } from '../kinds/boardName.ts';
import { Mark } from '../ui/Brand.tsx';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { TableBadge } from '../ui/TableBadge.tsx';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { SavedMark } from './SavedMark.tsx';

import { useStore } from './useStore.ts';

const CommentsButton = lazy(() => import('../panels/CommentsButton.tsx'));
const BoardSwitch = lazy(() => import('./BoardSwitch.tsx'));
const KindPanels = lazy(() => import('./KindPanels.tsx'));
const PrivateWriting = lazy(() => import('../facilitation/PrivateWriting.tsx'));
const ReadyButton = lazy(() => import('../facilitation/ReadyButton.tsx'));

export function TopBar() {
  const t = useText('board');
  const common = useText('common');
  const { open, place, workshop: line, language, panel, show, isSmall } = useBoard();
  const { stage, authorship } = useBoardStage();
  const { group, workshop, me, board } = place;
  const template = useStore(open.editor.records.template);
  const people = useSyncExternalStore(open.presence.onPeople, () => open.presence.people);
  // Where names are not shown nobody's presence is told, only how many of the table are here.
  const online = useLine(line.store, (view) => view.workshop?.groups.find(({ id }) => id === place.board.groupId)?.online ?? 1);
  const count = authorship === 'named' ? people.length + 1 : Math.max(1, online);
  const isStaff = me.role !== 'participant';
  const isRunning = me.role === 'organiser' || me.role === 'facilitator';
  const title = boardName(board, language) || template.title[language];
  return (
    <header className="board-top">
      <div className="board-where">
        {isStaff ? (
          <Link className="board-home" href={`/workshops/${workshop.id}/wall`} aria-label={t('toWall')} title={t('toWall')}>
            <Mark />
          </Link>
        ) : (
          <Mark />
        )}
        {group && <TableBadge colour={group.colour} px={36} />}
        <div className="board-title">
          <h1>
            {group
              ? group.name
                ? `${common('table', { number: group.number })} · ${group.name}`
                : common('table', { number: group.number })
              : title}
          </h1>
          <p lang={workshop.language} title={workshop.title}>
            {group && group.targetGroup !== '' ? t('targetGroup', { text: group.targetGroup }) : workshop.title}
          </p>
        </div>
        <Suspense fallback={null}>
          <BoardSwitch />
        </Suspense>
      </div>
      <div className="board-state">
        <SavedMark />
        <Suspense fallback={null}>
          {!isSmall && <ReadyButton />}
          {open.editor.kind.stages === undefined && !isSmall && <KindPanels />}
          {isRunning && isPlain(stage) && !isSmall && <PrivateWriting />}
          <CommentsButton />
        </Suspense>
        <Button look="quiet" aria-pressed={panel?.of === 'people'} onClick={() => show(panel?.of === 'people' ? null : { of: 'people' })}>
          <Users aria-hidden />
          <span className="figures" aria-hidden="true">
            {count}
          </span>
          <span className="visually-hidden">{t('people', { count })}</span>
        </Button>
        <LanguageSwitch />
      </div>
    </header>
  );
}
