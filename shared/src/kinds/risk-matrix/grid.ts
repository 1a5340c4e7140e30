// Reading a matrix from its template: its size, its words, and which band a rating has. Everything comes from the template's cells and
// captions, so it holds for sheets people made as for those that come with the kind.
import type { Band, Template, TemplateCell } from '../../board/index.ts';
import { LANGUAGES, type Localized } from '../../core/index.ts';
import { bandRank } from './bands.ts';
import { PHASES, type Phase } from './model.ts';
import { isPlaced, type Placed, type Rating } from './rating.ts';
import type { LevelWords } from './scales.ts';

export interface GridCell {
  readonly cell: TemplateCell;
  readonly at: Placed;
}

export interface Grid {
  readonly phase: Phase;
  /** Levels of each scale. */
  readonly size: number;
  readonly likelihood: readonly LevelWords[];
  readonly consequence: readonly LevelWords[];
  /** By `likelihood/consequence`. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

const keyOf = ({ likelihood, consequence }: Pick<Placed, 'likelihood' | 'consequence'>): string => `${likelihood}/${consequence}`;

const grids = new WeakMap<Template, Grid>();

/** The grid of a template; one without cells for a template that is no matrix. */
export function gridOf(template: Template): Grid {
  const known = grids.get(template) ?? readGrid(template);
  grids.set(template, known);
  return known;
}

function readGrid(template: Template): Grid {
  const cells = new Map<string, GridCell>();
  let phase: Phase = 'before';
  for (const cell of template.cells) {
    const when = cell.slots[0]?.when;
    const facet = PHASES.find((each) => each === when?.facet);
    const at = (when?.enter ?? null) as Rating | null;
    if (!facet) continue;
    phase = facet;
    if (isPlaced(at)) cells.set(keyOf(at), { cell, at });
  }
  const size = Math.max(0, ...[...cells.values()].map(({ at }) => at.likelihood));
  const levels = Array.from({ length: size }, (_, at) => at + 1);
  const captions = template.captions ?? [];
  const first = (likelihood: number, consequence: number): TemplateCell | undefined => cells.get(keyOf({ likelihood, consequence }))?.cell;
  const words = (level: number, caption: { readonly text: Localized; readonly note?: Localized } | undefined): LevelWords => ({
    word: caption ? inEach((language) => caption.text[language].replace(`${level} `, '')) : inEach(() => String(level)),
    example: caption?.note ?? inEach(() => ''),
  });
  return {
    phase,
    size,
    cells,
    likelihood: levels.map((level) =>
      words(
        level,
        captions.find(({ beside }) => beside !== undefined && beside === first(level, 1)?.id),
      ),
    ),
    consequence: levels.map((level) =>
      words(
        level,
        captions.find(({ beside, note, rect }) => beside === undefined && note !== undefined && rect.x === first(1, level)?.rect.x),
      ),
    ),
  };
}

const inEach = (make: (language: keyof Localized) => string): Localized =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<keyof Localized, string>;

export const gridCellAt = (template: Template, rating: Rating | null): TemplateCell | undefined =>
  isPlaced(rating) ? gridOf(template).cells.get(keyOf(rating))?.cell : undefined;

/** The band the map gives a rating, before or after treatment alike; null where it has no place in the grid. */
export const bandAt = (template: Template, rating: Rating | null): Band | null => gridCellAt(template, rating)?.band ?? null;

/** The least likely with the worst consequence: a plan is needed whatever the band says. */
export const needsPlanAnyway = (template: Template, rating: Rating | null): boolean =>
  isPlaced(rating) && rating.likelihood === 1 && rating.consequence === gridOf(template).size;

/** Whether one rating is worse than another: a level or the band is higher. False where one of them has no place. */
export function isWorse(template: Template, rating: Rating | null, than: Rating | null): boolean {
  if (!isPlaced(rating) || !isPlaced(than)) return false;
  const [band, other] = [bandAt(template, rating), bandAt(template, than)];
  const isGraver = band !== null && other !== null && bandRank(band) > bandRank(other);
  return isGraver || rating.likelihood > than.likelihood || rating.consequence > than.consequence;
}
