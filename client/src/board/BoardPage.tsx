// One board as a page: finds out where it stands, waits for the font, opens it. Loading, failed and not found are states of this page;
// everything else is the opened board's.
import type { Typesetting } from '@masa/shared/board';
import { lazy, Suspense, useEffect, useState } from 'react';
import { createTypesetting, loadBoardFont } from '../canvas/typesetting.ts';
import { type KnownBoard, loadKnown } from '../kinds/known.ts';
import { useReply } from '../pages/useReply.ts';
import { useDocumentTitle } from '../ui/Page.tsx';
import { Failed, Nothing } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { OpenedBoard } from './OpenedBoard.tsx';
import { type Place, readPlace } from './place.ts';
import { SheetSkeleton } from './SheetSkeleton.tsx';
import './board.css';
import { ticket, useOpenBoard } from './useOpenBoard.ts';

const UnknownBoard = lazy(() => import('../outline/UnknownBoard.tsx'));

export default function BoardPage({ boardId }: { readonly boardId: string }) {
  const t = useText('board');
  const common = useText('common');
  const { value: place, problem, reload } = useReply(() => readPlace(boardId), boardId);
  useDocumentTitle(place?.group ? common('table', { number: place.group.number }) : t('board'));

  const known = useKnown(place);

  if (place && known === 'unknown')
    return (
      <Suspense fallback={<Loading />}>
        <UnknownBoard place={place} ticket={ticket} />
      </Suspense>
    );
  if (place && known === 'away')
    return (
      <main className="page-main narrow">
        <Failed text={common('away')} onRetry={() => location.reload()} />
      </main>
    );
  if (place) return typeof known === 'object' ? <OpeningBoard place={place} known={known} onStale={reload} /> : <Loading />;
  if (problem?.kind === 'refused') {
    if (problem.status === 401) return <Outside title={t('signedOutTitle')} text={t('end_signedOut')} />;
    return <Outside title={t('notFoundTitle')} text={t('notFound')} />;
  }
  if (problem)
    return (
      <main className="page-main narrow">
        <Failed text={common('away')} onRetry={reload} />
      </main>
    );
  return <Loading />;
}

const Loading = () => (
  <div className="board">
    <div className="board-top" />
    <main className="board-main">
      <div className="board-centre">
        <SheetSkeleton template={undefined} />
      </div>
    </main>
  </div>
);

const Outside = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <main className="page-main narrow">
    <Nothing title={title} text={text} />
  </main>
);

/** What the board is: its kind is fetched, where this page has not yet. */
function useKnown(place: Place | undefined): KnownBoard | 'unknown' | 'away' | undefined {
  const [known, setKnown] = useState<KnownBoard | 'unknown' | 'away'>();
  useEffect(() => {
    if (!place) return undefined;
    let isGone = false;
    loadKnown(place.board).then(
      (found) => {
        if (!isGone) setKnown(found ?? 'unknown');
      },
      () => {
        if (!isGone) setKnown('away');
      },
    );
    return () => {
      isGone = true;
    };
  }, [place]);
  return known;
}

function OpeningBoard({ place, known, onStale }: { readonly place: Place; readonly known: KnownBoard; readonly onStale: () => void }) {
  const [measure, setMeasure] = useState<Typesetting>();
  useEffect(() => {
    let isGone = false;
    void loadBoardFont().then(() => {
      if (!isGone) setMeasure(createTypesetting());
    });
    return () => {
      isGone = true;
    };
  }, []);
  const opened = useOpenBoard(place, known, measure, onStale);
  return opened ? <OpenedBoard place={place} opened={opened} /> : <Loading />;
}
