// Choosing what one wants to work on: up to three stalls in order, and of which one wants to be kept informed. Seat after seat on a shared
// device; nothing another seat chose is on the screen.

import { isRecord } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { INTEREST, MARKET, RANKS_MAX, rankOf } from '@masa/shared/kinds/idea-marketplace';
import { ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useSettled } from '../../board/useStore.ts';
import { LongList } from '../../outline/LongList.tsx';
import { HandOver } from '../../rounds/HandOver.tsx';
import { Refusal } from '../../rounds/Refusal.tsx';
import { Turnout } from '../../rounds/Turnout.tsx';
import { type RoundView, useRound } from '../../rounds/useRound.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Failed, Skeleton } from '../../ui/states.tsx';
import { useText } from '../../ui/text.ts';
import { matching, NO_FILTER, storyOf, walkedThrough } from './listing.ts';
import '../../rounds/rounds.css';
import './market.css';

const RANKS = Array.from({ length: RANKS_MAX }, (_, at) => at + 1);
const RANK_WORDS = { 1: 'rank1', 2: 'rank2', 3: 'rank3' } as const;
const NOTHING: ReadonlySet<string> = new Set();

export default function InterestPanel() {
  const t = useText('market');
  const common = useText('common');
  const round = useRound(INTEREST);
  const { reply, problem } = round;
  if (!reply) {
    if (!problem) return <Skeleton label={common('loading')} />;
    return <Failed text={problem.kind === 'away' ? common('away') : problem.message} onRetry={problem.kind === 'away' ? round.reload : undefined} />;
  }
  return (
    <div className="stack">
      {round.seats === 0 ? (
        <p>{t('staffDoNotChoose')}</p>
      ) : round.isOpen ? (
        <Seats round={round} />
      ) : (
        <Notice>
          <p>{t('choosingClosed')}</p>
        </Notice>
      )}
      <Turnout round={round} isFree />
    </div>
  );
}

/** One seat after the other; alone at a device there is nothing to hand over. */
function Seats({ round }: { readonly round: RoundView }) {
  const t = useText('market');
  const seats = Array.from({ length: round.seats }, (_, at) => at + 1);
  const isDone = (seat: number): boolean => round.about.some((object) => round.answerOf(seat, object) !== undefined);
  const [turn, setTurn] = useState<{ readonly seat: number; readonly isCovered: boolean }>({ seat: 1, isCovered: round.seats > 1 });
  if (turn.isCovered) {
    return (
      <HandOver
        seat={turn.seat}
        seats={seats.map((seat) => ({ seat, isDone: isDone(seat) }))}
        onBegin={() => setTurn({ ...turn, isCovered: false })}
        onSeat={(seat) => setTurn({ seat, isCovered: true })}
      />
    );
  }
  const next = seats.find((seat) => seat > turn.seat) ?? 1;
  return (
    <>
      <Choices round={round} seat={turn.seat} />
      {round.seats > 1 && (
        <p>
          <Button look="primary" onClick={() => setTurn({ seat: next, isCovered: true })}>
            {t('seatDone')}
          </Button>
        </p>
      )}
    </>
  );
}

