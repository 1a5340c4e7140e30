// Topics too few people want to work on: they stay as a pair, are joined with another, or are parked with a promise. Nobody is forgotten.
import type { ProposalReply } from '@masa/shared/wire';
import { useState } from 'react';
import { useAction } from '../../pages/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { marketCalls } from './calls.ts';
import type { Placing } from './placing.ts';

export interface LonelyTopicsProps {
  readonly boardId: string;
  readonly proposal: ProposalReply;
  readonly placing: Placing;
  readonly onPair: (topic: string, members: readonly string[]) => void;
  /** The marketplace is another: the proposal has to be made anew. */
  readonly onChanged: () => void;
}

export function LonelyTopics({ boardId, proposal, placing, onPair, onChanged }: LonelyTopicsProps) {
  const t = useText('market');
  const action = useAction();
  const [parking, setParking] = useState<string | null>(null);
  const lonely = proposal.lonely.filter(({ topic }) => !placing.some((group) => group.topic === topic));
  if (lonely.length === 0) return null;
  const titleOf = (topic: string): string => proposal.topics.find(({ id }) => id === topic)?.title ?? '';
  const nameOf = (person: string): string => proposal.people.find(({ id }) => id === person)?.name ?? '';
  const join = (topic: string, into: string): void => {
    void action.run(() => marketCalls.settleLonely(boardId, { what: 'merge', topic, into })).then((done) => done && onChanged());
  };
  return (
    <section className="stack tight" aria-labelledby="lonely-title">
      <h3 id="lonely-title">{t('lonelyTitle')}</h3>
      <p>{t('lonelyLead')}</p>
      {action.failure && (
        <Notice tone="failure">
          <p>{action.failure}</p>
        </Notice>
      )}
      <ul className="placing-groups">
        {lonely.map(({ topic, wanting }) => (
          <li key={topic} className="placing-group">
            <h4>{titleOf(topic)}</h4>
            <p className="quiet-text">{wanting.map(nameOf).join(', ')}</p>
            {wanting.length > 0 && <Button onClick={() => onPair(topic, wanting)}>{t('keepPair')}</Button>}
            {placing.length > 0 && (
              <SelectField
                id={`join-${topic}`}
                label={t('join')}
                value=""
                onValue={(into) => {
                  if (into !== '') join(topic, into);
                }}
                options={[{ value: '', label: '–' }, ...placing.map((group) => ({ value: group.topic, label: titleOf(group.topic) }))]}
              />
            )}
            <Button onClick={() => setParking(topic)}>{t('parkIt')}</Button>
          </li>
        ))}
      </ul>
      {parking !== null && (
        <ParkDialog
          boardId={boardId}
          topic={parking}
          title={titleOf(parking)}
          onClose={() => setParking(null)}
          onParked={() => {
            setParking(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface ParkProps {
  readonly boardId: string;
  readonly topic: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onParked: () => void;
}

function ParkDialog({ boardId, topic, title, onClose, onParked }: ParkProps) {
  const t = useText('market');
  const action = useAction();
  const [promise, setPromise] = useState('');
  return (
    <Dialog title={t('parkTitle', { title })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (promise.trim() === '') return;
          void action.run(() => marketCalls.settleLonely(boardId, { what: 'park', topic, promise })).then((done) => done && onParked());
        }}
      >
        <TextField id="park-promise" label={t('parkPromise')} value={promise} onValue={setPromise} />
        {action.failure && (
          <Notice tone="failure">
            <p>{action.failure}</p>
          </Notice>
        )}
        <p>
          <Button type="submit" look="primary" busy={action.busy}>
            {t('parkIt')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
