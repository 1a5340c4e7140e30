// The thread of one card in its details: what it came from, board by board, what came from it, and what its source says now.
import { oneLine } from '@masa/shared/board';
import { isRecord } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { ThreadCard } from '@masa/shared/wire';
import { CornerDownRight } from 'lucide-react';
import { Link } from 'wouter';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { useReply } from '../pages/useReply.ts';
import { thread } from '../session/thread.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { addressOf, nameOfBoard } from './boards.ts';
import { useIsConnected } from './connected.ts';
import './carrying.css';

/** The thread is read again so often while it is in sight: others carry cards on meanwhile. */
const AGAIN_MS = 30_000;

/** A text in a line of the thread, visible characters. */
const SHORT = 120;

export default function ThreadSection({ record }: { readonly record: BoardRecord }) {
  const t = useText('thread');
  const { open } = useBoard();
  const isConnected = useIsConnected(open);
  if (isConnected) return <Followed record={record} />;
  return record.origin.object === '' ? null : <p className="quiet-text">{t('threadOffline')}</p>;
}

function Followed({ record }: { readonly record: BoardRecord }) {
  const t = useText('thread');
  const { open, place, language, say } = useBoard();
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const reply = useReply(() => thread.follow(place.board.id, record.id, language), `${place.board.id} ${record.id} ${language}`, AGAIN_MS);
  // A card that was made just now is not with the server yet: then there is nothing to tell.
  const cards = isRecord(reply.value) ? reply.value.cards : [];
  if (cards.length < 2) return null;
  const changed = cards.find(({ depth }) => depth === 0)?.changed ?? null;
  const isTaken = changed === null || changed.now === record.text;
  const takeOver = (text: string): void => {
    open.editor.perform([{ do: 'text', id: record.id, text }]);
    say(t('tookOver'));
    reply.reload();
  };
  return (
    <section className="thread" aria-labelledby={`thread-${record.id}`}>
      <h3 id={`thread-${record.id}`}>{t('thread')}</h3>
      {!isTaken && (
        <div className="thread-changed">
          <p>{t('changed')}</p>
          <p>
            <del>{t('was', { text: changed.was })}</del>
          </p>
          <p>
            <ins>{t('now', { text: changed.now })}</ins>
          </p>
          {!isReadOnly && record.lock === null && record.gone === null && (
            <p>
              <Button onClick={() => takeOver(changed.now)}>{t('takeOver')}</Button>
            </p>
          )}
        </div>
      )}
      <ol className="thread-cards">
        {cards.map((card, at) => (
          <Line key={card.object === null ? `line-${at}` : `${card.board?.id}/${card.object}`} card={card} />
        ))}
      </ol>
      {reply.value?.isCut && <p className="field-hint">{t('isCut')}</p>}
    </section>
  );
}

function Line({ card }: { readonly card: ThreadCard }) {
  const t = useText('thread');
  const { board, object, depth } = card;
  const where = [board && nameOfBoard(t, board), card.slot].filter(Boolean).join(' · ');
  const text = card.text === '' ? t('emptyText') : oneLine(card.text, SHORT);
  return (
    <li aria-current={depth === 0 || undefined} style={{ ['--depth' as string]: Math.max(0, depth) }}>
      <p className="thread-way">
        {depth > 0 && <CornerDownRight aria-hidden size={16} />}
        {depth === 0 ? t('thisCard') : card.link !== null ? t('joined', { link: card.link }) : t(depth < 0 ? 'cameFrom' : 'wentTo')}
        {where !== '' && ` · ${where}`}
      </p>
      {card.state !== 'here' && <p className="quiet-text">{t(card.state)}</p>}
      {card.state === 'here' &&
        (depth === 0 || !board || object === null ? (
          <p>{text}</p>
        ) : (
          <Link className="thread-link" href={addressOf(board.id, object)} aria-label={t('openCard', { text })}>
            {text}
          </Link>
        ))}
      {card.isInBin && <p className="field-hint">{t('inBin')}</p>}
      {depth !== 0 && card.changed && <p className="field-hint">{t('isBehind')}</p>}
    </li>
  );
}
