// How far the seats have come: counts, never answers.
import { useText } from '../ui/text.ts';
import type { RoundView } from './useRound.ts';
import './rounds.css';

export function Turnout({ round }: { readonly round: RoundView }) {
  const t = useText('rounds');
  if (!round.turnout) return null;
  const { seats, begun, done } = round.turnout;
  return (
    <p className="round-turnout quiet-text">
      {t('turnoutDone', { done, seats })}
      {begun > done && <> · {t('turnoutBegun', { begun, seats })}</>}
    </p>
  );
}
