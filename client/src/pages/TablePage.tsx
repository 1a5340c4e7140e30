// From a seat to the sheet: opens the board of one's table, or waits until there is one.

import { ok } from '@masa/shared/core';
import type { Board, Workshop } from '@masa/shared/wire';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { boardName } from '../kinds/boardName.ts';
import { api, type Reply } from '../session/api.ts';
import { actAs } from '../session/device.ts';
import { Page } from '../ui/Page.tsx';
import { Failed, Nothing, Skeleton } from '../ui/states.tsx';
import { TableBadge } from '../ui/TableBadge.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import './join.css';
import { useReply } from './useReply.ts';

const LOOK_AGAIN_MS = 4_000;

interface Place {
  readonly workshop: Workshop;
  readonly groupId: string | null;
}

async function readPlace(workshopId: string): Promise<Reply<Place>> {
  actAs('seat');
  const [who, workshop] = await Promise.all([api.readMe(), api.readWorkshop(workshopId)]);
  if (!who.ok) return who;
  if (!workshop.ok) return workshop;
  return ok({ workshop: workshop.value, groupId: who.value.participant?.groupId ?? null });
}

/** Boards of one's own table, then those shared by all. */
const boardsOf = ({ workshop, groupId }: Place): readonly Board[] => [
  ...workshop.boards.filter((each) => each.groupId !== null && each.groupId === groupId),
  ...workshop.boards.filter((each) => each.groupId === null),
];

export default function TablePage({ workshopId }: { readonly workshopId: string }) {
  const t = useText('join');
  const common = useText('common');
  const language = useLanguage();
  const [, navigate] = useLocation();
  const { value: place, problem, reload } = useReply(() => readPlace(workshopId), workshopId, LOOK_AGAIN_MS);
  const boards = place ? boardsOf(place) : [];
  // The board of one's own table; from there the others are one step away.
  const own = boards.filter(({ groupId }) => groupId !== null);
  const only = own.length === 1 ? own[0]?.id : boards.length === 1 ? boards[0]?.id : undefined;
  useEffect(() => {
    if (only) navigate(`/boards/${only}`, { replace: true });
  }, [only, navigate]);

  const group = place?.workshop.groups.find((each) => each.id === place.groupId);
  return (
    <Page title={t('placeTitle')} width="narrow">
      {!place && problem?.kind === 'refused' ? (
        <Nothing title={t('notJoinedTitle')} text={t('notJoined')} />
      ) : !place && problem ? (
        <Failed text={common('away')} onRetry={reload} />
      ) : !place || only ? (
        <Skeleton label={common('loading')} />
      ) : (
        <div className="stack">
          <header className="row">
            {group && <TableBadge colour={group.colour} px={64} />}
            <div>
              <p className="quiet-text" lang={place.workshop.language}>
                {place.workshop.title}
              </p>
              <h1>{group ? common('table', { number: group.number }) : t('noTableTitle')}</h1>
            </div>
          </header>
          {boards.length > 1 ? (
            <nav className="sheet stack tight" aria-label={t('whichBoard')}>
              <h2>{t('whichBoard')}</h2>
              <ul className="board-choices">
                {boards.map((board) => (
                  <li key={board.id}>
                    <Link href={`/boards/${board.id}`}>{boardName(board, language)}</Link>
                  </li>
                ))}
              </ul>
            </nav>
          ) : (
            <section className="sheet stack tight" aria-live="polite">
              {group && <h2>{t('noBoardTitle')}</h2>}
              <p className="lead">{group ? t('noBoard') : t('noTable')}</p>
            </section>
          )}
          {problem?.kind === 'away' && <Failed text={common('away')} onRetry={reload} />}
        </div>
      )}
    </Page>
  );
}
