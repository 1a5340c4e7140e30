// People at the door who wait for a decision: they knocked, or lost their place.
import type { ClaimList } from '@masa/shared/wire';
import { api } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { useAction } from '../useAction.ts';

type Claim = ClaimList['claims'][number];

export interface ClaimsProps {
  readonly workshopId: string;
  readonly claims: readonly Claim[];
  readonly onChanged: () => void;
}

export function Claims({ workshopId, claims, onChanged }: ClaimsProps) {
  const t = useText('organiser');
  if (claims.length === 0) return null;
  return (
    <section className="sheet stack attention no-print" aria-labelledby="claims-title" aria-live="polite">
      <h2 id="claims-title">{t('claimsTitle')}</h2>
      <ul className="decision-rows">
        {claims.map((claim) => (
          <ClaimRow key={claim.id} workshopId={workshopId} claim={claim} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function ClaimRow({ workshopId, claim, onChanged }: { readonly workshopId: string; readonly claim: Claim; readonly onChanged: () => void }) {
  const t = useText('organiser');
  const action = useAction();
  const decide = (approve: boolean, participantId?: string): void =>
    void action.run(() => api.decideClaim(workshopId, claim.id, approve, participantId)).then((done) => done && onChanged());
  return (
    <li className="stack tight">
      <p>
        <strong>{t('claimIs', { name: claim.name, library: claim.library || '–' })}</strong>
      </p>
      {claim.candidates.map((person) => (
        <p key={person.id} className="row">
          <span>{t('claimSame', { name: person.name, library: person.library || '–' })}</span>
          <Button look="primary" busy={action.busy} onClick={() => decide(true, person.id)}>
            {t('claimYes')}
          </Button>
        </p>
      ))}
      <p className="row">
        <Button look={claim.candidates.length === 0 ? 'primary' : 'secondary'} busy={action.busy} onClick={() => decide(true)}>
          {t('claimNew')}
        </Button>
        <Button look="danger" busy={action.busy} onClick={() => decide(false)}>
          {t('claimNo')}
        </Button>
      </p>
      <ActionFailure of={action} />
    </li>
  );
}
