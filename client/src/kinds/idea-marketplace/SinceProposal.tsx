// What has changed since groups were proposed: who came, who left, which stalls stand no more. The proposal itself stays.
import type { ProposalReply } from '@masa/shared/wire';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { move, type Placing, type Since, suggestionFor, unplacedOf } from './placing.ts';

export interface SinceProposalProps {
  readonly proposal: ProposalReply;
  readonly placing: Placing;
  readonly since: Since;
  /** Most people of a group. */
  readonly max: number;
  readonly onPlacing: (placing: Placing) => void;
}

export function SinceProposal({ proposal, placing, since, max, onPlacing }: SinceProposalProps) {
  const t = useText('market');
  const unplaced = unplacedOf(proposal, placing);
  const late = unplaced.filter((person) => since.came.has(person));
  const all = unplaced.reduce((now, person) => {
    const topic = suggestionFor(person, since, now, max);
    return topic === undefined ? now : move(now, person, topic);
  }, placing);
  const placed = unplaced.length - unplacedOf(proposal, all).length;
  if (late.length === 0 && since.left.length === 0 && since.gone.length === 0) return null;
  return (
    <Notice>
      <div className="stack tight">
        <p>{t('proposalStays')}</p>
        <ul className="since-proposal">
          {late.length > 0 && (
            <li>
              {t('cameLate', { count: late.length })} {late.map((person) => proposal.people.find(({ id }) => id === person)?.name ?? '').join(', ')}
            </li>
          )}
          {since.left.length > 0 && <li>{t('leftSince', { count: since.left.length, names: since.left.join(', ') })}</li>}
          {since.gone.map(({ title, into }) => (
            <li key={title}>{into === null ? t('stallGone', { title }) : t('stallJoined', { title, into })}</li>
          ))}
        </ul>
        {placed > 0 && (
          <p>
            <Button onClick={() => onPlacing(all)}>{t('placeSuggested', { count: placed })}</Button>
          </p>
        )}
      </div>
    </Notice>
  );
}
