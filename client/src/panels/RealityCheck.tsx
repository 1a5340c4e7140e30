// The reality check: through the cells that ask something, one question at a time. The board shows the cell that is asked about; the panel
// its cards and what is open there. It ends with what remains.
import { type Check, oneLine, type TemplateCell, titleOf } from '@masa/shared/board';
import { useEffect, useMemo, useRef } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { useWhole } from '../kinds/useWhole.ts';
import { isWhole } from '../kinds/wholes.ts';
import { NewCard } from '../outline/NewCard.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { CheckLine } from './CheckLine.tsx';
import { goTo, questionCells, stepIn, think, walkOn } from './realityWalk.ts';
import { revealObject } from './revealObject.ts';
import './sheet.css';

const TEXT_MAX = 90;
/** Around the cell that is asked about, px. */
const MARGIN = 48;

export default function RealityCheck() {
  const t = useText('sheet');
  const common = useText('common');
  const { open, isSmall } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const template = useStore(editor.records.template);
  const walk = walkOn(editor);
  const stood = useStore(walk);
  const whole = useWhole(board.kind);
  const cells = useMemo(() => questionCells(whole, template), [whole, template]);
  const checks = useMemo(() => whole.analyse(board).checks, [whole, board]);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = stepIn(stood, cells);
  const cell = cells[step];
  const cellId = cell?.id;

  // The board follows the question, and so does the focus once somebody has gone on.
  useEffect(() => {
    const placed = editor.records.placement().cells.find((each) => each.id === cellId);
    if (!placed || isSmall) return;
    editor.selection.at(placed.id);
    editor.camera.fit(placed.rect, MARGIN, 1);
  }, [editor, cellId, isSmall]);
  // Whoever has not gone anywhere yet stands at the first question of this form, and keeps it in another.
  useEffect(() => {
    if (cells.length > 0 && walk.get().cells.length === 0) goTo(walk, walk.get().step, cells);
  }, [walk, cells]);
  const go = (to: number): void => {
    goTo(walk, to, cells);
    requestAnimationFrame(() => heading.current?.focus());
  };

  if (!isWhole(board.kind)) return <p className="quiet-text">{common('loading')}</p>;
  if (!cell) return <Remains cells={cells} checks={checks} onGo={go} heading={heading} />;
  return (
    <Question
      key={cell.id}
      cell={cell}
      step={step}
      count={cells.length}
      checks={checks}
      onGo={go}
      heading={heading}
      intro={step === 0 ? t('checkIntro') : ''}
    />
  );
}

interface Walked {
  readonly checks: readonly Check[];
  readonly onGo: (step: number) => void;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

interface QuestionProps extends Walked {
  readonly cell: TemplateCell;
  readonly step: number;
  readonly count: number;
  readonly intro: string;
}

function Question({ cell, step, count, checks, onGo, heading, intro }: QuestionProps) {
  const t = useText('sheet');
  const { open, language, show, isSmall } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const walk = walkOn(editor);
  const { thought } = useStore(walk);
  const field = useRef<HTMLTextAreaElement>(null);
  const cards = board.inCell(cell);
  const ids = new Set(cards.map((card) => card.id));
  const slots = new Set(cell.slots.map(({ slot }) => slot));
  const here = checks.filter((check) => (check.card === undefined ? check.slot !== undefined && slots.has(check.slot) : ids.has(check.card)));
  const goToCard = (id: string): void => {
    if (isSmall) show({ of: 'card', id });
    else revealObject(editor, id);
  };
  return (
    <div className="reality">
      <p className="quiet-text figures">{t('checkStep', { step: step + 1, count })}</p>
      <h3 ref={heading} tabIndex={-1}>
        {cell.title[language]}
      </h3>
      <p className="reality-question">{cell.question?.[language]}</p>
      {intro !== '' && <p className="field-hint">{intro}</p>}
      <div>
        <h4>{t('checkCards')}</h4>
        {cards.length === 0 ? (
          <p className="quiet-text">{t('checkNoCards')}</p>
        ) : (
          <ul className="reality-cards">
            {cards.map((card) => (
              <li key={card.id}>
                <button type="button" className="link-button" onClick={() => goToCard(card.id)}>
                  {oneLine(titleOf(board, card, language), TEXT_MAX)}
                </button>
              </li>
            ))}
          </ul>
        )}
        {!isReadOnly && <NewCard cell={cell} field={field} />}
      </div>
      {here.length > 0 && (
        <div>
          <h4>{t('checkOpen')}</h4>
          <ul className="checks">
            {here.map((check) => (
              <CheckLine key={`${check.code}-${check.card ?? ''}`} check={check} onCard={goToCard} />
            ))}
          </ul>
        </div>
      )}
      <label className="check-line">
        <input type="checkbox" checked={thought.has(cell.id)} onChange={(event) => think(walk, cell.id, event.target.checked)} />
        {t('checkThought')}
      </label>
      <div className="reality-steps">
        {step > 0 && <Button onClick={() => onGo(step - 1)}>{t('checkBack')}</Button>}
        <Button look="primary" onClick={() => onGo(step + 1)}>
          {t(step + 1 < count ? 'checkNext' : 'checkFinish')}
        </Button>
      </div>
    </div>
  );
}

function Remains({ cells, checks, onGo, heading }: Walked & { readonly cells: readonly TemplateCell[] }) {
  const t = useText('sheet');
  const { open, language, show } = useBoard();
  const { thought } = useStore(walkOn(open.editor));
  const left = cells.map((cell, step) => ({ cell, step })).filter(({ cell }) => !thought.has(cell.id));
  return (
    <div className="reality">
      <h3 ref={heading} tabIndex={-1}>
        {t('checkRemains')}
      </h3>
      <p>{left.length === 0 ? t('checkAllThought') : t('checkNotThought', { count: left.length })}</p>
      {left.length > 0 && (
        <ul className="reality-cards">
          {left.map(({ cell, step }) => (
            <li key={cell.id}>
              <button type="button" className="link-button" onClick={() => onGo(step)}>
                {t('checkQuestionAt', { cell: cell.title[language], question: cell.question?.[language] ?? '' })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {checks.length === 0 ? (
        <p className="quiet-text">{t('checkNothingOpen')}</p>
      ) : (
        <ul className="checks">
          {checks.map((check) => (
            <CheckLine key={`${check.code}-${check.card ?? check.slot ?? ''}`} check={check} onCard={(id) => show({ of: 'card', id })} />
          ))}
        </ul>
      )}
      <div className="reality-steps">
        <Button onClick={() => onGo(Math.max(0, cells.length - 1))}>{t('checkBack')}</Button>
        <Button look="quiet" onClick={() => onGo(0)}>
          {t('checkAgain')}
        </Button>
      </div>
    </div>
  );
}
