// Forms A and B: two views of one model (model.ts). Switching between them never changes a card.
import type { Template, TemplateCell } from '../../board/index.ts';
import type { Box, Localized } from '../../core/index.ts';
import { PARKING } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS } from './model.ts';

const MARGIN = 40;
const GAP = 20;
const WIDTH = 1_600;

/** A row of cells of equal height, `shares` of the page's width each. */
const row = (y: number, h: number, shares: readonly number[]): readonly Box[] => {
  const usable = WIDTH - 2 * MARGIN - GAP * (shares.length - 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x = MARGIN;
  return shares.map((share) => {
    const w = Math.round((usable * share) / total);
    const box = { x, y, w, h };
    x += w + GAP;
    return box;
  });
};

const HINTS = {
  targetGroup: text('Who is it for?', 'За кого е?', 'Pentru cine este?', 'Для кого це?', 'Hvem er det for?'),
  needs: text(
    'What do these people need?',
    'От какво имат нужда тези хора?',
    'De ce au nevoie acești oameni?',
    'Чого потребують ці люди?',
    'Hva trenger disse menneskene?',
  ),
  service: text(
    'What do we offer them? One service, in a few words.',
    'Какво им предлагаме? Една услуга, с няколко думи.',
    'Ce le oferim? Un singur serviciu, în câteva cuvinte.',
    'Що ми їм пропонуємо? Одна послуга, кількома словами.',
    'Hva tilbyr vi dem? Én tjeneste, med få ord.',
  ),
  aim: text(
    'What should be different afterwards?',
    'Какво искаме да се промени?',
    'Ce vrem să se schimbe?',
    'Що має змінитися?',
    'Hva skal bli annerledes?',
  ),
  plan: text(
    'What do we have, and what is still missing?',
    'Какво имаме и какво още ни липсва?',
    'Ce avem și ce ne mai lipsește?',
    'Що ми маємо і чого ще бракує?',
    'Hva har vi, og hva mangler vi?',
  ),
  resources: text('What do we already have?', 'Какво вече имаме?', 'Ce avem deja?', 'Що ми вже маємо?', 'Hva har vi allerede?'),
  missing: text('What do we still need?', 'Какво още ни трябва?', 'Ce ne mai trebuie?', 'Чого нам ще бракує?', 'Hva trenger vi fortsatt?'),
  partners: text(
    'Who does it with us, and what do they bring?',
    'Кой ще ни помогне и с какво?',
    'Cine ni se alătură și cu ce?',
    'Хто нам допоможе і чим?',
    'Hvem er med oss, og hva bidrar de med?',
  ),
  information: text(
    'How will people hear of it?',
    'Как хората ще научат за нея?',
    'Cum vor afla oamenii?',
    'Як люди про це дізнаються?',
    'Hvordan får folk vite om det?',
  ),
  activities: text(
    'What will we do, who and when?',
    'Какво ще направим, кой и кога?',
    'Ce vom face, cine și când?',
    'Що зробимо, хто і коли?',
    'Hva skal vi gjøre, hvem og når?',
  ),
  effect: text('What will be better?', 'Какво ще се подобри?', 'Ce va fi mai bine?', 'Що покращиться?', 'Hva blir bedre?'),
  social: text(
    'What changes for people?',
    'Какво се променя за хората?',
    'Ce se schimbă pentru oameni?',
    'Що зміниться для людей?',
    'Hva endrer seg for folk?',
  ),
  economic: text(
    'What is saved or earned?',
    'Какво се спестява или печели?',
    'Ce se economisește sau se câștigă?',
    'Що заощаджено або зароблено?',
    'Hva spares eller tjenes?',
  ),
  results: text(
    'What will have happened by the end?',
    'Какво ще сме постигнали накрая?',
    'Ce vom fi realizat la sfârșit?',
    'Чого досягнемо наприкінці?',
    'Hva har vi fått til når vi er ferdige?',
  ),
  parking: text(
    'Good thoughts that fit nowhere yet',
    'Добри мисли, които още нямат място',
    'Idei bune care încă nu își au locul',
    'Добрі думки, яким ще немає місця',
    'Gode tanker som ikke har funnet sin plass',
  ),
} as const;

const EXAMPLES = {
  targetGroup: text(
    'Young parents, 20–35, about 120 in our town',
    'Млади родители, 20–35 г., около 120 в града',
    'Părinți tineri, 20–35 de ani, circa 120 în oraș',
    'Молоді батьки, 20–35 років, близько 120 у місті',
    'Småbarnsforeldre, 20–35 år, rundt 120 i kommunen',
  ),
  needs: text(
    'A warm place to meet with a baby',
    'Топло място за срещи с бебе',
    'Un loc cald de întâlnire cu bebelușul',
    'Тепле місце для зустрічей з немовлям',
    'Et varmt sted å møtes med baby',
  ),
  service: text('Tuesday morning for babies', 'Бебешка сутрин във вторник', 'Marțea bebelușilor', 'Вівторковий ранок для малят', 'Babytirsdag'),
  aim: text(
    'Parents know each other and come back',
    'Родителите се познават и идват отново',
    'Părinții se cunosc și revin',
    'Батьки знайомляться і повертаються',
    'Foreldre blir kjent og kommer tilbake',
  ),
  plan: text(
    'Room – have it; changing table – missing, 150 EUR',
    'Зала – имаме; маса за повиване – липсва, 150 EUR',
    'Sală – avem; masă de înfășat – lipsește, 150 EUR',
    'Зала – є; сповивальний столик – бракує, 150 EUR',
    'Rom – har; stellebord – mangler, 1 500 NOK',
  ),
  partners: text(
    'Health visitor – brings talks once a month',
    'Медицинска сестра – беседа веднъж месечно',
    'Asistenta medicală – o discuție pe lună',
    'Медсестра – бесіда раз на місяць',
    'Helsesykepleier – en samtale i måneden',
  ),
  information: text(
    'Poster at the doctor’s',
    'Плакат при личния лекар',
    'Afiș la medicul de familie',
    'Плакат у сімейного лікаря',
    'Plakat på helsestasjonen',
  ),
  activities: text(
    'Songs and rhymes – Anna – every Tuesday',
    'Песни и рими – Анна – всеки вторник',
    'Cântece și poezii – Ana – în fiecare marți',
    'Пісні та вірші – Анна – щовівторка',
    'Sang og rim – Anna – hver tirsdag',
  ),
  effect: text(
    '40 families use the library each month',
    '40 семейства идват всеки месец',
    '40 de familii vin în fiecare lună',
    '40 родин приходять щомісяця',
    '40 familier bruker biblioteket hver måned',
  ),
  social: text(
    'Fewer parents feel alone',
    'По-малко родители се чувстват сами',
    'Mai puțini părinți se simt singuri',
    'Менше батьків почуваються самотніми',
    'Færre foreldre føler seg alene',
  ),
  economic: text(
    'Toys are lent instead of bought',
    'Играчките се заемат, не се купуват',
    'Jucăriile se împrumută, nu se cumpără',
    'Іграшки позичають, а не купують',
    'Leker lånes i stedet for å kjøpes',
  ),
  results: text('12 meetings held by June', '12 срещи до юни', '12 întâlniri până în iunie', '12 зустрічей до червня', '12 treff innen juni'),
  parking: text(
    'Ask the mayor about heating',
    'Да питаме кмета за отоплението',
    'De întrebat primarul despre încălzire',
    'Запитати голову громади про опалення',
    'Spør ordføreren om oppvarming',
  ),
} as const;

const cell = (
  id: string,
  title: Localized,
  hint: Localized,
  example: Localized,
  cellSlots: TemplateCell['slots'],
  rect: Box | undefined,
  order: number,
): TemplateCell => {
  if (!rect) throw new Error(`no rectangle for ${id}`);
  return { id, title, hint, example, slots: cellSlots, rect, order };
};

const MISSING = { facet: 'availability', values: ['missing'], enter: 'missing' } as const;
const THERE = { facet: 'availability', values: ['have', 'promised', null], enter: 'have' } as const;

const [a1, a2] = row(40, 240, [1, 1.4]);
const [a3] = row(300, 180, [1]);
const [a4, a5, a6] = row(500, 280, [1.3, 1, 1]);
const [a7] = row(800, 220, [1]);
const [a8, a9, a10] = row(1_040, 240, [1, 1, 1]);
const [a11] = row(1_300, 140, [1]);

export const formA: Template = {
  id: 'form-a',
  version: 1,
  kind: 'service-canvas',
  title: TITLES['form-a'],
  size: { w: WIDTH, h: 1_480 },
  cells: [
    cell('target-group', LABELS.targetGroup, HINTS.targetGroup, EXAMPLES.targetGroup, [{ slot: 'target-group' }], a1, 0),
    cell('needs', LABELS.needs, HINTS.needs, EXAMPLES.needs, [{ slot: 'needs' }], a2, 1),
    cell('service', LABELS.identifying, HINTS.service, EXAMPLES.service, [{ slot: 'service' }, { slot: 'aim' }], a3, 2),
    cell('resources', LABELS.plan, HINTS.plan, EXAMPLES.plan, [{ slot: 'resources' }], a4, 3),
    cell('partners', LABELS.partners, HINTS.partners, EXAMPLES.partners, [{ slot: 'partners' }], a5, 4),
    cell('information', LABELS.information, HINTS.information, EXAMPLES.information, [{ slot: 'information' }], a6, 5),
    cell('activities', LABELS.activities, HINTS.activities, EXAMPLES.activities, [{ slot: 'activities' }], a7, 6),
    cell('effect', LABELS.effect, HINTS.effect, EXAMPLES.effect, [{ slot: 'effect' }, { slot: 'results' }], a8, 7),
    cell('social-effect', LABELS.socialEffect, HINTS.social, EXAMPLES.social, [{ slot: 'social-effect' }], a9, 8),
    cell('economic-effect', LABELS.economicEffect, HINTS.economic, EXAMPLES.economic, [{ slot: 'economic-effect' }], a10, 9),
    cell(PARKING, LABELS.parking, HINTS.parking, EXAMPLES.parking, [{ slot: PARKING }], a11, 10),
  ],
  connectors: [],
};

const [b1, b2] = row(40, 200, [1, 1.3]);
const [b3, b4] = row(260, 260, [1, 1.3]);
const [b5, b6] = row(540, 260, [1, 1]);
const [b7] = row(820, 180, [1]);
const [b8, b9] = row(1_020, 240, [1, 1]);
const [b10] = row(1_280, 140, [1]);

export const formB: Template = {
  id: 'form-b',
  version: 1,
  kind: 'service-canvas',
  title: TITLES['form-b'],
  size: { w: WIDTH, h: 1_460 },
  cells: [
    cell('service', LABELS.service, HINTS.service, EXAMPLES.service, [{ slot: 'service' }], b1, 0),
    cell('aim', LABELS.aim, HINTS.aim, EXAMPLES.aim, [{ slot: 'aim' }], b2, 1),
    cell('partners', LABELS.partners, HINTS.partners, EXAMPLES.partners, [{ slot: 'partners' }], b3, 2),
    cell('activities', LABELS.activities, HINTS.activities, EXAMPLES.activities, [{ slot: 'activities' }], b4, 3),
    cell('resources', LABELS.resources, HINTS.resources, EXAMPLES.plan, [{ slot: 'resources', when: THERE }], b5, 4),
    cell('missing-resources', LABELS.missingResources, HINTS.missing, EXAMPLES.plan, [{ slot: 'resources', when: MISSING }], b6, 5),
    cell('results', LABELS.results, HINTS.results, EXAMPLES.results, [{ slot: 'results' }, { slot: 'effect' }], b7, 6),
    cell('social-effect', LABELS.socialEffect, HINTS.social, EXAMPLES.social, [{ slot: 'social-effect' }], b8, 7),
    cell('economic-effect', LABELS.economicEffect, HINTS.economic, EXAMPLES.economic, [{ slot: 'economic-effect' }], b9, 8),
    cell(PARKING, LABELS.parking, HINTS.parking, EXAMPLES.parking, [{ slot: PARKING }], b10, 9),
  ],
  connectors: [],
};
