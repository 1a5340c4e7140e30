// The marketplace as a list: read, filter, ask, put up a stall, join what belongs together.
import type { BoardRecord } from '@masa/shared/document';
import { hiddenFrom, MARKET, mergeProposals, mergeStalls, STALL_LABELS, STALL_TYPES } from '@masa/shared/kinds/idea-marketplace';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useSettled, useStore } from '../../board/useStore.ts';
import { useBoardStage } from '../../facilitation/useBoardStage.ts';
import { LongList } from '../../outline/LongList.tsx';
import { revealObject } from '../../panels/revealObject.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { JoinStalls } from './JoinStalls.tsx';
import { keepRead, matching, NO_FILTER, readStalls, type StallFilter, walkedThrough } from './listing.ts';
import { NewStall } from './NewStall.tsx';
import { StallLine } from './StallLine.tsx';
import { stallInk } from './stallColours.ts';
import './market.css';

export default function StallList() {
  const t = useText('market');
  const { open, place, language, isSmall, show, tell } = useBoard();
  const { editor } = open;
  // A letter somebody types on the board is no news for a list of two thousand.
  useSettled(editor.records.version);
  const board = editor.board();
  const standing = board.inSlot(MARKET.stalls);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const viewer = place.me.id;
  const isStaff = place.me.role === 'organiser' || place.me.role === 'facilitator';
  const { stage } = useBoardStage();
  const [filter, setFilter] = useState<StallFilter>(NO_FILTER);
  const [read, setRead] = useState(() => readStalls(place.board.id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [joining, setJoining] = useState<readonly string[] | null>(null);
  const all = useMemo(() => walkedThrough(standing, viewer), [standing, viewer]);
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
  const choose = useCallback((id: string): void => {
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const opening = useRef(openStall);
  useLayoutEffect(() => {
    opening.current = openStall;
  });
  const onOpen = useCallback((stall: BoardRecord) => opening.current(stall), []);

  return (
    <div className="stack stalls">
      {!isReadOnly && <NewStall onPosted={(id) => markRead([id])} />}
      {hidden.map(({ stall, reason }) => (
        <Notice key={stall.id} tone="warning">
          <p>{t('hiddenYours', { title: stall.text, reason })}</p>
        </Notice>
      ))}
      {isStaff && proposals.length > 0 && (
        // In the stage that is for joining they stand open; in the others the list is what one came for.
        <details className="sheet fold stack tight" open={stage.id === 'merge'}>
          <summary>{t('proposals', { count: proposals.length })}</summary>
          <LongList as="ul" className="plain-list" lines={proposals} keyOf={({ stall }) => stall.id}>
            {({ stall, others }, _at, place) => (
              <li key={stall.id} className="row" {...place}>
                <span>{[stall, ...others].map(({ text }) => text).join(' + ')}</span>
                <Button onClick={() => setJoining([stall.id, ...others.map(({ id }) => id)])}>{t('join')}</Button>
              </li>
            )}
          </LongList>
        </details>
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
      <LongList className="stall-list" lines={shown} keyOf={({ id }) => id}>
        {(stall, _at, place) => (
          <StallLine
            key={stall.id}
            stall={stall}
            isRead={read.has(stall.id)}
            isChosen={chosen.has(stall.id)}
            mayChoose={isStaff}
            setSize={place['aria-setsize']}
            at={place['aria-posinset']}
            onChoose={choose}
            onOpen={onOpen}
          />
        )}
      </LongList>
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
