// What a marketplace holds: stalls, what became of them, and the harvest. A stall's state is the slot it lies in, so dragging it, the outline
// and the history all mean the same. The form follows the idétorg of Norwegian libraries and Open Space (H. Owen, Open Space Technology:
// A User's Guide, 1997): whoever brings a question may convene the group that works on it.
import { choice, choices, type Field, type Fields, line, lines, links, type ObjectType, type Slot } from '../../board/index.ts';
import { LIMITS, type Localized } from '../../core/index.ts';
import { orNull, PARKING, textFacet } from '../../document/index.ts';
import { localized as text } from '../fields/index.ts';

/** Slots by what they mean. What is parked lies where everything lies that has no other place. */
export const MARKET = {
  stalls: 'stalls',
  grouped: 'grouped',
  merged: 'merged',
  parked: PARKING,
  withdrawn: 'withdrawn',
  hidden: 'hidden',
  harvest: 'harvest',
} as const;

export const STALL_TYPES = ['problem', 'challenge', 'idea', 'offer'] as const;
export type StallType = (typeof STALL_TYPES)[number];

export const STALL_LABELS: Readonly<Record<StallType, Localized>> = {
  problem: text('Problem', 'Проблем', 'Problemă', 'Проблема', 'Problem'),
  challenge: text('Challenge', 'Предизвикателство', 'Provocare', 'Виклик', 'Utfordring'),
  idea: text('Idea', 'Идея', 'Idee', 'Ідея', 'Idé'),
  offer: text('Offer', 'Предложение', 'Ofertă', 'Пропозиція', 'Tilbud'),
};

/** As long as can be read while walking by. */
const story: Field<string | null> = {
  ...lines(text('In a few sentences', 'С няколко изречения', 'În câteva propoziții', 'Кількома реченнями', 'Med noen få setninger')),
  ...orNull(textFacet(LIMITS.stallStoryMax)),
};

const FIELDS = {
  stallType: choice(text('What is it?', 'Какво е това?', 'Ce este?', 'Що це?', 'Hva er det?'), STALL_LABELS),
  story,
  lookingFor: choices(text('What it needs', 'Какво е нужно', 'De ce este nevoie', 'Що потрібно', 'Hva trengs'), {
    people: text('People', 'Хора', 'Oameni', 'Люди', 'Folk'),
    partners: text('Partners', 'Партньори', 'Parteneri', 'Партнери', 'Samarbeidspartnere'),
    money: text('Money', 'Пари', 'Bani', 'Гроші', 'Penger'),
    knowledge: text('Knowledge', 'Знания', 'Cunoștințe', 'Знання', 'Kunnskap'),
  }),
  convening: choice(
    text(
      'Will you lead a group on it?',
      'Ще водите ли група по темата?',
      'Ați conduce un grup pe această temă?',
      'Чи поведете групу з цієї теми?',
      'Vil du lede en gruppe om dette?',
    ),
    {
      ready: text('Ready to lead a group', 'Готовност да води група', 'Gata să conducă un grup', 'Готовність вести групу', 'Leder gjerne en gruppe'),
      no: text('Somebody else may lead it', 'Нека я води друг', 'Îl poate conduce altcineva', 'Може вести хтось інший', 'Noen andre kan lede den'),
    },
  ),
  // A wish, and what became of it: a line across the market would say less than the cards do.
  mergeWith: links(
    text('Could be joined with', 'Може да се обедини с', 'S-ar putea uni cu', 'Можна об’єднати з', 'Kan slås sammen med'),
    ['card', 'note'],
    { isQuiet: true },
  ),
  mergedFrom: links(text('Joined from', 'Обединява', 'Reunește', 'Об’єднує', 'Slått sammen av'), ['card', 'note'], { isQuiet: true }),
  promise: line(text('What is promised', 'Какво е обещано', 'Ce s-a promis', 'Що обіцяно', 'Hva som er lovet')),
  hiddenReason: line(text('Why it is hidden', 'Защо е скрито', 'De ce este ascuns', 'Чому приховано', 'Hvorfor den er skjult')),
  convener: line(text('Who led the group', 'Кой водеше групата', 'Cine a condus grupul', 'Хто вів групу', 'Hvem ledet gruppen')),
  participants: lines(text('Who took part', 'Кой участва', 'Cine a participat', 'Хто брав участь', 'Hvem var med')),
  discussion: lines(text('What was discussed', 'Какво обсъдихме', 'Ce s-a discutat', 'Що обговорили', 'Hva vi snakket om')),
  recommendations: lines(text('What we recommend', 'Какво препоръчваме', 'Ce recomandăm', 'Що ми радимо', 'Hva vi anbefaler')),
  firstStep: line(text('The first step', 'Първата стъпка', 'Primul pas', 'Перший крок', 'Første skritt')),
} as const satisfies Fields;

type MarketField = keyof typeof FIELDS;

export const card: ObjectType = {
  type: 'card',
  label: text('Stall', 'Щанд', 'Stand', 'Стенд', 'Bod'),
  facets: FIELDS,
  can: { move: true, resize: false, connect: true, hasText: true },
};

const slot = (id: string, label: Localized, fields: readonly MarketField[], wanted: readonly MarketField[] = []): Slot => ({
  id,
  label,
  type: 'card',
  fields,
  wanted,
});

const STALL = ['stallType', 'story', 'lookingFor', 'convening'] as const;

export const SLOT_LABELS = {
  stalls: text('Stalls', 'Щандове', 'Standuri', 'Стенди', 'Boder'),
  grouped: text('Groups at work', 'Групи на работа', 'Grupuri la lucru', 'Групи за роботою', 'Grupper i arbeid'),
  merged: text('Joined with others', 'Обединени с други', 'Unite cu altele', 'Об’єднані з іншими', 'Slått sammen med andre'),
  parked: text('Parked with a promise', 'Отложени с обещание', 'Amânate, cu o promisiune', 'Відкладені з обіцянкою', 'Parkert med et løfte'),
  withdrawn: text('Taken back', 'Оттеглени', 'Retrase', 'Відкликані', 'Trukket tilbake'),
  hidden: text('Hidden by the facilitator', 'Скрити от водещия', 'Ascunse de facilitator', 'Приховані ведучим', 'Skjult av workshoplederen'),
  harvest: text('Harvest', 'Какво събрахме', 'Ce am cules', 'Що зібрали', 'Innhøsting'),
} as const;

export const slots: readonly Slot[] = [
  slot(MARKET.stalls, SLOT_LABELS.stalls, [...STALL, 'mergeWith', 'mergedFrom'], ['stallType']),
  slot(MARKET.grouped, SLOT_LABELS.grouped, [...STALL, 'mergedFrom']),
  slot(
    MARKET.harvest,
    SLOT_LABELS.harvest,
    ['convener', 'participants', 'discussion', 'recommendations', 'firstStep'],
    ['convener', 'participants', 'discussion', 'recommendations', 'firstStep'],
  ),
  slot(MARKET.merged, SLOT_LABELS.merged, STALL),
  slot(MARKET.parked, SLOT_LABELS.parked, ['promise', ...STALL], ['promise']),
  slot(MARKET.withdrawn, SLOT_LABELS.withdrawn, STALL),
  slot(MARKET.hidden, SLOT_LABELS.hidden, ['hiddenReason', ...STALL], ['hiddenReason']),
];
