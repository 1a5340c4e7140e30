// An answer that was not taken: why, since when, and, where other answers stand in its way, which of them could be dropped for it.
import { useTimes } from '../panels/useTimes.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import type { RoundView } from './useRound.ts';

interface Props {
  readonly round: RoundView;
  readonly titleOf: (object: string) => string;
  /** Whose turn it is: nobody reads what another seat was refused. Null: the round is closed, and only that is said. */
  readonly seat: number | null;
}

export function Refusal({ round, titleOf, seat: turn }: Props) {
  const t = useText('rounds');
  const { timeOf } = useTimes();
  const { refusal } = round;
  if (!refusal || (turn === null ? refusal.problem.code !== 'round-closed' : refusal.seat !== turn)) return null;
  const { seat, object, value, problem } = refusal;
  const closedAt = Date.parse(problem.fields.find(({ path }) => path === 'closedAt')?.message ?? '');
  const droppable = value === undefined ? [] : problem.fields.map(({ path }) => path).filter((path) => round.about.includes(path));
  const dropAndPut = (other: string): void => {
    round.withdraw(seat, other);
    round.put(seat, object, value);
    round.dismiss();
  };
  return (
    <Notice tone="failure">
      <p>
        {!Number.isNaN(closedAt) && `${t('closedAt', { time: timeOf(closedAt) })} `}
        {problem.message}
      </p>
      <p className="row">
        {droppable.map((other) => (
          <Button key={other} onClick={() => dropAndPut(other)}>
            {t('drop', { title: titleOf(other) })}
          </Button>
        ))}
        <Button onClick={round.dismiss}>{t('keepAsIs')}</Button>
      </p>
    </Notice>
  );
}
