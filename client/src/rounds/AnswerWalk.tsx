// Answering a round: through everything that is asked about, one by one, seat after seat. Between seats the device is handed over, and
// nothing of what another seat answered is on the screen.
import { type ReactNode, useState } from 'react';
import { Notice } from '../ui/Notice.tsx';
import { Failed, Skeleton } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { AnswerQuestion } from './AnswerQuestion.tsx';
import { AnswerSummary } from './AnswerSummary.tsx';
import { HandOver } from './HandOver.tsx';
import { Refusal } from './Refusal.tsx';
import { Turnout } from './Turnout.tsx';
import type { RoundView } from './useRound.ts';
import './rounds.css';

/** One thing a seat is asked about. */
export interface Question {
  readonly object: string;
  readonly seat: number;
  /** Undefined: not answered. */
  readonly value: unknown;
  /** Answers; it is sent at once. */
  readonly onValue: (value: unknown) => void;
  readonly withdraw: () => void;
}

export interface AnswerWalkProps {
  readonly round: RoundView;
  /** What an object is called. */
  readonly titleOf: (object: string) => string;
  /** An answer in words, for the summary. */
  readonly wordsOf: (value: unknown) => string;
  /** The answer that says that one does not know; absent: there is none, or the control has it. */
  readonly unknown?: unknown;
  readonly control: (question: Question) => ReactNode;
}

/** Where a seat is: before its turn, at an object, or at its end. */
type Stand =
  | { readonly seat: number; readonly at: 'cover' }
  | { readonly seat: number; readonly at: 'summary' }
  | { readonly seat: number; readonly at: 'object'; readonly object: string };

export function AnswerWalk(props: AnswerWalkProps) {
  const { round } = props;
  const t = useText('rounds');
  const common = useText('common');
  const { reply, problem } = round;
  if (!reply) {
    if (!problem) return <Skeleton label={common('loading')} />;
    const isAway = problem.kind === 'away';
    return <Failed text={isAway ? common('away') : problem.message} onRetry={isAway ? round.reload : undefined} />;
  }
  return (
    <div className="answer-walk">
      <Body {...props} />
      {round.seats === 0 && <p className="quiet-text">{t('staffOnly')}</p>}
      <Turnout round={round} />
    </div>
  );
}

function Body({ round, titleOf, wordsOf, unknown, control }: AnswerWalkProps) {
  const t = useText('rounds');
  const { about, seats } = round;
  const isAnswered = (seat: number, object: string): boolean => round.answerOf(seat, object) !== undefined;
  const isDone = (seat: number): boolean => about.every((object) => isAnswered(seat, object));
  const allSeats = Array.from({ length: seats }, (_, at) => at + 1);
  /** Where a seat goes on: at the first thing it has not answered. */
  const entryOf = (seat: number): Stand => {
    const open = about.find((object) => !isAnswered(seat, object));
    return open === undefined ? { seat, at: 'summary' } : { seat, at: 'object', object: open };
  };
  const [kept, stand] = useState<Stand | null>(null);

  if (seats === 0) return null;
  if (!round.isOpen) {
    // Opened again, it begins with the hand-over.
    if (kept !== null) stand(null);
    return (
      <>
        <Refusal round={round} titleOf={titleOf} seat={null} />
        <Notice>
          <p>{t('closed')}</p>
        </Notice>
      </>
    );
  }
  if (about.length === 0) return <p className="quiet-text">{t('nothingAsked')}</p>;

  const first: Stand = seats === 1 ? entryOf(1) : { seat: allSeats.find((seat) => !isDone(seat)) ?? 1, at: 'cover' };
  // Where it began it stays until somebody goes on: answering the first thing is not yet the next.
  if (kept === null) stand(first);
  // A seat that was given up, an object that was deleted meanwhile: the seat goes on where it can.
  const wanted = kept && kept.seat <= seats ? kept : first;
  const now = wanted.at === 'object' && !about.includes(wanted.object) ? entryOf(wanted.seat) : wanted;
  if (now !== wanted) stand(now);
  const { seat } = now;
  const label = seats > 1 ? t('seatOf', { seat, seats }) : undefined;

  if (now.at === 'cover') {
    return (
      <HandOver
        seat={seat}
        seats={allSeats.map((each) => ({ seat: each, isDone: isDone(each) }))}
        onBegin={() => stand(entryOf(seat))}
        onSeat={(other) => stand({ seat: other, at: 'cover' })}
      />
    );
  }
  if (now.at === 'summary') {
    const next = allSeats.find((each) => each > seat) ?? allSeats.find((each) => !isDone(each)) ?? 1;
    const lines = about.map((object) => {
      const value = round.answerOf(seat, object);
      const words = value === undefined ? undefined : wordsOf(value);
      return { object, title: titleOf(object), words, state: round.stateOf(seat, object) };
    });
    return (
      <>
        <Refusal round={round} titleOf={titleOf} seat={seat} />
        <AnswerSummary
          label={label}
          lines={lines}
          onChange={(object) => stand({ seat, at: 'object', object })}
          handOver={seats > 1 ? { seat: next, onDone: () => stand({ seat: next, at: 'cover' }) } : undefined}
        />
      </>
    );
  }
  const at = about.indexOf(now.object);
  const to = (index: number): void => {
    const object = about[index];
    stand(object === undefined ? { seat, at: 'summary' } : { seat, at: 'object', object });
  };
  const question: Question = {
    object: now.object,
    seat,
    value: round.answerOf(seat, now.object),
    onValue: (value) => round.put(seat, now.object, value),
    withdraw: () => round.withdraw(seat, now.object),
  };
  return (
    <>
      <Refusal round={round} titleOf={titleOf} seat={seat} />
      <AnswerQuestion
        key={`${seat} ${now.object}`}
        label={label}
        title={titleOf(now.object)}
        at={at + 1}
        count={about.length}
        state={round.stateOf(seat, now.object)}
        isAnswered={question.value !== undefined}
        onBack={at > 0 ? () => to(at - 1) : undefined}
        onNext={() => to(at + 1)}
        onUnknown={
          unknown === undefined
            ? undefined
            : () => {
                question.onValue(unknown);
                to(at + 1);
              }
        }
      >
        {control(question)}
      </AnswerQuestion>
    </>
  );
}
