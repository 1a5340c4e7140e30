// The marketplace as a list: read, filter, ask, put up a stall, join what belongs together.
import type { BoardRecord } from '@masa/shared/document';
import { hiddenFrom, mergeProposals, mergeStalls, STALL_LABELS, STALL_TYPES } from '@masa/shared/kinds/idea-marketplace';
import { useMemo, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardReader, useStore } from '../../board/useStore.ts';
import { revealObject } from '../../panels/revealObject.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { JoinStalls } from './JoinStalls.tsx';
import { keepRead, matching, NO_FILTER, readStalls, type StallFilter, walked } from './listing.ts';
import { NewStall } from './NewStall.tsx';
import { StallLine } from './StallLine.tsx';
import { stallInk } from './stallColours.ts';
import './market.css';

export default function StallList() {
  const t = useText('market');
  const { open, place, language, isSmall, show, tell } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const viewer = place.me.id;
  const isStaff = place.me.role === 'organiser' || place.me.role === 'facilitator';
  const [filter, setFilter] = useState<StallFilter>(NO_FILTER);
  const [read, setRead] = useState(() => readStalls(place.board.id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [joining, setJoining] = useState<readonly string[] | null>(null);
  const all = useMemo(() => walked(board, viewer), [board, viewer]);
  const shown = useMemo(() => matching(all, filter, viewer, read), [all, filter, viewer, read]);
  const unread = all.filter(({ id }) => !read.has(id)).length;
  const proposals = useMemo(() => mergeProposals(board), [board]);
  const hidden = hiddenFrom(board, viewer);

  const markRead = (ids: readonly string[]): void => {
    const next = new Set([...read, ...ids]);
    setRead(next);
    keepRead(place.board.id, next);
  };
  const openStall = (stall: BoardRecord): void => {
    markRead([stall.id]);
    if (isSmall) show({ of: 'card', id: stall.id });
    else revealObject(editor, stall.id);
  };
  const choose = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  return (
    <div className="stack stalls">
      {!isReadOnly && <NewStall onPosted={(id) => markRead([id])} />}
      {hidden.map(({ stall, reason }) => (
        <Notice key={stall.id} tone="warning">
          <p>{t('hiddenYours', { title: stall.text, reason })}</p>
        </Notice>
      ))}
      {isStaff && proposals.length > 0 && (
        <section className="sheet stack tight" aria-labelledby="join-proposals">
          <h3 id="join-proposals">{t('proposals', { count: proposals.length })}</h3>
          <ul className="plain-list">
            {proposals.map(({ stall, others }) => (
              <li key={stall.id} className="row">
                <span>{[stall, ...others].map(({ text }) => text).join(' + ')}</span>
                <Button onClick={() => setJoining([stall.id, ...others.map(({ id }) => id)])}>{t('join')}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <search className="stall-search">
        <TextField id="stall-words" label={t('find')} type="search" value={filter.words} onValue={(words) => setFilter({ ...filter, words })} />
        <fieldset className="stall-types">
          <legend className="visually-hidden">{t('showOnly')}</legend>
          {STALL_TYPES.map((type) => (
            <Button
              key={type}
              look="quiet"
              aria-pressed={filter.types.has(type)}
              onClick={() => {
                const types = new Set(filter.types);
                if (!types.delete(type)) types.add(type);
                setFilter({ ...filter, types });
              }}
            >
              <span className="stall-sign" style={{ background: stallInk(type) }} aria-hidden="true" />
              {STALL_LABELS[type][language]}
            </Button>
          ))}
          <Button look="quiet" aria-pressed={filter.onlyUnread} onClick={() => setFilter({ ...filter, onlyUnread: !filter.onlyUnread })}>
            {t('unread', { count: unread })}
          </Button>
          <Button look="quiet" aria-pressed={filter.onlyOwn} onClick={() => setFilter({ ...filter, onlyOwn: !filter.onlyOwn })}>
            {t('own')}
          </Button>
        </fieldset>
      </search>
      <p role="status" className="quiet-text">
        {t('shown', { count: shown.length, all: all.length })}
      </p>
      {isStaff && chosen.size > 0 && (
        <p className="row">
          <Button look="primary" aria-disabled={chosen.size < 2 || undefined} onClick={() => (chosen.size < 2 ? undefined : setJoining([...chosen]))}>
            {t('joinChosen', { count: chosen.size })}
          </Button>
          <Button onClick={() => setChosen(new Set())}>{t('chooseNone')}</Button>
        </p>
      )}
      <ol className="stall-list">
        {shown.map((stall) => (
          <StallLine
            key={stall.id}
            stall={stall}
            isRead={read.has(stall.id)}
            isChosen={chosen.has(stall.id)}
            mayChoose={isStaff}
            onChoose={() => choose(stall.id)}
            onOpen={() => openStall(stall)}
          />
        ))}
      </ol>
      {joining && (
        <JoinStalls
          stalls={joining.flatMap((id) => board.get(id) ?? [])}
          onClose={() => setJoining(null)}
          onJoin={(title) => {
            const made = editor.perform(mergeStalls(editor.board(), joining, title, editor.context()));
            setJoining(null);
            setChosen(new Set());
            if (made.length > 0) tell(t('joined'));
          }}
        />
      )}
    </div>
  );
}