function Choices({ round, seat }: { readonly round: RoundView; readonly seat: number }) {
  const t = useText('market');
  const { open, place } = useBoard();
  // Choosing goes on while others still write.
  useSettled(open.editor.records.version);
  const board = open.editor.board();
  const standing = board.inSlot(MARKET.stalls);
  const [words, setWords] = useState('');
  const [fourth, setFourth] = useState<BoardRecord | null>(null);
  const stalls = useMemo(() => {
    const asked = new Set(round.about);
    return walkedThrough(standing, place.me.id).filter(({ id }) => asked.has(id));
  }, [standing, place.me.id, round.about]);
  const found = useMemo(() => matching(stalls, { ...NO_FILTER, words }, place.me.id, NOTHING), [stalls, words, place.me.id]);
  const titleOf = (id: string): string => board.get(id)?.text ?? '';
  const chosen = RANKS.map((rank) => stalls.find(({ id }) => rankOf(round.answerOf(seat, id)) === rank));

  const isSaving = stalls.some(({ id }) => round.stateOf(seat, id) !== 'none' && round.stateOf(seat, id) !== 'saved');
  const firstFree = RANKS.find((_, at) => !chosen[at]);

  const want = (stall: BoardRecord): void => {
    if (rankOf(round.answerOf(seat, stall.id)) !== undefined) round.withdraw(seat, stall.id);
    else if (firstFree === undefined) setFourth(stall);
    else round.put(seat, stall.id, { rank: firstFree });
  };
  const instead = (of: BoardRecord, stall: BoardRecord): void => {
    const rank = rankOf(round.answerOf(seat, of.id));
    round.withdraw(seat, of.id);
    if (rank !== undefined) round.put(seat, stall.id, { rank });
    setFourth(null);
  };
  /** Two seldom change places at once on the server: one lets go, the other takes its place, the first takes what is free then. */
  const raise = (at: number): void => {
    const [above, below] = [chosen[at - 1], chosen[at]];
    const [higher, lower] = [RANKS[at - 1], RANKS[at]];
    if (!below || higher === undefined || lower === undefined || isSaving) return;
    if (above) round.withdraw(seat, above.id);
    round.put(seat, below.id, { rank: higher });
    if (above) round.put(seat, above.id, { rank: lower });
  };
  return (
    <>
      <Refusal round={round} titleOf={titleOf} seat={seat} />
      <section className="sheet stack tight" aria-labelledby="my-choices">
        <h3 id="my-choices">{t('myChoices')}</h3>
        <ol className="my-choices">
          {chosen.map((stall, at) => (
            <li key={RANKS[at]}>
              {stall ? (
                <>
                  <span>{stall.text}</span>
                  <Button
                    look="quiet"
                    label={t('raise', { title: stall.text })}
                    aria-disabled={at === 0 || isSaving || undefined}
                    onClick={() => raise(at)}
                  >
                    <ArrowUp aria-hidden />
                  </Button>
                  <Button look="quiet" onClick={() => round.withdraw(seat, stall.id)}>
                    {t('drop')}
                  </Button>
                </>
              ) : (
                <span className="quiet-text">{t('free')}</span>
              )}
            </li>
          ))}
        </ol>
      </section>
      <TextField id="choose-words" label={t('find')} type="search" value={words} onValue={setWords} />
      <LongList className="stall-list" lines={found} keyOf={({ id }) => id}>
        {(stall, _at, place) => (
          <li key={stall.id} className="stall" {...place}>
            <Choice
              stall={stall}
              answer={round.answerOf(seat, stall.id)}
              onWant={() => want(stall)}
              onInform={(isInformed) => (isInformed ? round.withdraw(seat, stall.id) : round.put(seat, stall.id, { informed: true }))}
            />
          </li>
        )}
      </LongList>
      {fourth && (
        <Dialog title={t('fourthTitle')} onClose={() => setFourth(null)}>
          <div className="stack">
            <p>{t('fourth', { title: fourth.text })}</p>
            <ul className="plain-list">
              {chosen.map(
                (stall) =>
                  stall && (
                    <li key={stall.id}>
                      <Button onClick={() => instead(stall, fourth)}>{t('dropFor', { title: stall.text })}</Button>
                    </li>
                  ),
              )}
            </ul>
            <p>
              <Button onClick={() => setFourth(null)}>{t('keepThree')}</Button>
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly stall: BoardRecord;
  readonly answer: unknown;
  readonly onWant: () => void;
  /** @param isInformed as it was before */
  readonly onInform: (isInformed: boolean) => void;
}

function Choice({ stall, answer, onWant, onInform }: ChoiceProps) {
  const t = useText('market');
  const rank = rankOf(answer);
  const isInformed = isRecord(answer) && answer.informed === true;
  return (
    <>
      <p className="stall-title">{stall.text}</p>
      <p className="stall-under quiet-text">{[stall.author.library, storyOf(stall)].filter(Boolean).join(' · ')}</p>
      <fieldset className="choice-row">
        <legend className="visually-hidden">{stall.text}</legend>
        <Button look={rank === undefined ? 'secondary' : 'primary'} aria-pressed={rank !== undefined} onClick={onWant}>
          {rank === undefined ? t('want') : t(RANK_WORDS[rank])}
        </Button>
        <Button look="quiet" aria-pressed={isInformed} onClick={() => onInform(isInformed)}>
          {t('inform')}
        </Button>
      </fieldset>
    </>
  );
}
