// The comparison: first by what plans are judged, then each seat's own rating, then how all ratings lie.
import { addUsualCriteria, criteriaOf, LEVELS, levelOf, PLANS_ROUND, plansOf, USUAL_CRITERIA } from '@masa/shared/kinds/plan-comparison';
import { useMemo } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardReader, useStore } from '../../board/useStore.ts';
import { AnswerWalk, type Question } from '../../rounds/AnswerWalk.tsx';
import { LevelChoice } from '../../rounds/LevelChoice.tsx';
import { useRound } from '../../rounds/useRound.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { PlanSpreads } from './PlanSpreads.tsx';
import { ratedWith } from './rated.ts';
import './comparison.css';

export default function Comparison() {
  const t = useText('canvases');
  const { open, language } = useBoard();
  const board = useBoardReader(open.editor);
  const round = useRound(PLANS_ROUND);
  const plans = useMemo(() => plansOf(board), [board]);
  const criteria = useMemo(() => criteriaOf(board).map(({ id, text }) => ({ id, label: text })), [board]);
  const levels = LEVELS.map(({ level, label }) => ({ level, label: label[language] }));
  const titleOf = (id: string): string => board.get(id)?.text ?? '';
  const wordsOf = (value: unknown): string =>
    criteria
      .flatMap(({ id, label }) => {
        const level = levelOf(value, id);
        return level === undefined ? [] : [`${label}: ${level === 'unknown' ? t('dontKnow') : level}`];
      })
      .join(' · ');

  if (round.shown) return <PlanSpreads round={round} plans={plans} criteria={criteria} levels={levels} wordsOf={wordsOf} />;
  if (plans.length === 0) return <p className="quiet-text">{t('plansMissing')}</p>;
  if (criteria.length === 0 || !round.isOpen)
    return <Preparing plans={plans.map(({ text }) => text)} criteria={criteria.map(({ label }) => label)} isRating={round.isOpen} />;
  return (
    <AnswerWalk
      round={round}
      titleOf={titleOf}
      wordsOf={wordsOf}
      control={(question: Question) => (
        <div className="stack tight plan-rating">
          <p className="field-hint">{t('rateHint')}</p>
          {criteria.map(({ id, label }) => (
            <LevelChoice
              key={id}
              legend={label}
              levels={levels}
              value={levelOf(question.value, id)}
              unknownLabel={t('dontKnow')}
              onValue={(level) => question.onValue(ratedWith(question.value, criteria, id, level))}
            />
          ))}
        </div>
      )}
    />
  );
}

interface PreparingProps {
  readonly plans: readonly string[];
  readonly criteria: readonly string[];
  /** The board is at the step where plans are rated, and there is nothing to rate them by. */
  readonly isRating: boolean;
}

function Preparing({ plans, criteria, isRating }: PreparingProps) {
  const t = useText('canvases');
  const { open, place, say } = useBoard();
  const { editor } = open;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const isStaff = place.me.role === 'organiser' || place.me.role === 'facilitator';
  // Cards are what people wrote: in the workshop's language, not in that of whoever presses the button.
  const add = (): void => {
    if (editor.perform(addUsualCriteria(editor.board(), place.workshop.language, editor.context())).length > 0) say(t('usualAdded'));
  };
  const isComplete = USUAL_CRITERIA.every((criterion) => criteria.some((text) => Object.values(criterion).includes(text.trim())));
  return (
    <div className="stack tight">
      <h3>{t('plans')}</h3>
      <ul>
        {plans.map((plan, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two plans may be called the same, and a list that is only read keeps no state
          <li key={`${at} ${plan}`}>{plan}</li>
        ))}
      </ul>
      <h3>{t('criteria')}</h3>
      {criteria.length === 0 ? (
        <p className="quiet-text">{t('criteriaMissing')}</p>
      ) : (
        <ol>
          {criteria.map((criterion, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={`${at} ${criterion}`}>{criterion}</li>
          ))}
        </ol>
      )}
      {isStaff && !isReadOnly && !isComplete && (
        <p>
          <Button onClick={add}>{t('addUsual')}</Button>
        </p>
      )}
      {!isRating && <p className="quiet-text">{t('ratingLater')}</p>}
    </div>
  );
}
