// "Carry to another board": which board, where on it, what the cards become there. Copies are made; here everything stays.
import { isCarriable } from '@masa/shared/board';
import { createId, LIMITS } from '@masa/shared/core';
import { useMemo, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useAction } from '../pages/useAction.ts';
import { useReply } from '../pages/useReply.ts';
import { thread } from '../session/thread.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Failed } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { BoardSelect } from './BoardSelect.tsx';
import { addressOf, firstOf, type ListedBoard, nameOfBoard, sayingFrozen } from './boards.ts';
import { CellSelect } from './CellSelect.tsx';
import { useIsConnected, whenSaved } from './connected.ts';
import { type Becoming, becoming, suggestedCell } from './preview.ts';
import { useKnown } from './useKnown.ts';
import './carrying.css';

/** So many cards are told one by one before they are carried. */
const TOLD_MAX = 12;

export default function CarryDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText('thread');
  const common = useText('common');
  const { open, place, language, tell } = useBoard();
  const isConnected = useIsConnected(open);
  const reply = useReply(() => thread.list(place.workshop.id, {}, language), `${place.workshop.id} ${language}`);
  const action = useAction();
  const [isLate, setLate] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [chosen, setChosen] = useState('');
  const [cell, setCell] = useState<string | null>(null);
  const board = open.editor.board();
  const carriable = ids.flatMap((id) => board.get(id) ?? []).filter((record) => isCarriable(board, record));
  const records = carriable.slice(0, LIMITS.carriedMax);
  // The new cards' ids are chosen once: what is sent twice makes no second card.
  const [wanted] = useState(() => new Map(ids.map((id) => [id, createId()])));
  const boards = useMemo(
    () => (reply.value?.boards ?? []).filter(({ id, right }) => right === 'write' && id !== place.board.id),
    [reply.value, place.board.id],
  );
  // A board that was chosen and went away is not another one: that is chosen again by hand.
  const to = chosen === '' ? firstOf(boards) : boards.find(({ id }) => id === chosen);
  const known = useKnown(to);
  const where = cell ?? (known ? suggestedCell(board, records, known) : '');

  const carry = async (target: ListedBoard): Promise<void> => {
    setLate(false);
    setChosen(target.id);
    setWaiting(true);
    const isSaved = await whenSaved(open);
    setWaiting(false);
    if (!isSaved) {
      setLate(true);
      return;
    }
    const cards = records.map(({ id }) => ({ id, as: wanted.get(id) ?? createId() }));
    const done = await action.run(async () => {
      const answer = await thread.carry(place.board.id, { cards, to: target.id, language, ...(where === '' ? {} : { cell: where }) });
      // One that is closed for now may be open again in a moment; one that is gone is offered no more.
      if (!answer.ok && answer.error.code === 'target-gone') reply.reload();
      return sayingFrozen(answer, t('carryFrozen', { board: nameOfBoard(t, target) }));
    });
    if (!done) return;
    const name = nameOfBoard(t, target);
    tell(t('carried', { count: cards.length, board: name }), { href: addressOf(target.id, cards[0]?.as), label: t('openBoard', { board: name }) });
    onClose();
  };

  const problem = reply.problem && !reply.value ? (reply.problem.kind === 'away' ? t('offline') : reply.problem.message) : undefined;
  return (
    <Dialog title={t('carryTitle', { count: records.length })} onClose={onClose}>
      <p className="quiet-text">{t('carryLead')}</p>
      {records.length === 0 && <p>{t('none')}</p>}
      {problem && <Failed text={problem} onRetry={reply.reload} />}
      {!reply.value && !problem && <p className="quiet-text">{common('loading')}</p>}
      {reply.value && boards.length === 0 && <p>{t('noBoards')}</p>}
      {boards.length > 0 && records.length > 0 && (
        <>
          <BoardSelect
            id="carry-to"
            label={t('toBoard')}
            boards={boards}
            value={to?.id ?? ''}
            {...(to ? {} : { all: '–' })}
            onValue={(id) => {
              setChosen(id);
              setCell(null);
            }}
          />
          {known && <CellSelect id="carry-cell" known={known} value={where} onValue={setCell} />}
          {carriable.length > records.length && <p className="field-hint">{t('tooMany', { max: LIMITS.carriedMax })}</p>}
          {known && <Preview cards={becoming(board, records.slice(0, TOLD_MAX), known, where, language)} />}
          {!isConnected && <Notice tone="warning">{t('offline')}</Notice>}
          {isLate && <Notice tone="warning">{t('unsaved')}</Notice>}
          <div className="row plan-actions">
            {action.failure && <Notice tone="failure">{action.failure}</Notice>}
            <Button look="primary" busy={action.busy || isWaiting} disabled={!isConnected || !to} onClick={() => to && void carry(to)}>
              {t('carry', { count: records.length })}
            </Button>
            <Button onClick={onClose}>{common('cancel')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Preview({ cards }: { readonly cards: readonly Becoming[] }) {
  const t = useText('thread');
  return (
    <section aria-label={t('becomes')}>
      <h3>{t('becomes')}</h3>
      <ul className="becoming">
        {cards.map((card) => (
          <li key={card.id}>
            <p className="becoming-text">{card.text}</p>
            <p className="field-hint">{card.cell === '' ? t('beside') : t('goesTo', { cell: card.cell })}</p>
            {card.left.length > 0 && (
              <>
                <p className="field-hint">{t('toNotes')}</p>
                <ul className="becoming-left">
                  {card.left.map((line) => (
                    <li key={line.name}>
                      {line.label}: {line.value}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
