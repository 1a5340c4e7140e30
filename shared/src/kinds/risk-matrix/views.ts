// The two views of a matrix: before treatment and after it. They are one model on one scale; a matrix people drew themselves gets its other
// view from the one they drew. Also which matrices have the same scale, and where cards go that fall off the sheet.
import type { CellSlot, Template, TemplateCell } from '../../board/index.ts';
import { LANGUAGES, type Language, type Localized } from '../../core/index.ts';
import { PARKING } from '../../document/index.ts';
import { gridOf } from './grid.ts';
import { ACTIONS, card, PHASES, type Phase, RISKS } from './model.ts';
import { isPlaced, type Rating } from './rating.ts';
import { riskTemplates } from './templates.ts';

/** Each way: the view a view was made from is its other view again, however often one looks. */
const twins = new WeakMap<Template, Template>();

const isPhase = (facet: string | undefined): facet is Phase => PHASES.some((phase) => phase === facet);

/** A level means another thing on a longer scale: a board is seen before and after treatment, and always on its own scale. */
export function viewsOf(template: Template): readonly Template[] {
  const family = template.id.replace(/-after$/u, '');
  const views = riskTemplates.filter(({ id }) => id.replace(/-after$/u, '') === family);
  if (views.length > 0) return views;
  const { phase, cells } = gridOf(template);
  if (cells.size === 0) return [template];
  const twin = twins.get(template) ?? inPhase(template, phase === 'before' ? 'after' : 'before');
  twins.set(template, twin);
  twins.set(twin, template);
  return phase === 'before' ? [template, twin] : [twin, template];
}

function inPhase(template: Template, phase: Phase): Template {
  const slot = (each: CellSlot): CellSlot => (each.when && isPhase(each.when.facet) ? { ...each, when: { ...each.when, facet: phase } } : each);
  return {
    ...template,
    id: `${template.id}-${phase}`,
    title: inEach((language) => `${template.title[language]} – ${lowerFirst(card.facets[phase]?.label[language] ?? phase, language)}`),
    cells: template.cells.map((cell) => ({ ...cell, slots: cell.slots.map(slot) })),
  };
}

const lowerFirst = (word: string, language: Language): string => word.charAt(0).toLocaleLowerCase(language) + word.slice(1);

const inEach = (make: (language: Language) => string): Localized =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, string>;

/** Whether a rating says the same on both: as many levels under the same words, and the same band for every pair. */
export function hasSameScale(one: Template, two: Template): boolean {
  const [a, b] = [gridOf(one), gridOf(two)];
  const bands = [...a.cells].every(([at, { cell }]) => b.cells.get(at)?.cell.band === cell.band);
  const words = (axis: 'likelihood' | 'consequence'): boolean =>
    a[axis].every(({ word }, at) => LANGUAGES.every((language) => b[axis][at]?.word[language] === word[language]));
  return a.size === b.size && a.cells.size === b.cells.size && bands && words('likelihood') && words('consequence');
}

const shows = (cell: TemplateCell, slot: string): boolean => cell.slots.some((each) => each.slot === slot);

/** The cell for what has no place in the grid. */
const trayOf = ({ cells }: Template): TemplateCell | undefined =>
  cells.find(({ slots }) =>
    slots.some(({ slot, when }) => slot === RISKS && when && isPhase(when.facet) && !isPlaced((when.enter ?? null) as Rating | null)),
  ) ?? cells.find((cell) => shows(cell, PARKING));

/** A risk that is dropped beside the sheet is one nobody has rated; an action stays. Nothing of a matrix lies beside it. */
export const strayCell = (template: Template, slot: string): string | undefined =>
  slot === ACTIONS ? template.cells.find((cell) => shows(cell, ACTIONS))?.id : trayOf(template)?.id;
