// A board of a kind or a template this page does not know, because the server is newer or the kind is there no more: what is written on it can
// be read, so that nobody believes the work is gone. Nothing can be changed here; what this device still had to send is sent.
import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { Place } from '../board/place.ts';
import { useStore } from '../board/useStore.ts';
import { boardName } from '../kinds/boardName.ts';
import { loadedView } from '../kinds/index.ts';
import { syncUrl } from '../openBoard.ts';
import { type BoardSession, createBoardSession } from '../session/BoardSession.ts';
import { onReturn } from '../session/onReturn.ts';
import type { Ticket } from '../session/provider.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/states.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import { PlainCards } from './PlainCards.tsx';

interface UnknownBoardProps {
  readonly place: Place;
  readonly ticket: () => Promise<Ticket>;
}

interface Reading {
  readonly doc: Y.Doc;
  readonly session: BoardSession;
}

export default function UnknownBoard({ place, ticket }: UnknownBoardProps) {
  const free = useText('free');
  const common = useText('common');
  const language = useLanguage();
  const [reading, setReading] = useState<Reading>();
  /** Grows when the board has to be opened anew. */
  const [turn, setTurn] = useState(0);
  const boardId = place.board.id;
  const personId = place.self ?? place.me.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn opens the same board again
  useEffect(() => {
    const doc = new Y.Doc({ guid: boardId });
    const session = createBoardSession({ boardId, doc, personId, isPrivate: false, url: syncUrl(), ticket, now: () => Date.now() });
    const stops = [
      onReturn(() => session.retry()),
      session.view.subscribe(() => {
        const { end } = session.view.get();
        if (end === 'refused' || end === 'other-epoch') setTurn((before) => before + 1);
      }),
    ];
    // oxlint-disable-next-line react/set-state-in-effect -- it is opened here and nowhere else, and closed with the page
    setReading({ doc, session });
    return () => {
      for (const stop of stops) stop();
      session.dispose();
      doc.destroy();
      setReading(undefined);
    };
  }, [boardId, personId, ticket, turn]);

  return (
    <main className="page-main narrow">
      <div className="sheet stack">
        <h1>{free('unknownTitle')}</h1>
        {place.board.title !== '' && <p className="lead">{boardName(place.board, language)}</p>}
        <Notice tone="warning">
          <p>{free('unknownReloading')}</p>
          <p>{free('unknownLead')}</p>
        </Notice>
        <div className="row">
          <Button look="primary" onClick={() => location.reload()}>
            {free('unknownReload')}
          </Button>
        </div>
        {reading ? <Written {...reading} kind={place.board.kind} /> : <Skeleton label={common('loading')} />}
      </div>
    </main>
  );
}

function Written({ doc, session, kind }: Reading & { readonly kind: string }) {
  const free = useText('free');
  const common = useText('common');
  const language = useLanguage();
  const { isLoaded, offlineSince, end } = useStore(session.view);
  // Where only the template is unknown, the kind still says what its slots are called.
  const slots = loadedView(kind)?.kind.slots;
  const isAway = offlineSince !== null || end !== null;
  return (
    <>
      {isAway && !isLoaded && <Notice tone="failure">{free('unknownAway')}</Notice>}
      {!isAway && !isLoaded && <Skeleton label={common('loading')} />}
      {isLoaded && <PlainCards doc={doc} nameOf={(slot) => slots?.find(({ id }) => id === slot)?.label[language]} />}
    </>
  );
}
