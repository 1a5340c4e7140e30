// The proposed groups, corrected by hand or keyboard: each seat with what it chose, and those that are in none.
import type { ProposalReply } from '@masa/shared/wire';
import type { PlacedGroup } from '@masa/shared/workshop';
import { type DragEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { type Placing, placedBy, type Since, suggestionFor, unplacedOf } from './placing.ts';
import { moverOf, useKeptFocus } from './useKeptFocus.ts';

const NOWHERE = '';

export interface PlacingCorrectionProps {
  readonly proposal: ProposalReply;
  readonly placing: Placing;
  readonly since: Since;
  /** Most people of a group. */
  readonly max: number;
  readonly onMove: (person: string, topic: string | null) => void;
}

export function PlacingCorrection({ proposal, placing, since, max, onMove }: PlacingCorrectionProps) {
  const t = useText('market');
  const [over, setOver] = useState<string | null>(null);
  const keepFocus = useKeptFocus(placing);
  const groups = placedBy(proposal, placing);
  const titleOf = (topic: string): string => proposal.topics.find(({ id }) => id === topic)?.title ?? '';
  const unplaced = unplacedOf(proposal, placing);
  const whyOf = (person: string): string => {
    if (since.came.has(person)) return t('lateNotPlaced');
    if (since.places.has(person)) return t('whyGone');
    const why = proposal.unplaced.find((each) => each.person === person)?.why;
    return why === 'no-choice' ? t('whyNoChoice') : why === 'lonely' ? t('whyLonely') : why === 'full' ? t('whyFull') : '';
  };
  const dropOn = (topic: string | null) => ({
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(topic ?? NOWHERE);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(null);
      const person = event.dataTransfer.getData('text/plain');
      if (proposal.people.some(({ id }) => id === person)) onMove(person, topic);
    },
  });
  const line = (person: string, topic: string | null, said: string) => {
    const found = proposal.people.find(({ id }) => id === person);
    if (!found) return null;
    const suggested = topic === null ? suggestionFor(person, since, placing, max) : undefined;
    return (
      <li
        key={person}
        className="placing-member"
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', person);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <span>
          <strong>{found.name}</strong>
          <br />
          <span className="quiet-text">{[found.library, found.region, said].filter(Boolean).join(' · ')}</span>
        </span>
        <select
          id={moverOf(person)}
          className="control"
          aria-label={t('moveTo', { name: found.name })}
          value={topic ?? NOWHERE}
          onChange={(event) => {
            keepFocus(event.target.id);
            onMove(person, event.target.value === NOWHERE ? null : event.target.value);
          }}
        >
          <option value={NOWHERE}>{t('nowhere')}</option>
          {placing.map((each) => (
            <option key={each.topic} value={each.topic}>
              {titleOf(each.topic)}
            </option>
          ))}
        </select>
        {suggested !== undefined && (
          <Button
            onClick={() => {
              keepFocus(moverOf(person));
              onMove(person, suggested);
            }}
          >
            {t('putInto', { title: titleOf(suggested) })}
          </Button>
        )}
      </li>
    );
  };
  const saidOf = ({ choice, isConvener }: PlacedGroup['members'][number]): string =>
    [choice === null ? t('notChosen') : t(choice === 1 ? 'rank1' : choice === 2 ? 'rank2' : 'rank3'), isConvener ? t('convenes') : '']
      .filter(Boolean)
      .join(', ');
  return (
    <ul className="placing-groups">
      {groups.map(({ topic, members }) => (
        <li key={topic} className={over === topic ? 'placing-group over' : 'placing-group'} {...dropOn(topic)}>
          <h4>
            {titleOf(topic)} <span className="quiet-text">({members.length})</span>
          </h4>
          <ul className="plain-list">{members.map((member) => line(member.person, topic, saidOf(member)))}</ul>
        </li>
      ))}
      <li className={over === NOWHERE ? 'placing-group over' : 'placing-group'} {...dropOn(null)}>
        <h4>{t('unplacedTitle', { count: unplaced.length })}</h4>
        {unplaced.length === 0 ? (
          <p className="quiet-text">{t('unplacedNone')}</p>
        ) : (
          <ul className="plain-list">{unplaced.map((person) => line(person, null, whyOf(person)))}</ul>
        )}
      </li>
    </ul>
  );
}
