// The sheets of a risk matrix: a grid with consequence to the right and likelihood upwards, a tray for what has no place in it, and a
// cell for actions. A sheet shows the risks before treatment or after it; both are views of one model. Scales and bands are structure:
// they stand in the template, so nobody changes them while people rate.
import type { Band, Caption, Template, TemplateCell } from '../../board/index.ts';
import { type Box, fail, LANGUAGES, type Language, type Localized, ok, type Result } from '../../core/index.ts';
import { PARKING } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { localized as text } from '../fields/index.ts';
import { BAND_LABELS, BAND_LETTERS, BAND_MAPS, type BandFault, type BandMap, bandFaults } from './bands.ts';
import { ACTIONS, type Phase, RISKS } from './model.ts';
import { AXIS_LABELS, LEVELS_MAX, type Rating, type Said } from './rating.ts';
import { type LevelWords, RISK_SCALES } from './scales.ts';

export const TRAY = 'tray';

export interface MatrixWords {
  readonly id: string;
  readonly version?: number;
  readonly title: Localized;
  readonly phase: Phase;
  /** From the least likely on. As many as the map has rows. */
  readonly likelihood: readonly LevelWords[];
  /** From the least consequence on. */
  readonly consequence: readonly LevelWords[];
  readonly bands: BandMap;
}

const MARGIN = 40;
const GAP = 20;
const SEAM = 10;
const TRAY_WIDTH = 320;
const WORDS_WIDTH = 170;
const HEAD = 34;
const WORDS_HEIGHT = 76;
/** Of one cell, by how many there are in a row: so that each grid is about as large as the others. */
const COLUMN: Readonly<Record<number, number>> = { 3: 440, 4: 330, 5: 270 };
const ROW: Readonly<Record<number, number>> = { 3: 226, 4: 170, 5: 136 };

const both = (make: (language: Language) => string): Localized =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, string>;

const lowerFirst = (word: string, language: Language): string => word.charAt(0).toLocaleLowerCase(language) + word.slice(1);

const TRAY_WORDS = {
  title: text('Not rated yet', 'Още без оценка', 'Încă neevaluate', 'Ще без оцінки', 'Ikke vurdert ennå'),
  hint: text(
    'A year later the service has failed. Why?',
    'След една година услугата се е провалила. Защо?',
    'După un an, serviciul a eșuat. De ce?',
    'Минув рік, і послуга провалилася. Чому?',
    'Ett år senere har tjenesten mislyktes. Hvorfor?',
  ),
  example: text(
    'The only colleague who knows the 3D printer leaves',
    'Единственият колега, който познава 3D принтера, напуска',
    'Singura colegă care știe imprimanta 3D pleacă',
    'Єдиний колега, який знає 3D-принтер, звільняється',
    'Den eneste som kan 3D-skriveren, slutter',
  ),
};

/** After treatment nobody looks for risks any more. */
const TRAY_AFTER_HINT = text(
  'How likely and how bad, once the actions are done?',
  'Колко вероятно и колко тежко, след като мерките са изпълнени?',
  'Cât de probabil și cât de grav, după ce măsurile sunt luate?',
  'Наскільки ймовірно і тяжко, коли заходи виконано?',
  'Hvor sannsynlig og hvor ille når tiltakene er gjennomført?',
);

const ACTION_WORDS = {
  title: text('Actions', 'Мерки', 'Măsuri', 'Заходи', 'Tiltak'),
  hint: text(
    'What do we do, who and when?',
    'Какво правим, кой и кога?',
    'Ce facem, cine și când?',
    'Що робимо, хто і коли?',
    'Hva gjør vi, hvem og når?',
  ),
  example: text(
    'Two more colleagues learn it – Anna – by May',
    'Още двама колеги се обучават – Анна – до май',
    'Încă doi colegi învață – Ana – până în mai',
    'Ще двоє колег навчаються – Анна – до травня',
    'To til lærer den – Anna – innen mai',
  ),
};

