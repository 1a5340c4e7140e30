// "Bring in from another board": cards of the boards this person may read, found by their words, chosen one by one or several.
import { createId, LIMITS } from '@masa/shared/core';
import type { ListedCard } from '@masa/shared/wire';
import { useEffect, useMemo, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { boardName } from '../kinds/boardName.ts';
import { useAction } from '../pages/useAction.ts';
import { useReply } from '../pages/useReply.ts';
import { revealObject } from '../panels/revealObject.ts';
import { thread } from '../session/thread.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Failed } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { BoardSelect } from './BoardSelect.tsx';
import { firstOf, nameOfBoard, sayingFrozen } from './boards.ts';
import { CellSelect } from './CellSelect.tsx';
import { useIsConnected } from './connected.ts';
import { whenThere } from './whenThere.ts';
import './carrying.css';

/** The server is asked when the person has stopped typing for so long. */
const PAUSE_MS = 350;

/** A board or cards on it that were taken away meanwhile, in the server's words. */
const GONE: ReadonlySet<string> = new Set(['source-gone', 'not-carried']);

/** @param cell the cell it was asked from; null = each card goes where it belongs */
export default function BringDialog({ cell: from, onClose }: { readonly cell: string | null; readonly onClose: () => void }) {
  const t = useText('thread');
  const common = useText('common');
  const shared = useText('board');
  const { open, place, language, tell, isSmall } = useBoard();
  const { editor } = open;
  const isConnected = useIsConnected(open);
  const [board, setBoard] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const [cell, setCell] = useState(from ?? '');
  /** By board and id; with the id the new card will have, so that what is sent twice makes no second one. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, { readonly card: ListedCard; readonly as: string }>>(new Map());
  const action = useAction();

  useEffect(() => {
    const timer = setTimeout(() => {
      setSearch(typed.trim());
      setPage(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const list = useReply(() => thread.list(place.workshop.id, {}, language), `${place.workshop.id} ${language}`);
  const boards = useMemo(() => (list.value?.boards ?? []).filter(({ id }) => id !== place.board.id), [list.value, place.board.id]);
  const isThere = board === '' || boards.some(({ id }) => id === board);
  const shown = board !== null && (isThere || !list.value) ? board : firstOf(boards)?.id;
  const asked = { ...(shown === undefined || shown === '' ? {} : { board: shown }), search, page };
  const cards = useReply(() => thread.list(place.workshop.id, asked, language), JSON.stringify([place.workshop.id, language, asked]));
  const rows = shown === undefined ? [] : (cards.value?.cards ?? []).filter((card) => card.board !== place.board.id);

  const turn = (card: ListedCard): void => {
    const key = `${card.board}/${card.id}`;
    const next = new Map(chosen);
    if (!next.delete(key) && next.size < LIMITS.carriedMax) next.set(key, { card, as: createId() });
    setChosen(next);
  };

  const bring = async (): Promise<void> => {
    const bySource = new Map<string, { id: string; as: string }[]>();
    for (const { card, as } of chosen.values()) bySource.set(card.board, [...(bySource.get(card.board) ?? []), { id: card.id, as }]);
    const made: string[] = [];
    for (const [source, wished] of bySource) {
      const body = { cards: wished, to: place.board.id, language, ...(cell === '' ? {} : { cell }) };
      let isGone = false;
      const isDone = await action.run(async () => {
        const reply = await thread.carry(source, body);
        isGone = !reply.ok && GONE.has(reply.error.code);
        return sayingFrozen(reply, t('bringFrozen', { board: boardName(place.board, language) }));
      });
      // What came, and what cannot come any more, is chosen no longer; the rest can be tried again.
      if (isDone || isGone) setChosen((before) => new Map([...before].filter(([, { card }]) => card.board !== source)));
      if (!isDone) {
        if (made.length > 0) tell(t('brought', { count: made.length }));
        list.reload();
        cards.reload();
        return;
      }
      made.push(...wished.map(({ as }) => as));
    }
    tell(t('brought', { count: made.length }));
    onClose();
    const [first] = made;
    if (first !== undefined && !isSmall) void whenThere(editor, first).then((isThere) => isThere && revealObject(editor, first));
  };

  const titleOf = (id: string): string => {
    const found = boards.find((each) => each.id === id);
    return found ? nameOfBoard(t, found) : '';
  };
  const problem = list.problem ?? cards.problem;
  const known = { kind: editor.kind, template: editor.records.template.get() };
  const isMost = chosen.size >= LIMITS.carriedMax;
  const hint = shown === '' && search.length < 2 ? t('searchAll') : search !== '' ? t('notFound') : t('noCards');
  return (
    <Dialog title={t('bringTitle')} onClose={onClose}>
      <p className="quiet-text">{t('bringLead')}</p>
      {problem && !cards.value && <Failed text={problem.kind === 'away' ? t('offline') : problem.message} onRetry={list.reload} />}
      {list.value && boards.length === 0 && <p>{t('noSources')}</p>}
      {shown !== undefined && (
        <>
          <BoardSelect
            id="bring-from"
            label={t('fromBoard')}
            boards={boards}
            value={shown}
            all={t('allBoards')}
            onValue={(id) => {
              setBoard(id);
              setPage(0);
            }}
          />
          <TextField id="bring-search" type="search" label={t('search')} value={typed} onValue={setTyped} maxLength={200} />
          <fieldset className="bring-cards">
            <legend>{t('cards')}</legend>
            {!cards.value && !problem && <p className="quiet-text">{common('loading')}</p>}
            {cards.value && rows.length === 0 && <p className="quiet-text">{hint}</p>}
            <ul>
              {rows.map((card) => (
                <li key={`${card.board}/${card.id}`}>
                  <label className="check-line">
                    <input
                      type="checkbox"
                      checked={chosen.has(`${card.board}/${card.id}`)}
                      disabled={isMost && !chosen.has(`${card.board}/${card.id}`)}
                      onChange={() => turn(card)}
                    />
                    <span>
                      <span className="bring-text">{card.text}</span>
                      <small>
                        {[shown === '' ? titleOf(card.board) : '', card.place, card.isSensitive ? t('sensitive') : ''].filter(Boolean).join(' · ')}
                      </small>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            {(page > 0 || cards.value?.hasMore === true) && (
              <div className="row">
                <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                  {t('before')}
                </Button>
                <Button disabled={cards.value?.hasMore !== true} onClick={() => setPage(page + 1)}>
                  {shared('moreLines')}
                </Button>
              </div>
            )}
          </fieldset>
          {isMost && <p className="field-hint">{t('most', { max: LIMITS.carriedMax })}</p>}
          <CellSelect id="bring-cell" known={known} value={cell} onValue={setCell} />
          {!isConnected && <Notice tone="warning">{t('offline')}</Notice>}
          <div className="row plan-actions">
            {action.failure && <Notice tone="failure">{action.failure}</Notice>}
            <Button look="primary" busy={action.busy} disabled={!isConnected || chosen.size === 0} onClick={() => void bring()}>
              {t('bring', { count: chosen.size })}
            </Button>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <p className="quiet-text" role="status">
              {t('chosen', { count: chosen.size })}
            </p>
          </div>
        </>
      )}
    </Dialog>
  );
}
