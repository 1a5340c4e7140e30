// All ratings, once they are shown: a line for each criterion, a column for each plan. Where seats lie far apart it says so; no mean is drawn,
// because levels have an order and no distances.
import { spreadOf, spreadsOf } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { levelOf } from '@masa/shared/kinds/plan-comparison';
import { useMemo } from 'react';
import { type NamedLevel, SpreadStrip } from '../../rounds/SpreadStrip.tsx';
import { Turnout } from '../../rounds/Turnout.tsx';
import type { RoundView } from '../../rounds/useRound.ts';
import { useText } from '../../ui/text.ts';

interface Props {
  readonly round: RoundView;
  readonly plans: readonly BoardRecord[];
  readonly criteria: readonly { readonly id: string; readonly label: string }[];
  readonly levels: readonly NamedLevel[];
  readonly wordsOf: (value: unknown) => string;
}

export function PlanSpreads({ round, plans, criteria, levels, wordsOf }: Props) {
  const t = useText('canvases');
  const { shown } = round;
  const scale = useMemo(() => levels.map(({ level }) => level), [levels]);
  const spreads = useMemo(
    () =>
      spreadsOf(
        shown ?? [],
        criteria.map(({ id }) => ({ id, scale, read: (value) => levelOf(value, id) })),
      ),
    [shown, criteria, scale],
  );
  const named = (shown ?? []).filter(({ by }) => by !== null);
  return (
    <div className="stack tight">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by keyboard (WCAG 2.1.1) */}
      <section className="plan-spreads-frame" aria-label={t('spreads')} tabIndex={0}>
        <table className="plan-spreads">
          <caption className="visually-hidden">{t('spreads')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              {plans.map(({ id, text }) => (
                <th key={id} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ id, label }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                {plans.map((plan) => (
                  <td key={plan.id}>
                    <SpreadStrip spread={spreads.get(plan.id)?.get(id) ?? spreadOf([], scale)} levels={levels} label={`${plan.text} – ${label}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {named.length > 0 && (
        <details>
          <summary>{t('whoSaid')}</summary>
          {plans.map((plan) => (
            <section key={plan.id}>
              <h3>{plan.text}</h3>
              <ul>
                {named
                  .filter(({ object }) => object === plan.id)
                  .map(({ by, value }) => (
                    <li key={`${by?.id} ${by?.seat}`}>
                      {by?.name}: {wordsOf(value)}
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </details>
      )}
      <Turnout round={round} />
    </div>
  );
}
