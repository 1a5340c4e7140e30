// A portrait: one person who uses the library, does not, or no longer does. Every card says whether it rests on data, on experience or on a
// guess, so that nobody takes a guess for knowledge.
import { choice, type Fields, line } from '../../board/index.ts';
import { canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

export const facets = {
  ...pick('reach', 'age', 'location', 'evidence', 'source', 'research'),
  quote: line(text('In their own words', 'С техни думи', 'Cu propriile cuvinte', 'Їхніми словами', 'Med egne ord')),
  basis: choice(text('What does it rest on?', 'На какво се основава?', 'Pe ce se bazează?', 'На чому це ґрунтується?', 'Hva bygger det på?'), {
    data: text('Data', 'Данни', 'Date', 'Дані', 'Data'),
    experience: text('Experience', 'Опит', 'Experiență', 'Досвід', 'Erfaring'),
    guess: text('A guess', 'Предположение', 'O presupunere', 'Припущення', 'En antakelse'),
  }),
  barrier: choice(text('What stands in the way?', 'Какво пречи?', 'Ce stă în cale?', 'Що заважає?', 'Hva er i veien?'), {
    time: text('No time', 'Няма време', 'Lipsa timpului', 'Бракує часу', 'Mangler tid'),
    distance: text('Too far away', 'Далече е', 'Distanța', 'Далеко', 'For langt unna'),
    image: text('The library’s image', 'Представата за библиотеката', 'Imaginea bibliotecii', 'Уявлення про бібліотеку', 'Bibliotekets omdømme'),
    money: text('Money', 'Пари', 'Lipsa banilor', 'Гроші', 'Mangler penger'),
    disability: text(
      'Access with a disability',
      'Достъпност при увреждане',
      'Lipsa accesibilității',
      'Доступність для людей з інвалідністю',
      'Tilgjengelighet ved nedsatt funksjonsevne',
    ),
    language: text('Language', 'Език', 'Limba', 'Мова', 'Språk'),
    unaware: text('Does not know of it', 'Не знае за нея', 'Nu știe de ea', 'Не знає про неї', 'Vet ikke om det'),
    other: text('Something else', 'Друго', 'Altceva', 'Інше', 'Noe annet'),
  }),
} satisfies Fields;

export const LABELS = {
  person: text('Who it is', 'Кой е този човек', 'Cine este', 'Хто це', 'Hvem det er'),
  day: text('An ordinary day', 'Един обикновен ден', 'O zi obișnuită', 'Звичайний день', 'En vanlig dag'),
  goals: text('What they want', 'Какво иска', 'Ce își dorește', 'Чого прагне', 'Ønsker'),
  whyNot: text('Why not the library?', 'Защо не в библиотеката?', 'De ce nu biblioteca?', 'Чому не бібліотека?', 'Hvorfor ikke biblioteket?'),
  bring: text('What would bring them', 'Какво би ги довело', 'Ce ar aduce-o la noi', 'Що привело б їх', 'Hva som skal til'),
} as const;

const KNOWN = ['basis', 'research', 'evidence', 'source'] as const;

export const slots = [
  canvasSlot('person', LABELS.person, ['reach', 'age', 'location', 'quote', ...KNOWN], ['reach', 'basis']),
  canvasSlot('day', LABELS.day, KNOWN, ['basis']),
  canvasSlot('goals', LABELS.goals, KNOWN, ['basis']),
  canvasSlot('why-not', LABELS.whyNot, ['barrier', ...KNOWN], ['barrier', 'basis']),
  canvasSlot('bring', LABELS.bring, KNOWN, ['basis']),
];
