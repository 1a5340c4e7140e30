// All answers of a round once they are shown: a line for each object, a column for each side that was rated, and who said what.
import { type Aspect, spreadOf, spreadsOf } from '@masa/shared/board';
import type { ShownAnswer } from '@masa/shared/wire';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useText } from '../ui/text.ts';
import { type NamedLevel, SpreadStrip } from './SpreadStrip.tsx';
import type { RoundView } from './useRound.ts';
import './rounds.css';

export interface ShownAspect extends Aspect {
  readonly label: string;
  readonly levels: readonly NamedLevel[];
}

interface Props {
  readonly round: RoundView;
  readonly titleOf: (object: string) => string;
  readonly wordsOf: (value: unknown) => string;
  readonly aspects: readonly ShownAspect[];
  /** What can be done with the outcome, below each line. */
  readonly action?: (object: string) => ReactNode;
}

/** Nothing where the answers are not shown. */
export function SpreadTable({ round, titleOf, wordsOf, aspects, action }: Props) {
  const t = useText('rounds');
  const { shown, about } = round;
  const spreads = useMemo(() => spreadsOf(shown ?? [], aspects), [shown, aspects]);
  if (!shown) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by keyboard (WCAG 2.1.1)
    <section className="spread-table-frame" aria-label={t('answers')} tabIndex={0}>
      <table className="spread-table">
        <caption className="visually-hidden">{t('answers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('object')}</th>
            {aspects.map(({ id, label, levels }) => (
              <th key={id} scope="col">
                {label}
                <span className="spread-ends">{endsOf(levels)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {about.map((object) => (
            <Fragment key={object}>
              <tr>
                <th scope="row">
                  <span className="answer-title">{titleOf(object)}</span>
                  <WhoSaid answers={shown.filter((answer) => answer.object === object)} all={shown} wordsOf={wordsOf} />
                </th>
                {aspects.map(({ id, label, levels, scale }) => (
                  <td key={id}>
                    <SpreadStrip spread={spreads.get(object)?.get(id) ?? spreadOf([], scale)} levels={levels} label={label} />
                  </td>
                ))}
              </tr>
              {action && (
                <tr className="spread-action">
                  <td colSpan={aspects.length + 1}>
                    <div>{action(object)}</div>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the numbers mean, at both ends. */
const endsOf = (levels: readonly NamedLevel[]): string =>
  [levels[0], levels.at(-1)].flatMap((end) => (end ? [`${end.level} – ${end.label}`] : [])).join(' … ');

interface WhoSaidProps {
  readonly answers: readonly ShownAnswer[];
  readonly all: readonly ShownAnswer[];
  readonly wordsOf: (value: unknown) => string;
}

/** Only where names are shown. */
function WhoSaid({ answers, all, wordsOf }: WhoSaidProps) {
  const t = useText('rounds');
  // A seat is only named where its device has others.
  const shared = new Set(all.flatMap(({ by }) => (by && by.seat > 1 ? [by.id] : [])));
  const lines = answers.flatMap(({ by, value }) =>
    by
      ? [{ key: `${by.id} ${by.seat}`, who: shared.has(by.id) ? t('whoSeat', { name: by.name, seat: by.seat }) : by.name, said: wordsOf(value) }]
      : [],
  );
  if (lines.length === 0) return null;
  return (
    <details className="who-said">
      <summary>{t('whoSaid')}</summary>
      <ul>
        {lines.map(({ key, who, said }) => (
          <li key={key}>
            {who}: {said}
          </li>
        ))}
      </ul>
    </details>
  );
}
