// The colour map: which band each pair of levels has. It is drawn, never calculated; what makes a map sensible is checked here.
// The rules are those of Cox, "What's wrong with risk matrices?" (Risk Analysis 28, 2008): weak consistency (lemmas 1 and 2: the top band
// shares no edge with the lowest, and does not stand in the lowest row or column) and betweenness (a rising line from the lowest band to
// the top one passes through another). IEC 31010:2019 asks that scales, bands and what each band demands be agreed before anybody rates.
import { BANDS, type Band } from '../../board/index.ts';
import { type Issue, issue, type Localized } from '../../core/index.ts';
import { localized as text } from '../fields/index.ts';
import { LEVELS_MAX, LEVELS_MIN } from './rating.ts';

/** `map[likelihood - 1][consequence - 1]`: rows from the least likely up, each from the least consequence on. */
export type BandMap = readonly (readonly Band[])[];

/** `path`: the cell, `likelihood/consequence`, e.g. `2/5`. `message` is for whoever draws the map. */
export interface BandFault extends Issue {
  readonly message: Localized;
}

const [L, M, H, V] = BANDS;

export const BAND_MAPS: Readonly<Record<3 | 4 | 5, BandMap>> = {
  3: [
    [L, L, M],
    [L, M, H],
    [M, H, V],
  ],
  4: [
    [L, L, M, M],
    [L, M, M, H],
    [L, M, H, V],
    [M, H, V, V],
  ],
  5: [
    [L, L, L, M, M],
    [L, L, M, M, H],
    [L, M, M, H, V],
    [L, M, H, H, V],
    [M, M, H, V, V],
  ],
};

export const BAND_LABELS: Readonly<Record<Band, Localized>> = {
  low: text('low', 'нисък', 'scăzut', 'низький', 'lav'),
  medium: text('medium', 'среден', 'mediu', 'середній', 'middels'),
  high: text('high', 'висок', 'ridicat', 'високий', 'høy'),
  'very-high': text('very high', 'много висок', 'foarte ridicat', 'дуже високий', 'svært høy'),
};

/** The sign of a band where there is no room for its name; unlike within each language. */
export const BAND_LETTERS: Readonly<Record<Band, Localized>> = {
  low: text('L', 'Н', 'S', 'Н', 'L'),
  medium: text('M', 'С', 'M', 'С', 'M'),
  high: text('H', 'В', 'R', 'В', 'H'),
  'very-high': text('VH', 'МВ', 'FR', 'ДВ', 'SH'),
};

/** How grave a band is among the others: 0 = lowest. Only for comparing and sorting. */
export const bandRank = (band: Band): number => BANDS.indexOf(band);

const MESSAGES = {
  'bad-size': text(
    'A map has as many rows as columns, from three to five, and a band in every cell.',
    'Картата има толкова редове, колкото и колони, от три до пет, и ниво на риск във всяка клетка.',
    'O hartă are tot atâtea rânduri câte coloane, între trei și cinci, și un nivel de risc în fiecare casetă.',
    'Карта має стільки ж рядків, скільки й стовпців, від трьох до п’яти, і рівень ризику в кожній клітинці.',
    'Et kart har like mange rader som kolonner, fra tre til fem, og et risikonivå i hver rute.',
  ),
  'falls-right': text(
    'With a worse consequence the risk becomes lower here.',
    'Тук по-тежката последица дава по-нисък риск.',
    'Aici o consecință mai gravă dă un risc mai mic.',
    'Тут тяжчий наслідок дає нижчий ризик.',
    'Her gir en verre konsekvens lavere risiko.',
  ),
  'falls-up': text(
    'With a higher likelihood the risk becomes lower here.',
    'Тук по-голямата вероятност дава по-нисък риск.',
    'Aici o probabilitate mai mare dă un risc mai mic.',
    'Тут більша ймовірність дає нижчий ризик.',
    'Her gir høyere sannsynlighet lavere risiko.',
  ),
  'very-high-beside-low': text(
    'Very high stands right beside low: one step must not change everything.',
    'Много висок риск стои точно до нисък: една стъпка не бива да променя всичко.',
    'Riscul foarte ridicat stă chiar lângă cel scăzut: un singur pas nu trebuie să schimbe totul.',
    'Дуже високий ризик стоїть поруч із низьким: один крок не має змінювати все.',
    'Svært høy står rett ved siden av lav: ett trinn kan ikke endre alt.',
  ),
  'very-high-in-lowest-row': text(
    'What is least likely cannot be a very high risk.',
    'Най-малко вероятното не може да е много висок риск.',
    'Ce este cel mai puțin probabil nu poate fi un risc foarte ridicat.',
    'Найменш імовірне не може бути дуже високим ризиком.',
    'Det minst sannsynlige kan ikke være svært høy risiko.',
  ),
  'very-high-in-lowest-column': text(
    'What is hardly noticed cannot be a very high risk.',
    'Почти незабележимото не може да е много висок риск.',
    'Ce abia se observă nu poate fi un risc foarte ridicat.',
    'Майже непомітне не може бути дуже високим ризиком.',
    'Det som knapt merkes, kan ikke være svært høy risiko.',
  ),
  'rare-disaster-low': text(
    'The rarest disaster is at least a medium risk: it needs a plan anyway.',
    'Най-рядкото бедствие е поне среден риск: план трябва така или иначе.',
    'Cel mai rar dezastru este cel puțin un risc mediu: oricum este nevoie de un plan.',
    'Найрідкісніше лихо – щонайменше середній ризик: план потрібен у будь-якому разі.',
    'Den sjeldneste katastrofen er minst middels risiko: den trenger en plan uansett.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** Everything that is wrong with a map, in reading order from the lowest corner; empty = it can be used. Total: takes whatever a file holds. */
export function bandFaults(map: BandMap): readonly BandFault[] {
  const faults: BandFault[] = [];
  const say = (code: keyof typeof MESSAGES, row: number, column: number): void =>
    void faults.push({ ...issue(code, `${row + 1}/${column + 1}`), message: MESSAGES[code] });
  const size = map.length;
  const isSquare = size >= LEVELS_MIN && size <= LEVELS_MAX && map.every((row) => row.length === size && row.every((band) => BANDS.includes(band)));
  if (!isSquare) return [{ ...issue('bad-size'), message: MESSAGES['bad-size'] }];
  const at = (row: number, column: number): Band | undefined => map[row]?.[column];
  for (const [row, bands] of map.entries()) {
    for (const [column, band] of bands.entries()) {
      const [right, up, across] = [at(row, column + 1), at(row + 1, column), at(row + 1, column + 1)];
      if (right && bandRank(right) < bandRank(band)) say('falls-right', row, column);
      if (up && bandRank(up) < bandRank(band)) say('falls-up', row, column);
      // Across the corner as well: the line between the two meets no third cell (betweenness). The other diagonal needs no look of its own:
      // where it is wrong, a map that never falls has the two beside one another too.
      if ([right, up, across].some((next) => next !== undefined && isClash(band, next))) say('very-high-beside-low', row, column);
      if (band === V && row === 0) say('very-high-in-lowest-row', row, column);
      if (band === V && column === 0) say('very-high-in-lowest-column', row, column);
      if (band === L && row === 0 && column === size - 1) say('rare-disaster-low', row, column);
    }
  }
  return faults;
}

const isClash = (one: Band, two: Band): boolean => (one === L && two === V) || (one === V && two === L);
