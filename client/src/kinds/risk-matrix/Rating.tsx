// Rating risks: blind while a round is open; once it is shown, who put what where, and the cell the group agrees on.
import { roundOf } from '@masa/shared/board';
import {
  AXES,
  AXIS_LABELS,
  codesOf,
  nobodyKnows,
  type Phase,
  type Rating as RatingValue,
  ratingOf,
  researchTask,
} from '@masa/shared/kinds/risk-matrix';
import { useMemo } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardReader, useStore } from '../../board/useStore.ts';
import { AnswerWalk } from '../../rounds/AnswerWalk.tsx';
import { SpreadTable } from '../../rounds/SpreadTable.tsx';
import { type RoundView, useRound } from '../../rounds/useRound.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { BlindControl } from './BlindControl.tsx';
import { RatingSelects } from './RatingSelects.tsx';
import { levelsOf, mostGiven, ratingText } from './words.ts';
import './register.css';

interface Part {
  readonly phase: Phase;
  readonly round: RoundView;
}

export default function Rating() {
  const before: Part = { phase: 'before', round: useRound('before') };
  const after: Part = { phase: 'after', round: useRound('after') };
  const open = [after, before].find(({ round }) => round.isOpen);
  // The last round first: that is what people talk about.
  const shown = open ? [] : [after, before].filter(({ round }) => round.shown !== null);
  if (shown.length > 0) return shown.map((part) => <Shown key={part.phase} {...part} />);
  return <Blind {...(open ?? before)} />;
}

const useTitles = (): ((id: string) => string) => {
  const board = useBoardReader(useBoard().open.editor);
  return (id) => [codesOf(board).get(id), board.get(id)?.text].filter(Boolean).join(' ');
};

function Blind({ phase, round }: Part) {
  const { open, language } = useBoard();
  const template = useStore(open.editor.records.template);
  const titleOf = useTitles();
  return (
    <>
      <h3>{roundOf(open.editor.kind, phase)?.label[language]}</h3>
      <AnswerWalk
        round={round}
        titleOf={titleOf}
        wordsOf={(value) => ratingText(template, value as RatingValue, language)}
        control={({ value, onValue }) => <BlindControl value={value as RatingValue | undefined} onValue={onValue} />}
      />
    </>
  );
}

function Shown({ phase, round }: Part) {
  const { open, language } = useBoard();
  const t = useText('risk');
  const { editor } = open;
  const template = useStore(editor.records.template);
  const titleOf = useTitles();
  const aspects = useMemo(
    () =>
      AXES.map((axis) => {
        const levels = levelsOf(template, axis, language);
        const read = (value: unknown): number | 'unknown' | undefined => (value as RatingValue)[axis] ?? undefined;
        return { id: axis, label: AXIS_LABELS[axis][language], levels, scale: levels.map(({ level }) => level), read };
      }),
    [template, language],
  );
  return (
    <>
      <h3>{roundOf(editor.kind, phase)?.label[language]}</h3>
      <p className="field-hint">{t('keptBoth')}</p>
      <div className="shown-ratings">
        <SpreadTable
          round={round}
          titleOf={titleOf}
          wordsOf={(value) => ratingText(template, value as RatingValue, language)}
          aspects={aspects}
          action={(object) => <Agree id={object} phase={phase} answers={(round.shown ?? []).filter((answer) => answer.object === object)} />}
        />
      </div>
    </>
  );
}

/** The group's own cell, beside what the seats said. */
function Agree({ id, phase, answers }: { readonly id: string; readonly phase: Phase; readonly answers: readonly { readonly value: unknown }[] }) {
  const { open, language, say } = useBoard();
  const t = useText('risk');
  const { editor } = open;
  const board = useBoardReader(editor);
  const template = useStore(editor.records.template);
  const isClosed = useStore(editor.readOnly) !== null;
  const risk = board.get(id);
  if (!risk || risk.gone !== null) return null;
  const code = codesOf(board).get(id) ?? '';
  const rating = ratingOf(risk, phase);
  const given = answers.map(({ value }) => value as RatingValue);
  const most = mostGiven(given);
  const isReadOnly = isClosed || risk.lock !== null;
  const words = ratingText(template, rating, language);
  const isMost = most !== null && ratingText(template, most, language) === words;
  return (
    <fieldset className="agree">
      <legend>{t('groupCell', { code })}</legend>
      <p>{words === '' ? t('notAgreed') : t('agreed', { cell: words })}</p>
      {!isReadOnly && (
        <>
          {most && !isMost && (
            <Button onClick={() => editor.setField(id, phase, most)}>{t('agreeOn', { cell: ratingText(template, most, language) })}</Button>
          )}
          {nobodyKnows(given) && (
            <Button
              onClick={() => {
                editor.perform(researchTask(editor.board(), { risk: id, language }, editor.context()));
                say(t('researchMade'));
              }}
            >
              {t('research')}
            </Button>
          )}
        </>
      )}
      <RatingSelects code={code} id={id} phase={phase} rating={rating} isReadOnly={isReadOnly} />
    </fieldset>
  );
}
