// Between two seats of one device: nobody's answers are on the screen, and the next person says that it is their turn.
import { useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

interface Props {
  /** Whose turn it is. */
  readonly seat: number;
  readonly seats: readonly { readonly seat: number; readonly isDone: boolean }[];
  readonly onBegin: () => void;
  readonly onSeat: (seat: number) => void;
}

export function HandOver({ seat, seats, onBegin, onSeat }: Props) {
  const t = useText('rounds');
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another seat is another page
  useEffect(() => heading.current?.focus({ preventScroll: true }), [seat]);
  const isAllDone = seats.every(({ isDone }) => isDone);
  const isFirst = seats.every(({ isDone }) => !isDone) && seat === 1;
  return (
    <section className="hand-over">
      <h3 ref={heading} tabIndex={-1}>
        {isAllDone ? t('allDoneTitle') : t('seatOf', { seat, seats: seats.length })}
      </h3>
      <p>{isAllDone ? t('allDone') : isFirst ? t('firstSeat') : t('handOver')}</p>
      <Button look={isAllDone ? 'secondary' : 'primary'} large={!isAllDone} onClick={onBegin}>
        {t('begin', { seat })}
      </Button>
      <p className="quiet-text">{t('otherSeat')}</p>
      <div className="row">
        {seats
          .filter((each) => each.seat !== seat)
          .map(({ seat: other, isDone }) => (
            <Button key={other} look="quiet" onClick={() => onSeat(other)}>
              {isDone ? t('seatDone', { seat: other }) : t('seat', { seat: other })}
            </Button>
          ))}
      </div>
    </section>
  );
}