const riskOf = (band: Band, language: Language): string => {
  const label = BAND_LABELS[band][language];
  const sentence = { en: `${label} risk`, bg: `${label} риск`, ro: `risc ${label}`, uk: `${label} ризик`, nb: `${label} risiko` }[language];
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
};

const PLAN_ANYWAY = text(
  'It needs a plan anyway.',
  'План трябва така или иначе.',
  'Oricum este nevoie de un plan.',
  'План потрібен у будь-якому разі.',
  'Den trenger en plan uansett.',
);

/** What a band demands, as an example of what people do: an empty cell says what lying there would mean. */
const DEMANDS: Readonly<Record<Band, Localized>> = {
  low: text('we keep an eye on it', 'следим го', 'îl urmărim', 'стежимо за ним', 'vi følger med'),
  medium: text('somebody looks after it', 'някой отговаря за него', 'cineva răspunde de el', 'хтось за нього відповідає', 'noen har ansvar for den'),
  high: text(
    'we act before we begin',
    'действаме, преди да започнем',
    'acționăm înainte să începem',
    'діємо ще до початку',
    'vi gjør noe før vi starter',
  ),
  'very-high': text('we change the plan', 'променяме плана', 'schimbăm planul', 'змінюємо план', 'vi endrer planen'),
};

const gridCell = (likelihood: number, consequence: number): string => `l${likelihood}c${consequence}`;

/** Everything a rating can say that has no place in a grid of this size: nothing, half, "don't know", and levels of a longer scale. */
function trayValues(size: number): readonly (Rating | null)[] {
  const saids: readonly Said[] = [null, 'unknown', ...Array.from({ length: LEVELS_MAX }, (_, at) => at + 1)];
  const isOnScale = (said: Said): boolean => typeof said === 'number' && said <= size;
  const pairs = saids.flatMap((likelihood) => saids.map((consequence): Rating => ({ likelihood, consequence })));
  return [null, ...pairs.filter(({ likelihood, consequence }) => !(isOnScale(likelihood) && isOnScale(consequence)))];
}

