// Who comes to the marketplace: twenty-four people of eight libraries in four regions without a page, four with one, and what they bring.

export interface Comer {
  readonly name: string;
  readonly library: string;
  readonly region: string;
  /** Title of their stall. */
  readonly stall: string;
}

const LIBRARIES: readonly (readonly [library: string, region: string])[] = [
  ['Библиотека „Искра“', 'Казанлък'],
  ['Читалище „Жажда за знание“', 'Казанлък'],
  ['Библиотека „Иван Вазов“', 'Пловдив'],
  ['Читалище „Светлина“', 'Пловдив'],
  ['Biblioteca „Lumina”', 'Orhei'],
  ['Biblioteca din Peresecina', 'Orhei'],
  ['Biblioteca „Nistru”', 'Soroca'],
  ['Biblioteca din Cosăuți', 'Soroca'],
];

/** Number of a library for each person: the last three are of one region, whatever else they have in common. */
const LIBRARY_OF: readonly number[] = [...Array.from({ length: 21 }, (_, at) => at % 8), 0, 1, 0];

const NAMES_AND_STALLS: readonly (readonly [name: string, stall: string])[] = [
  ['Стоянка', 'Кътче за тишина в шумна сграда'],
  ['Георги', 'Книги по домовете на хора, които не излизат'],
  ['Десислава', 'Никой не знае кога работим'],
  ['Никола', 'Вечерни часове с двама колеги'],
  ['Lidia', 'Club de conversație pentru nou-veniți'],
  ['Vasile', 'Ateliere de reparat lucruri vechi'],
  ['Doina', 'Cititul cu voce tare la azilul din oraș'],
  ['Andrei', 'Ajutor la formulare și cereri online'],
  ['Пенка', 'Разкази на бабите, записани от внуците'],
  ['Тодор', 'Бормашина под наем от библиотеката'],
  ['Радка', 'Липсват книги за тийнейджъри'],
  ['Васил', 'Училищният автобус тръгва преди нас'],
  ['Nadejda', 'Semințe de împrumut pentru grădini'],
  ['Grigore', 'Sala e rece iarna'],
  ['Tatiana', 'Jocuri de masă vinerea seara'],
  ['Sergiu', 'Ziarul copiilor din sat'],
  ['Катя', 'Курс за първи смартфон'],
  ['Огнян', 'Архив на снимки от града'],
  ['Мила', 'Разменен рафт на гарата'],
  ['Борис', 'Малко мъже идват при нас'],
  ['Elena', 'Teatru de păpuși cu bunicii'],
  ['Савка', 'Цифров ъгъл за занаятчии'],
  ['Руси', 'Пътека на легендите в гората'],
  ['Веса', 'Кино в двора през лятото'],
];

export const CROWD: readonly Comer[] = NAMES_AND_STALLS.map(([name, stall], at) => {
  const [library, region] = LIBRARIES[LIBRARY_OF[at] ?? 0] ?? ['', ''];
  return { name, stall, library, region };
});

/** People with a page of their own. */
export const GUESTS = {
  maria: { name: 'Мария', stall: 'Младежите не идват след училище', library: 'Библиотека „Искра“', region: 'Казанлък' },
  ivan: { name: 'Иван', stall: 'Клуб по роботика в читалището', library: 'Читалище „Светлина“', region: 'Пловдив' },
  ana: { name: 'Ana', stall: 'Adolescenții nu vin la bibliotecă', library: 'Biblioteca „Lumina”', region: 'Orhei' },
  ion: { name: 'Ion', stall: 'Wi-Fi și în parcul din fața bibliotecii', library: 'Biblioteca „Nistru”', region: 'Soroca' },
} as const satisfies Readonly<Record<string, Comer>>;

/** What Мария’s and Ana’s stalls become. */
export const JOINED = 'Младежите и библиотеката след училище';

/**
 * What people without a page want, best first, as numbers of people whose stall it is; `joined` = the joined stall. Whoever put up a stall that
 * becomes a group offers to lead it. The last three want nothing else, and nobody else wants what they want.
 */
export type Topic = number | 'joined';
const RINGS: readonly { readonly topic: Topic; readonly people: readonly number[] }[] = [
  { topic: 'joined', people: [0, 1, 2] },
  { topic: 3, people: [3, 4, 5, 6] },
  { topic: 7, people: [7, 8, 9, 10] },
  { topic: 12, people: [11, 12, 13, 14, 15] },
  { topic: 16, people: [16, 17, 18, 19, 20] },
];
const LONE: Topic = 21;

export const TOPICS: readonly Topic[] = [...RINGS.map(({ topic }) => topic), LONE];

export function wishesOf(person: number): readonly Topic[] {
  const at = RINGS.findIndex(({ people }) => people.includes(person));
  if (at < 0) return [LONE];
  return [0, 1, 2].flatMap((step) => RINGS[(at + step) % RINGS.length]?.topic ?? []);
}

/** The person the facilitator asks to join the last three: from another region, in a group that can spare one. */
export const ASKED = 11;
