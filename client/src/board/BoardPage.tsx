// One board as a page: finds out where it stands, waits for the font, opens it. Loading, failed and not found are states of this page;
// everything else is the opened board's.
import type { Typesetting } from '@masa/shared/board';
import { templateByRef } from '@masa/shared/kinds';
import { useEffect, useState } from 'react';
import { createTypesetting, loadBoardFont } from '../canvas/typesetting.ts';
import { useReply } from '../pages/useReply.ts';
import { useDocumentTitle } from '../ui/Page.tsx';
import { Failed, Nothing } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { OpenedBoard } from './OpenedBoard.tsx';
import { type Place, readPlace } from './place.ts';
import { SheetSkeleton } from './SheetSkeleton.tsx';
import './board.css';
import { useOpenBoard } from './useOpenBoard.ts';

export default function BoardPage({ boardId }: { readonly boardId: string }) {
  const t = useText('board');
  const common = useText('common');
  const { value: place, problem, reload } = useReply(() => readPlace(boardId), boardId);
  useDocumentTitle(place?.group ? common('table', { number: place.group.number }) : t('board'));

  if (place) return templateByRef(place.board.template) ? <OpeningBoard place={place} /> : <Outside title={t('tooNewTitle')} text={t('tooNew')} />;
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

function OpeningBoard({ place }: { readonly place: Place }) {
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
  const opened = useOpenBoard(place, measure);
  return opened ? <OpenedBoard place={place} opened={opened} /> : <Loading />;
}
