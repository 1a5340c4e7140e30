// The implementation plan.
import type { BoardKind } from '../../board/index.ts';
import type { Language, Localized } from '../../core/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { canvasKind } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { checksOf } from './checks.ts';
import { facets, slots } from './model.ts';
import { planTemplate } from './template.ts';
import { weeksOf } from './timeline.ts';

export { LAST_WEEK } from './model.ts';
export * from './timeline.ts';
export { planTemplate };

const WEEK: Localized = text('week', 'седмица', 'săptămâna', 'тиждень', 'uke');
const WEEKS: Localized = text('weeks', 'седмици', 'săptămânile', 'тижні', 'uke');
const MILESTONE: Localized = text('milestone', 'важен момент', 'reper', 'віха', 'milepæl');

const plan: BoardKind = canvasKind({
  id: 'implementation-plan',
  label: TITLES['implementation-plan'],
  facets,
  slots,
  templates: [planTemplate],
  reading: ['who', 'cost', 'when', 'dependsOn'],
  sumsOf: 'activities',
  links: [
    {
      field: 'dependsOn',
      from: ['activities'],
      to: ['activities'],
      label: text('comes after', 'идва след', 'vine după', 'іде після', 'kommer etter'),
    },
  ],
  checks: checksOf,
});

/** "weeks 3–5", "week 9 · milestone". */
function weekWords(record: BoardRecord, language: Language): readonly string[] {
  const weeks = weeksOf(record);
  const isMilestone = record.fields.step === 'milestone';
  const span = weeks && (weeks.from === weeks.to ? `${WEEK[language]} ${weeks.from}` : `${WEEKS[language]} ${weeks.from}–${weeks.to}`);
  return [...(span ? [span] : []), ...(isMilestone ? [MILESTONE[language]] : [])];
}

export const implementationPlan: BoardKind = {
  ...plan,
  summary(record, language) {
    const rest = plan.summary(record, language);
    return [...weekWords(record, language), ...(rest === '' ? [] : [rest])].join(' · ');
  },
};
