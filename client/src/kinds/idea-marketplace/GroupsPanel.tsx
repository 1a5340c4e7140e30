// Forming groups, for facilitators: rules, the proposal with what it could not keep, correcting it by hand or keyboard, publishing it.

import { fail, ok } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';
import type { ProposalReply } from '@masa/shared/wire';
import { brokenRules, PLACING_METHOD, type PlacedGroup, type PlacingRules, USUAL_RULES } from '@masa/shared/workshop';
import { type DragEvent, useMemo, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useAction } from '../../pages/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { marketCalls } from './calls.ts';
import { LonelyTopics } from './LonelyTopics.tsx';
import { PlacingRulesForm } from './PlacingRulesForm.tsx';
import { PublishedGroups } from './PublishedGroups.tsx';
import { move, type Placing, placedBy, unplacedOf } from './placing.ts';
import { useBrokenWords } from './useBrokenWords.ts';
import { moverOf, useKeptFocus } from './useKeptFocus.ts';
import { usePlaces } from './usePlaces.ts';
import './market.css';

const NOWHERE = '';

export default function GroupsPanel() {
  const t = useText('market');
  const { place, language, tell } = useBoard();
  const boardId = place.board.id;
  const places = usePlaces(boardId);
  const action = useAction();
  const publishing = useAction();
  const [rules, setRules] = useState<PlacingRules>(USUAL_RULES);
  const [proposal, setProposal] = useState<ProposalReply | null>(null);
  const [placing, setPlacing] = useState<Placing>([]);
  const [asking, setAsking] = useState(false);
  const [template, setTemplate] = useState('smart-diagram');

  const propose = () =>
    action.run(async () => {
      const reply = await marketCalls.propose(boardId, { rules });
      if (!reply.ok) return reply;
      setProposal(reply.value);
      setPlacing(reply.value.groups.map(({ topic, members }) => ({ topic, members: members.map(({ person }) => person) })));
      return ok(undefined);
    });
  const publish = () =>
    publishing.run(async () => {
      if (!proposal) return fail({ kind: 'away', status: 0, code: 'away', message: '', fields: [] } as const);
      const reply = await marketCalls.publish(boardId, { rules, template, groups: [...placing], unplaced: [...unplacedOf(proposal, placing)] });
      if (!reply.ok) return reply;
      setAsking(false);
      setProposal(null);
      places.reload();
      tell(t('published'));
      return ok(undefined);
    });

  if (places.value && places.value.state !== 'none' && !proposal) return <PublishedGroups places={places.value} onChanged={places.reload} isStaff />;
  return (
    <div className="stack">
      <details>
        <summary>{t('method')}</summary>
        <ol>
          {PLACING_METHOD.map((sentence) => (
            <li key={sentence.en}>{sentence[language]}</li>
          ))}
        </ol>
      </details>
      <PlacingRulesForm rules={rules} onRules={setRules} />
      <p>
        <Button look={proposal ? 'secondary' : 'primary'} busy={action.busy} onClick={() => void propose()}>
          {t(action.busy ? 'proposing' : proposal ? 'reloadProposal' : 'propose')}
        </Button>
      </p>
      {action.failure && (
        <Notice tone="failure">
          <p>{action.failure}</p>
        </Notice>
      )}
      {proposal && (
        <>
          <Outcome proposal={proposal} placing={placing} rules={rules} />
          <Correction proposal={proposal} placing={placing} onMove={(person, topic) => setPlacing(move(placing, person, topic))} />
          <LonelyTopics
            boardId={boardId}
            proposal={proposal}
            placing={placing}
            onPair={(topic, members) => setPlacing(members.reduce((now, person) => move(now, person, topic), placing))}
            onChanged={() => void propose()}
          />
          {placing.length === 0 && <p>{t('noGroupsYet')}</p>}
          <p>
            <Button
              look="primary"
              large
              aria-disabled={placing.length === 0 || undefined}
              onClick={() => (placing.length === 0 ? undefined : setAsking(true))}
            >
              {t('publish')}
            </Button>
          </p>
        </>
      )}
      {asking && proposal && (
        <Dialog title={t('publish')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>{t('publishAsk', { groups: placing.length })}</p>
            <p>
              {unplacedOf(proposal, placing).length > 0 ? t('unplacedTitle', { count: unplacedOf(proposal, placing).length }) : t('unplacedNone')}
            </p>
            <SelectField
              id="publish-board"
              label={t('publishBoard')}
              value={template}
              onValue={setTemplate}
              options={CATALOGUE.filter((each) => each.for === 'table').map((each) => ({ value: each.template, label: each.title[language] }))}
            />
            {publishing.failure && (
              <Notice tone="failure">
                <p>{publishing.failure}</p>
              </Notice>
            )}
            <p className="row">
              <Button look="primary" busy={publishing.busy} onClick={() => void publish()}>
                {t('publish')}
              </Button>
            </p>
          </div>
        </Dialog>
      )}
    </div>
  );
}

interface PlacingProps {
  readonly proposal: ProposalReply;
  readonly placing: Placing;
}

/** Who got which choice, and which rules do not hold, as the groups are now. */
function Outcome({ proposal, placing, rules }: PlacingProps & { readonly rules: PlacingRules }) {
  const t = useText('market');
  const words = useBrokenWords(proposal);
  const groups = useMemo(() => placedBy(proposal, placing), [proposal, placing]);
  const broken = useMemo(() => brokenRules({ people: proposal.people, topics: proposal.topics, rules }, groups), [proposal, rules, groups]);
  const choices = groups.flatMap(({ members }) => members.map(({ choice }) => choice));
  const count = (rank: 1 | 2 | 3 | null): number => choices.filter((choice) => choice === rank).length;
  return (
    <section className="stack tight" aria-live="polite">
      <p>{t('outcome', { first: count(1), second: count(2), third: count(3), other: count(null) })}</p>
      <h3>{broken.length === 0 ? t('brokenNone') : t('brokenTitle', { count: broken.length })}</h3>
      {broken.length > 0 && (
        <ul>
          {broken.map((each) => (
            <li key={`${each.rule} ${each.topic} ${each.library}`}>{words(each)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface CorrectionProps extends PlacingProps {
  readonly onMove: (person: string, topic: string | null) => void;
}

function Correction({ proposal, placing, onMove }: CorrectionProps) {
  const t = useText('market');
  const [over, setOver] = useState<string | null>(null);
  const keepFocus = useKeptFocus(placing);
  const groups = placedBy(proposal, placing);
  const titleOf = (topic: string): string => proposal.topics.find(({ id }) => id === topic)?.title ?? '';
  const unplaced = unplacedOf(proposal, placing);
  const whyOf = (person: string): string => {
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
