// How far the seats have come: counts, never answers.
import { useText } from '../ui/text.ts';
import type { RoundView } from './useRound.ts';
import './rounds.css';

interface Props {
  readonly round: RoundView;
  /** Nobody is meant to answer about everything: whoever has said something has answered. */
  readonly isFree?: boolean;
}

export function Turnout({ round, isFree = false }: Props) {
  const t = useText('rounds');
  if (!round.turnout) return null;
  const { seats, begun, done } = round.turnout;
  const said = t('turnoutBegun', { begun, seats });
  return (
    <p className="round-turnout quiet-text">
      {isFree ? said : t('turnoutDone', { done, seats })}
      {!isFree && begun > done && <> · {said}</>}
    </p>
  );
}
