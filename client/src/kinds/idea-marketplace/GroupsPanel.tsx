// Forming groups, for facilitators: rules, the proposal with what it could not keep, correcting it by hand or keyboard, publishing it.

import { fail, ok } from '@masa/shared/core';
import { CATALOGUE } from '@masa/shared/kinds/catalogue';
import type { ProposalReply } from '@masa/shared/wire';
import { brokenRules, PLACING_METHOD, type PlacingRules, USUAL_RULES } from '@masa/shared/workshop';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useAction } from '../../pages/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { marketCalls } from './calls.ts';
import { LonelyTopics } from './LonelyTopics.tsx';
import { PlacingCorrection } from './PlacingCorrection.tsx';
import { PlacingRulesForm } from './PlacingRulesForm.tsx';
import { PublishedGroups } from './PublishedGroups.tsx';
import { keepOf, move, NOTHING_SINCE, type Placing, placedBy, renewed, type Since, sinceThen, unplacedOf } from './placing.ts';
import { SinceProposal } from './SinceProposal.tsx';
import { useBrokenWords } from './useBrokenWords.ts';
import { useOutdated } from './useOutdated.ts';
import { usePlaces } from './usePlaces.ts';
import './market.css';

/** What a facilitator has worked out and not published yet: a panel that is closed by mistake takes none of it along. */
interface WorkedOut {
  readonly boardId: string;
  readonly rules: PlacingRules;
  readonly proposal: ProposalReply;
  readonly placing: Placing;
  readonly since: Since;
}

/** By the workshop's page, with which it goes. */
const workedOut = new WeakMap<object, WorkedOut>();

export default function GroupsPanel() {
  const t = useText('market');
  const { place, language, tell, workshop } = useBoard();
  const boardId = place.board.id;
  const [before] = useState(() => {
    const kept = workedOut.get(workshop);
    return kept?.boardId === boardId ? kept : undefined;
  });
  const places = usePlaces(boardId);
  const action = useAction();
  const publishing = useAction();
  const [rules, setRules] = useState<PlacingRules>(before?.rules ?? USUAL_RULES);
  const [proposal, setProposal] = useState<ProposalReply | null>(before?.proposal ?? null);
  const [placing, setPlacing] = useState<Placing>(before?.placing ?? []);
  const [since, setSince] = useState<Since>(before?.since ?? NOTHING_SINCE);
  const [asking, setAsking] = useState(false);
  const [template, setTemplate] = useState('smart-diagram');

  const isDone = places.value?.state === 'done';
  useEffect(() => {
    if (proposal && !isDone) workedOut.set(workshop, { boardId, rules, proposal, placing, since });
    else workedOut.delete(workshop);
  }, [workshop, boardId, rules, proposal, placing, since, isDone]);

  const propose = () =>
    action.run(async () => {
      const reply = await marketCalls.propose(boardId, { rules });
      if (!reply.ok) return reply;
      setProposal(reply.value);
      setSince(NOTHING_SINCE);
      setPlacing(reply.value.groups.map(({ topic, members }) => ({ topic, members: members.map(({ person }) => person) })));
      return ok(undefined);
    });
  const latest = useRef({ proposal, placing, since, rules });
  useEffect(() => {
    latest.current = { proposal, placing, since, rules };
  });
  /** The same proposal, with the people and stalls there are by now; what was corrected meanwhile stays. */
  const renew = async (): Promise<boolean> => {
    const asked = latest.current;
    if (!asked.proposal) return false;
    const reply = await marketCalls.propose(boardId, { rules: asked.rules, keep: keepOf(asked.proposal, asked.placing, asked.since) });
    if (!reply.ok) return false;
    // Another one was made, or told anew, while this was on its way: then that one is.
    if (latest.current.proposal !== asked.proposal) return renew();
    setProposal(reply.value);
    setPlacing((now) => renewed(now, reply.value));
    setSince((said) => sinceThen(asked.proposal ?? reply.value, reply.value, said));
    return true;
  };
  useOutdated(publishing.busy ? null : proposal, places.value, renew);
  const publish = () =>
    publishing.run(async () => {
      if (!proposal) return fail({ kind: 'away', status: 0, code: 'away', message: '', fields: [] } as const);
      const reply = await marketCalls.publish(boardId, { rules, template, groups: [...placing], unplaced: [...unplacedOf(proposal, placing)] });
      if (!reply.ok) {
        places.reload();
        // Somebody came or a stall went while this was on its way: it is shown, and the facilitator publishes what they have seen.
        if (reply.error.code === 'places-changed' && (await renew())) {
          setAsking(false);
          return ok(undefined);
        }
        return reply;
      }
      setAsking(false);
      setProposal(null);
      places.reload();
      tell(t('published'));
      return ok(undefined);
    });

  const unplaced = proposal
    ? unplacedOf(proposal, placing).map((person) => {
        const name = proposal.people.find(({ id }) => id === person)?.name ?? '';
        return since.came.has(person) ? t('nameLate', { name }) : name;
      })
    : [];

  // What another facilitator has published counts, whatever is proposed here.
  if (places.value && (places.value.state === 'done' || (places.value.state === 'begun' && !proposal)))
    return (
      <div className="stack">
        {proposal && !publishing.busy && <Notice tone="warning">{t('publishedMeanwhile')}</Notice>}
        {places.value.state === 'begun' && <HalfMade boardId={boardId} rules={rules} onChanged={places.reload} />}
        <PublishedGroups places={places.value} onChanged={places.reload} isStaff />
      </div>
    );
  return (
    <div className="stack">
      <details>
        <summary>{t('method')}</summary>
        <ol>
          {PLACING_METHOD.map((sentence) => (
            <li key={sentence.en}>{sentence[language]}</li>
          ))}
          <li>{t('methodLate')}</li>
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
          <SinceProposal proposal={proposal} placing={placing} since={since} max={Math.max(rules.min, rules.max)} onPlacing={setPlacing} />
          <PlacingCorrection
            proposal={proposal}
            placing={placing}
            since={since}
            max={Math.max(rules.min, rules.max)}
            onMove={(person, topic) => setPlacing(move(placing, person, topic))}
          />
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
            <p>{unplaced.length > 0 ? `${t('unplacedTitle', { count: unplaced.length })}: ${unplaced.join(', ')}` : t('unplacedNone')}</p>
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

/** The server stopped while it made the groups: whoever publishes again finishes them, as they were published. */
function HalfMade({ boardId, rules, onChanged }: { readonly boardId: string; readonly rules: PlacingRules; readonly onChanged: () => void }) {
  const t = useText('market');
  const action = useAction();
  const goOn = (): void => {
    void action
      .run(async () => {
        const reply = await marketCalls.publish(boardId, { rules, groups: [], unplaced: [] });
        return reply.ok ? ok(undefined) : reply;
      })
      .then(onChanged);
  };
  return (
    <Notice tone="warning">
      <p>{action.failure ?? t('halfMade')}</p>
      <p>
        <Button look="primary" busy={action.busy} onClick={goOn}>
          {t('goOn')}
        </Button>
      </p>
    </Notice>
  );
}

interface OutcomeProps {
  readonly proposal: ProposalReply;
  readonly placing: Placing;
}

/** Who got which choice, and which rules do not hold, as the groups are now. */
function Outcome({ proposal, placing, rules }: OutcomeProps & { readonly rules: PlacingRules }) {
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
