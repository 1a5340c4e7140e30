// The model of a risk matrix: risks and what is done about them. Actions are cards of their own, so that each has somebody and a time, can
// be carried to a plan, and can treat several risks.
import { choice, levels, line, lines, links, type ObjectType, type Scale, type Slot } from '../../board/index.ts';
import { LANGUAGES, type Localized } from '../../core/index.ts';
import { PARKING } from '../../document/index.ts';
import { fields as shared, localized as text } from '../fields/index.ts';
import { AXES, AXIS_LABELS, LEVELS_MAX, ratingFacet, UNKNOWN } from './rating.ts';

/** The view a rating is shown in, and the field that keeps it. */
export const PHASES = ['before', 'after'] as const;
export type Phase = (typeof PHASES)[number];

export const RISKS = 'risks';
export const ACTIONS = 'actions';

const number = (value: number): Localized =>
  Object.fromEntries(LANGUAGES.map((language) => [language, String(value)])) as Record<keyof Localized, string>;

// A field is the same on every board, the words of the levels are the template's: here levels have numbers.
const SCALES: readonly Scale[] = AXES.map((axis) => ({
  part: axis,
  label: AXIS_LABELS[axis],
  options: [...Array.from({ length: LEVELS_MAX }, (_, at) => ({ value: at + 1, label: number(at + 1) })), { value: 'unknown', label: UNKNOWN }],
}));

export const TREATMENTS = {
  avoid: text('Avoid it', 'Избягваме го', 'Îl evităm', 'Уникаємо', 'Unngå'),
  'less-likely': text(
    'Make it less likely',
    'Правим го по-малко вероятен',
    'Îi reducem probabilitatea',
    'Робимо менш імовірним',
    'Gjøre den mindre sannsynlig',
  ),
  soften: text('Soften the blow', 'Смекчаваме последиците', 'Îi atenuăm consecințele', 'Пом’якшуємо наслідки', 'Dempe følgene'),
  share: text('Share it', 'Споделяме го', 'Îl împărțim cu alții', 'Розподіляємо', 'Dele den med andre'),
  accept: text('Accept it', 'Приемаме го', 'Îl acceptăm', 'Приймаємо', 'Godta'),
} as const;
export type Treatment = keyof typeof TREATMENTS;