function build(words: MatrixWords): Template {
  const { phase, bands } = words;
  const size = bands.length;
  const [columnWidth, rowHeight] = [COLUMN[size] ?? 270, ROW[size] ?? 136];
  const left = MARGIN + TRAY_WIDTH + GAP;
  const gridLeft = left + WORDS_WIDTH;
  const gridTop = MARGIN + HEAD + WORDS_HEIGHT;
  const bottom = gridTop + size * rowHeight + (size - 1) * SEAM;
  const columnAt = (at: number): number => gridLeft + at * (columnWidth + SEAM);
  const rowAt = (at: number): number => gridTop + (size - 1 - at) * (rowHeight + SEAM);
  const order = (row: number, column: number): number => 1 + (size - 1 - row) * size + column;
  const cells: TemplateCell[] = [];
  const captions: Caption[] = [];

  const side = (id: string, said: typeof TRAY_WORDS, slots: TemplateCell['slots'], rect: Box, place: number): void =>
    void cells.push({ id, ...said, slots, rect, order: place });
  const half = Math.round((bottom - MARGIN - GAP) * 0.55);
  const unplaced = { facet: phase, values: trayValues(size), enter: null };
  const tray = phase === 'before' ? TRAY_WORDS : { ...TRAY_WORDS, hint: TRAY_AFTER_HINT };
  side(TRAY, tray, [{ slot: RISKS, when: unplaced }, { slot: PARKING }], { x: MARGIN, y: MARGIN, w: TRAY_WIDTH, h: half }, 0);
  const actionsTop = MARGIN + half + GAP;
  side(ACTIONS, ACTION_WORDS, [{ slot: ACTIONS }], { x: MARGIN, y: actionsTop, w: TRAY_WIDTH, h: bottom - actionsTop }, size * size + 1);

  for (const [row, each] of bands.entries()) {
    const rowWords = words.likelihood[row];
    if (rowWords) {
      const rect = { x: left, y: rowAt(row), w: WORDS_WIDTH - SEAM, h: rowHeight };
      captions.push({ text: numbered(row + 1, rowWords.word), note: rowWords.example, rect, beside: gridCell(row + 1, 1), align: 'right' });
    }
    for (const [column, band] of each.entries()) {
      const value = { likelihood: row + 1, consequence: column + 1 };
      const [across, up] = [words.consequence[column]?.word, rowWords?.word];
      const needsPlan = row === 0 && column === size - 1;
      cells.push({
        id: gridCell(row + 1, column + 1),
        title: both((language) => `${up?.[language] ?? row + 1} · ${lowerFirst(across?.[language] ?? String(column + 1), language)}`),
        heading: both((language) => riskOf(band, language)),
        hint: both((language) => (needsPlan ? `${riskOf(band, language)}. ${PLAN_ANYWAY[language]}` : riskOf(band, language))),
        example: DEMANDS[band],
        slots: [{ slot: RISKS, when: { facet: phase, values: [value], enter: value } }],
        rect: { x: columnAt(column), y: rowAt(row), w: columnWidth, h: rowHeight },
        order: order(row, column),
        band,
      });
    }
  }
  for (const [column, { word, example }] of words.consequence.entries()) {
    const rect = { x: columnAt(column), y: MARGIN + HEAD, w: columnWidth, h: WORDS_HEIGHT - SEAM };
    captions.push({ text: numbered(column + 1, word), note: example, rect, align: 'middle' });
  }
  const width = columnAt(size) - SEAM + MARGIN;
  captions.push(
    {
      text: both((language) => `${AXIS_LABELS.likelihood[language]} ↑`),
      rect: { x: left, y: MARGIN + HEAD, w: WORDS_WIDTH - SEAM, h: WORDS_HEIGHT - SEAM },
      align: 'right',
    },
    {
      text: both((language) => `${AXIS_LABELS.consequence[language]} →`),
      rect: { x: gridLeft, y: MARGIN, w: width - MARGIN - gridLeft, h: HEAD - SEAM },
      align: 'left',
    },
  );
  const { id, version = 1, title } = words;
  return { id, version, kind: 'risk-matrix', title, size: { w: width, h: bottom + MARGIN }, cells, connectors: [], captions };
}

const numbered = (level: number, word: Localized): Localized => both((language) => `${level} ${word[language]}`);

/** Why words and map make no matrix. */
export type MatrixFault = BandFault;

const COUNT_FAULT = text(
  'Each scale needs as many words as the map has levels.',
  'Всяка скала има нужда от толкова думи, колкото нива има картата.',
  'Fiecare scală are nevoie de atâtea cuvinte câte niveluri are harta.',
  'Кожній шкалі потрібно стільки слів, скільки рівнів має карта.',
  'Hver skala trenger like mange ord som kartet har nivåer.',
);

/** A sheet of people's own words and map, to be chosen before anybody rates; or everything that is wrong with them. */
export function matrixTemplate(words: MatrixWords): Result<Template, readonly MatrixFault[]> {
  const faults: MatrixFault[] = [...bandFaults(words.bands)];
  for (const axis of ['likelihood', 'consequence'] as const) {
    if (words[axis].length !== words.bands.length) faults.push({ code: 'not-as-many-words', path: axis, message: COUNT_FAULT });
  }
  return faults.length > 0 ? fail(faults) : ok(build(words));
}

const sheet = (size: 3 | 4 | 5, phase: Phase): Template => {
  const id = phase === 'before' ? (`risks-${size}` as const) : (`risks-${size}-after` as const);
  return build({ id, title: TITLES[id], phase, ...RISK_SCALES[size], bands: BAND_MAPS[size] });
};

export const riskTemplates: readonly Template[] = [
  sheet(5, 'before'),
  sheet(5, 'after'),
  sheet(4, 'before'),
  sheet(4, 'after'),
  sheet(3, 'before'),
  sheet(3, 'after'),
];

/** The sign and name of a band: "H · high". */
export const bandText = (band: Band, language: Language): string => `${BAND_LETTERS[band][language]} · ${BAND_LABELS[band][language]}`;
