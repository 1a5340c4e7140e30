// What was written offline and arrived after writing was stopped: the facilitator takes it in or leaves it out.
import type { LateList, Workshop } from '@masa/shared/wire';
import { api } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { useAction } from '../useAction.ts';

type Contribution = LateList['late'][number];

export interface LateProps {
  readonly workshop: Workshop;
  readonly late: readonly Contribution[];
  readonly onChanged: () => void;
}

export function Late({ workshop, late, onChanged }: LateProps) {
  const t = useText('organiser');
  if (late.length === 0) return null;
  return (
    <section className="sheet stack attention no-print" aria-labelledby="late-title" aria-live="polite">
      <div>
        <h2 id="late-title">{t('lateTitle')}</h2>
        <p className="quiet-text">{t('lateLead')}</p>
      </div>
      <ul className="decision-rows">
        {late.map((each) => (
          <LateRow key={each.id} workshop={workshop} contribution={each} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function LateRow({
  workshop,
  contribution,
  onChanged,
}: {
  readonly workshop: Workshop;
  readonly contribution: Contribution;
  readonly onChanged: () => void;
}) {
  const t = useText('organiser');
  const language = useLanguage();
  const action = useAction();
  const { author, cards } = contribution;
  const groupId = workshop.boards.find((board) => board.id === contribution.boardId)?.groupId;
  const number = workshop.groups.find((group) => group.id === groupId)?.number;
  const who = { name: author.name, library: author.library || '–' };
  const decide = (accept: boolean): void =>
    void action.run(() => api.decideLate(workshop.id, contribution.id, accept)).then((done) => done && onChanged());
  return (
    <li className="stack tight">
      <p>
        <strong>{number === undefined ? t('lateFromShared', who) : t('lateFrom', { ...who, number })}</strong>{' '}
        <time className="quiet-text small figures" dateTime={new Date(contribution.at).toISOString()}>
          {new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle: 'h23', timeZone: workshop.timeZone }).format(contribution.at)}
        </time>
      </p>
      <ul className="late-cards">
        {cards.map((card, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that came as a whole and never changes
          <li key={`${card.address}-${at}`}>{card.text}</li>
        ))}
      </ul>
      <p className="row">
        <Button look="primary" busy={action.busy} onClick={() => decide(true)}>
          {t('lateAccept')}
        </Button>
        <Button busy={action.busy} onClick={() => decide(false)}>
          {t('lateDismiss')}
        </Button>
      </p>
      <ActionFailure of={action} />
    </li>
  );
}
