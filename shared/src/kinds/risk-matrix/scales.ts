// The words of the scales, each level with an example from a library. Five levels; shorter scales leave some out and keep the ends.
import type { Localized } from '../../core/index.ts';
import { localized as text } from '../fields/index.ts';

/** One level of a scale. Which level it is, its place in the list says: the first is the lowest. */
export interface LevelWords {
  readonly word: Localized;
  readonly example: Localized;
}

const RARE: LevelWords = {
  word: text('Rare', 'Рядко', 'Rar', 'Рідко', 'Sjelden'),
  example: text('A fire in the reading room', 'Пожар в читалнята', 'Incendiu în sala de lectură', 'Пожежа в читальній залі', 'Brann i lesesalen'),
};
const UNLIKELY: LevelWords = {
  word: text('Unlikely', 'Малко вероятно', 'Improbabil', 'Малоймовірно', 'Lite sannsynlig'),
  example: text(
    'The partner school withdraws',
    'Училището партньор се отказва',
    'Școala parteneră se retrage',
    'Школа-партнер відмовляється',
    'Skolen vi samarbeider med, trekker seg',
  ),
};
const POSSIBLE: LevelWords = {
  word: text('Possible', 'Възможно', 'Posibil', 'Можливо', 'Mulig'),
  example: text(
    'No internet on the opening day',
    'Няма интернет в деня на откриването',
    'Fără internet în ziua deschiderii',
    'Немає інтернету в день відкриття',
    'Nettet er nede på åpningsdagen',
  ),
};
const LIKELY: LevelWords = {
  word: text('Likely', 'Вероятно', 'Probabil', 'Імовірно', 'Sannsynlig'),
  example: text(
    'Fewer people come than we hoped',
    'Идват по-малко хора от очакваното',
    'Vin mai puțini oameni decât am sperat',
    'Приходить менше людей, ніж ми сподівалися',
    'Det kommer færre enn vi håpet',
  ),
};
const ALMOST_CERTAIN: LevelWords = {
  word: text('Almost certain', 'Почти сигурно', 'Aproape sigur', 'Майже напевно', 'Nesten sikkert'),
  example: text(
    'A colleague falls ill in winter',
    'Колега се разболява през зимата',
    'O colegă se îmbolnăvește iarna',
    'Хтось із колег захворіє взимку',
    'En kollega blir syk om vinteren',
  ),
};

const HARDLY_NOTICED: LevelWords = {
  word: text('Hardly noticed', 'Незабележимо', 'Abia observat', 'Майже непомітно', 'Knapt merkbart'),
  example: text(
    'A meeting begins ten minutes late',
    'Срещата започва с десет минути закъснение',
    'O întâlnire începe cu zece minute întârziere',
    'Зустріч починається на десять хвилин пізніше',
    'Et møte starter ti minutter for sent',
  ),
};
const ANNOYING: LevelWords = {
  word: text('Annoying', 'Неприятно', 'Neplăcut', 'Неприємно', 'Ergerlig'),
  example: text(
    'An event is put off for a week',
    'Отлагаме събитие с една седмица',
    'Amânăm un eveniment cu o săptămână',
    'Захід відкладено на тиждень',
    'Et arrangement utsettes en uke',
  ),
};
const SERIOUS: LevelWords = {
  word: text('Serious', 'Сериозно', 'Serios', 'Серйозно', 'Alvorlig'),
  example: text(
    'The service stops for a month',
    'Услугата спира за месец',
    'Serviciul se oprește o lună',
    'Послуга зупиняється на місяць',
    'Tjenesten stopper i en måned',
  ),
};
const SEVERE: LevelWords = {
  word: text('Severe', 'Тежко', 'Grav', 'Тяжко', 'Svært alvorlig'),
  example: text(
    'We lose the money for the whole year',
    'Губим парите за цялата година',
    'Pierdem banii pentru tot anul',
    'Втрачаємо кошти на цілий рік',
    'Vi mister pengene for hele året',
  ),
};
const DISASTROUS: LevelWords = {
  word: text('Disastrous', 'Катастрофално', 'Dezastruos', 'Катастрофічно', 'Katastrofalt'),
  example: text(
    'Readers’ personal data become public',
    'Личните данни на читателите стават публични',
    'Datele personale ale cititorilor devin publice',
    'Персональні дані читачів стають публічними',
    'Lånernes personopplysninger kommer ut',
  ),
};

export interface Scales {
  readonly likelihood: readonly LevelWords[];
  readonly consequence: readonly LevelWords[];
}

export const RISK_SCALES: Readonly<Record<3 | 4 | 5, Scales>> = {
  3: { likelihood: [RARE, POSSIBLE, ALMOST_CERTAIN], consequence: [HARDLY_NOTICED, SERIOUS, DISASTROUS] },
  4: { likelihood: [RARE, UNLIKELY, LIKELY, ALMOST_CERTAIN], consequence: [HARDLY_NOTICED, ANNOYING, SERIOUS, DISASTROUS] },
  5: {
    likelihood: [RARE, UNLIKELY, POSSIBLE, LIKELY, ALMOST_CERTAIN],
    consequence: [HARDLY_NOTICED, ANNOYING, SERIOUS, SEVERE, DISASTROUS],
  },
};
