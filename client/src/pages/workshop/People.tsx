// Who has joined, by table; a facilitator moves people and, if it must be, shows them out.
import type { ParticipantList, Workshop } from '@masa/shared/wire';
import { UserX } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { TableBadge } from '../../ui/TableBadge.tsx';
import { useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { Confirm } from '../Confirm.tsx';
import { useAction } from '../useAction.ts';

type Person = ParticipantList['participants'][number];

export interface PeopleProps {
  readonly workshop: Workshop;
  readonly people: readonly Person[];
  readonly onChanged: () => void;
}

const seatsOf = (people: readonly Person[]): number => people.reduce((sum, person) => sum + person.seats, 0);

export function People({ workshop, people, onChanged }: PeopleProps) {
  const t = useText('organiser');
  const common = useText('common');
  const groups = [...workshop.groups].sort((a, b) => a.number - b.number);
  const known = new Set(groups.map((group) => group.id));
  const tables = [
    ...groups.map((group) => ({ key: group.id, group, people: people.filter((person) => person.groupId === group.id) })),
    { key: 'none', group: undefined, people: people.filter((person) => person.groupId === null || !known.has(person.groupId)) },
  ].filter((table) => table.people.length > 0);

  return (
    <section className="sheet stack no-print" aria-labelledby="people-title">
      <div className="page-head">
        <h2 id="people-title">{t('peopleTitle')}</h2>
        {people.length > 0 && <p className="quiet-text figures">{t('peopleCount', { devices: people.length, seats: seatsOf(people) })}</p>}
      </div>
      {people.length === 0 && <p className="lead">{t('peopleEmpty')}</p>}
      {tables.map(({ key, group, people: atTable }) => (
        <div key={key} className="people-table">
          <h3 className="row">
            {group && <TableBadge colour={group.colour} px={32} />}
            {group ? [common('table', { number: group.number }), group.name].filter((each) => each !== '').join(' · ') : t('noTable')}
            <span className="quiet-text small figures">{common('seats', { count: seatsOf(atTable) })}</span>
          </h3>
          <ul className="people-rows">
            {atTable.map((person) => (
              <PersonRow key={person.id} workshop={workshop} person={person} onChanged={onChanged} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function PersonRow({ workshop, person, onChanged }: { readonly workshop: Workshop; readonly person: Person; readonly onChanged: () => void }) {
  const t = useText('organiser');
  const common = useText('common');
  const action = useAction();
  const removing = useAction();
  const [asking, setAsking] = useState(false);
  const { name } = person;
  return (
    <li className="person-row">
      <span className={person.online ? 'presence here' : 'presence'} role="img" aria-label={person.online ? t('here') : t('away')} />
      <span className="person-words">
        <strong>{name}</strong>
        <span className="quiet-text small">
          {[person.library, person.region, person.seats > 1 ? common('seats', { count: person.seats }) : '']
            .filter((each) => each !== '')
            .join(' · ')}
        </span>
      </span>
      <select
        className="control"
        aria-label={t('moveTo', { name })}
        value={person.groupId ?? ''}
        disabled={action.busy}
        onChange={(event) =>
          void action
            .run(() => api.changeParticipant(workshop.id, person.id, { groupId: event.target.value === '' ? null : event.target.value }))
            .then((done) => done && onChanged())
        }
      >
        <option value="">{t('noTable')}</option>
        {[...workshop.groups]
          .sort((a, b) => a.number - b.number)
          .map((group) => (
            <option key={group.id} value={group.id}>
              {common('table', { number: group.number })}
            </option>
          ))}
      </select>
      <Button look="quiet" label={t('showOut', { name })} onClick={() => setAsking(true)}>
        <UserX aria-hidden />
      </Button>
      <ActionFailure of={action} />
      {asking && (
        <Confirm
          title={t('showOut', { name })}
          text={t('showOutAsk', { name })}
          action={t('showOutConfirm')}
          state={removing}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            void removing
              .run(() => api.removeParticipant(workshop.id, person.id))
              .then((done) => {
                if (!done) return;
                setAsking(false);
                onChanged();
              })
          }
        />
      )}
    </li>
  );
}