const fields = {
  cause: line(text('Cause', 'Причина', 'Cauza', 'Причина', 'Årsak')),
  consequence: line(text('What follows', 'Какво следва от това', 'Ce urmează', 'Що з цього буде', 'Følger')),
  riskArea: choice(text('What it touches', 'Какво засяга', 'Ce afectează', 'Чого стосується', 'Hva den rammer'), {
    people: text('People who do the work', 'Хората, които работят', 'Oamenii care lucrează', 'Люди, які працюють', 'De som gjør jobben'),
    partners: text('Partners', 'Партньори', 'Parteneri', 'Партнери', 'Samarbeidspartnere'),
    money: text('Money', 'Пари', 'Bani', 'Гроші', 'Penger'),
    premises: text('Premises, technology', 'Сграда, техника', 'Spații, tehnică', 'Приміщення, техніка', 'Lokaler, teknologi'),
    users: text('Users', 'Ползватели', 'Utilizatori', 'Користувачі', 'Brukere'),
    law: text('Law, personal data', 'Закон, лични данни', 'Lege, date personale', 'Закон, персональні дані', 'Lov, personvern'),
    reputation: text('Reputation', 'Добро име', 'Reputație', 'Репутація', 'Omdømme'),
  }),
  controls: line(
    text('What already protects us', 'Какво вече ни пази', 'Ce ne protejează deja', 'Що нас уже захищає', 'Hva som allerede beskytter oss'),
  ),
  before: levels(text('Before treatment', 'Преди мерките', 'Înainte de măsuri', 'До вжиття заходів', 'Før tiltak'), ratingFacet, SCALES),
  treatment: choice(text('What we do about it', 'Какво правим с него', 'Ce facem cu riscul', 'Що з ним робимо', 'Hva vi gjør med den'), TREATMENTS),
  acceptance: lines(
    text('Why we can accept it', 'Защо можем да го приемем', 'De ce îl putem accepta', 'Чому можемо його прийняти', 'Hvorfor vi kan godta den'),
  ),
  after: levels(text('After treatment', 'След мерките', 'După măsuri', 'Після вжиття заходів', 'Etter tiltak'), ratingFacet, SCALES),
  afterWhy: line(
    text(
      'Why it is higher after treatment',
      'Защо след мерките е по-висок',
      'De ce este mai mare după măsuri',
      'Чому після вжиття заходів він вищий',
      'Hvorfor den er høyere etter tiltak',
    ),
  ),
  earlySign: line(text('Early sign', 'Ранен признак', 'Semn timpuriu', 'Рання ознака', 'Tidlig tegn')),
  owner: line(text('Who watches it', 'Кой го следи', 'Cine îl urmărește', 'Хто за ним стежить', 'Hvem som følger med')),
  review: line(text('Look again on', 'Нов преглед на', 'Revenim la data', 'Переглянути знову', 'Ny gjennomgang')),
  riskState: choice(text('How it stands', 'Състояние', 'Starea', 'Стан', 'Status'), {
    open: text('Open', 'Отворен', 'Deschis', 'Відкритий', 'Åpen'),
    treated: text('Being treated', 'Работим по него', 'În lucru', 'У роботі', 'Under arbeid'),
    happened: text('It happened', 'Случи се', 'S-a produs', 'Сталося', 'Har skjedd'),
    closed: text('Closed', 'Приключен', 'Închis', 'Закритий', 'Avsluttet'),
  }),
  comesFrom: links(
    text('Which card it comes from', 'От коя картичка идва', 'Din ce cartonaș vine', 'З якої картки походить', 'Hvilket kort den kommer fra'),
    ['card'],
  ),
  mergedFrom: links(text('Merged from', 'Обединява', 'Reunește', 'Об’єднує', 'Slått sammen av'), ['card'], { isQuiet: true }),
  who: shared.who,
  when: shared.when,
  treats: links(
    text('Which risks it treats', 'На кои рискове отговаря', 'La ce riscuri răspunde', 'Яким ризикам протидіє', 'Hvilke risikoer det gjelder'),
    ['card'],
  ),
} as const;

export const card: ObjectType = {
  type: 'card',
  label: text('Card', 'Картичка', 'Cartonaș', 'Картка', 'Kort'),
  facets: fields,
  can: { move: true, resize: false, connect: true, hasText: true },
};

/** What a risk is asked, in the order of the work. */
export const RISK_FIELDS = [
  'cause',
  'consequence',
  'riskArea',
  'controls',
  'before',
  'treatment',
  'acceptance',
  'after',
  'afterWhy',
  'earlySign',
  'owner',
  'review',
  'riskState',
  'comesFrom',
] as const satisfies readonly (keyof typeof fields)[];

export const slots: readonly Slot[] = [
  { id: RISKS, label: text('Risks', 'Рискове', 'Riscuri', 'Ризики', 'Risikoer'), type: 'card', fields: RISK_FIELDS, wanted: [] },
  {
    id: ACTIONS,
    label: text('Actions', 'Мерки', 'Măsuri', 'Заходи', 'Tiltak'),
    type: 'card',
    fields: ['who', 'when', 'treats'],
    wanted: ['who', 'when'],
  },
  // Cards that came from elsewhere lie in the tray among the risks, and become risks there.
  {
    id: PARKING,
    label: text('Not placed yet', 'Още без място', 'Încă fără loc', 'Ще без місця', 'Ikke plassert ennå'),
    type: 'card',
    fields: RISK_FIELDS,
    wanted: [],
  },
];
