// The marketplace as a list: read, filter, ask, put up a stall, join what belongs together.
import { type CommandContext, fieldText, origin } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import {
  alreadyPosted,
  hiddenFrom,
  isLongTitle,
  MARKET,
  mergeProposals,
  mergeStalls,
  originals,
  STALL_LABELS,
  STALL_TYPES,
  type StallType,
} from '@masa/shared/kinds/idea-marketplace';
import { useMemo, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardReader, useStore } from '../../board/useStore.ts';
import { ObjectTalk } from '../../panels/ObjectTalk.tsx';
import { revealObject } from '../../panels/revealObject.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { keepRead, matching, NO_FILTER, readStalls, type StallFilter, stallTypeOf, storyOf, walked } from './listing.ts';
import { stallInk } from './stallColours.ts';
import './market.css';

export default function StallList() {
  const t = useText('market');
  const { open, place, language, workshop, isSmall, show, tell } = useBoard();
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
  const context = (): CommandContext => ({ author: place.author, now: Math.round(workshop.clock.now()), isStaff });

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
      {!isReadOnly && <NewStall context={context} onPosted={(id) => markRead([id])} />}
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
        <JoinDialog
          stalls={joining.flatMap((id) => board.get(id) ?? [])}
          onClose={() => setJoining(null)}
          onJoin={(title) => {
            const made = editor.perform(mergeStalls(editor.board(), joining, title, context()));
            setJoining(null);
            setChosen(new Set());
            if (made.length > 0) tell(t('joined'));
          }}
        />
      )}
    </div>
  );
}

interface LineProps {
  readonly stall: BoardRecord;
  readonly isRead: boolean;
  readonly isChosen: boolean;
  readonly mayChoose: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function StallLine({ stall, isRead, isChosen, mayChoose, onChoose, onOpen }: LineProps) {
  const t = useText('market');
  const { open, language, show } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const type = stallTypeOf(stall);
  const inside = isOpen ? originals(open.editor.board(), stall.id) : [];
  const count = Array.isArray(stall.fields.mergedFrom) ? stall.fields.mergedFrom.length : 0;
  const needs = open.editor.kind.types.card?.facets.lookingFor;
  const wanted = needs ? fieldText(needs, stall.fields.lookingFor, language) : '';
  return (
    <li className={isRead ? 'stall' : 'stall unread'} style={{ ['--cell-ink' as string]: stallInk(type) }}>
      <div className="stall-head">
        {mayChoose && <input type="checkbox" checked={isChosen} aria-label={t('chooseStall', { title: stall.text })} onChange={onChoose} />}
        <button
          type="button"
          className="stall-title"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen) onOpen();
          }}
        >
          {!isRead && <span className="visually-hidden">{t('new')} </span>}
          {stall.text}
        </button>
      </div>
      <p className="stall-under quiet-text">
        {[type ? STALL_LABELS[type][language] : '', stall.author.library, stall.author.name, wanted === '' ? '' : t('needs', { what: wanted })]
          .filter((part) => part !== '')
          .join(' · ')}
        {count > 0 && ` · ${t('inside', { count })}`}
      </p>
      {isOpen && (
        <div className="stack tight">
          {storyOf(stall) !== '' && <p className="stall-story">{storyOf(stall)}</p>}
          {inside.length > 0 && (
            <ul className="stall-inside">
              {inside.map((each) => (
                <li key={each.id}>
                  <strong>{each.text}</strong> <span className="quiet-text">{each.author.library}</span>
                  {storyOf(each) !== '' && <p>{storyOf(each)}</p>}
                </li>
              ))}
            </ul>
          )}
          <p>
            <Button look="quiet" onClick={() => show({ of: 'card', id: stall.id })}>
              {t('details')}
            </Button>
          </p>
          <ObjectTalk record={stall} />
        </div>
      )}
    </li>
  );
}

interface NewStallProps {
  readonly context: () => CommandContext;
  readonly onPosted: (id: string) => void;
}

function NewStall({ context, onPosted }: NewStallProps) {
  const t = useText('market');
  const { open, language, tell, show } = useBoard();
  const { editor } = open;
  const [title, setTitle] = useState('');
  const [story, setStory] = useState('');
  const [type, setType] = useState<StallType>('idea');
  const [again, setAgain] = useState<string | null>(null);
  const post = (): void => {
    if (title.trim() === '' || isLongTitle(title)) return;
    const { author, now } = context();
    const before = alreadyPosted(editor.board(), author.id, title, now);
    if (before) {
      setAgain(before.id);
      return;
    }
    const cell = editor.records.template
      .get()
      .cells.find(({ slots }) => slots.some((each) => each.slot === MARKET.stalls && each.when?.enter === type));
    const [id] = editor.create({ cell: cell?.id ?? MARKET.stalls, index: Number.MAX_SAFE_INTEGER }, [{ text: title.trim() }], origin('typed'));
    if (id === undefined) return;
    editor.perform([
      { do: 'set', id, facet: 'stallType', value: type },
      ...(story.trim() === '' ? [] : [{ do: 'set', id, facet: 'story', value: story.trim() } as const]),
    ]);
    onPosted(id);
    setTitle('');
    setStory('');
    tell(t('posted'));
  };
  return (
    <details className="sheet">
      <summary>{t('newStall')}</summary>
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          post();
        }}
      >
        <SelectField
          id="stall-type"
          label={t('whatIsIt')}
          value={type}
          onValue={setType}
          options={STALL_TYPES.map((value) => ({ value, label: STALL_LABELS[value][language] }))}
        />
        <TextField
          id="stall-title"
          label={t('title')}
          value={title}
          error={isLongTitle(title) ? t('titleLong', { max: LIMITS.titleMax }) : undefined}
          onValue={(text) => {
            setTitle(text);
            setAgain(null);
          }}
        />
        <label className="field" htmlFor="stall-story">
          <span>{t('story')}</span>
          <textarea
            id="stall-story"
            className="control"
            rows={3}
            maxLength={LIMITS.stallStoryMax}
            value={story}
            onChange={(event) => setStory(event.target.value)}
          />
        </label>
        {again !== null && (
          <Notice tone="warning">
            <p>{t('again')}</p>
            <p>
              <Button onClick={() => show({ of: 'card', id: again })}>{t('openIt')}</Button>
            </p>
          </Notice>
        )}
        <p>
          <Button type="submit" look="primary">
            {t('post')}
          </Button>
        </p>
      </form>
    </details>
  );
}

interface JoinProps {
  readonly stalls: readonly BoardRecord[];
  readonly onClose: () => void;
  readonly onJoin: (title: string) => void;
}

function JoinDialog({ stalls, onClose, onJoin }: JoinProps) {
  const t = useText('market');
  const common = useText('common');
  const [title, setTitle] = useState(stalls[0]?.text ?? '');
  return (
    <Dialog title={t('joinTitle')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '' && !isLongTitle(title)) onJoin(title);
        }}
      >
        <p>{t('joinLead')}</p>
        <ul>
          {stalls.map(({ id, text, author }) => (
            <li key={id}>
              {text} <span className="quiet-text">{author.library}</span>
            </li>
          ))}
        </ul>
        <TextField
          id="join-title"
          label={t('joinedTitle')}
          value={title}
          error={isLongTitle(title) ? t('titleLong', { max: LIMITS.titleMax }) : undefined}
          onValue={setTitle}
        />
        <p className="row">
          <Button type="submit" look="primary">
            {t('join')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </p>
      </form>
    </Dialog>
  );
}
