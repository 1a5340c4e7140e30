// The needs research plan.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { advice, asking, canvasKind } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { facets, slots } from './model.ts';
import { researchTemplate } from './template.ts';

export { researchTemplate };

/** So many questions people answer willingly. */
const QUESTIONS = { least: 3, most: 7 } as const;

const TEXTS = {
  'few-questions': advice(
    'Fewer than three questions: what else would you like to hear?',
    'По-малко от три въпроса: какво още искате да чуете?',
    'Mai puțin de trei întrebări: ce ați mai vrea să auziți?',
    'Менше ніж три запитання: що ще ви хотіли б почути?',
    'Færre enn tre spørsmål: hva mer vil dere høre om?',
  ),
  'many-questions': advice(
    'More than seven questions: people tire. Which can go?',
    'Повече от седем въпроса: хората се уморяват. Кой може да отпадне?',
    'Mai mult de șapte întrebări: oamenii obosesc. La care renunțăm?',
    'Понад сім запитань: люди втомлюються. Без якого можна обійтися?',
    'Mer enn sju spørsmål: folk blir slitne. Hvilke kan strykes?',
  ),
  'method-without-plan': advice(
    'Say who does it and when.',
    'Кажете кой ще го направи и кога.',
    'Spuneți cine o face și când.',
    'Скажіть, хто це зробить і коли.',
    'Si hvem som gjør det, og når.',
  ),
  'method-is-assumption': advice(
    'An assumption is what we want to check: choose a way to ask, watch or count.',
    'Предположението е това, което проверяваме: изберете как да питате, наблюдавате или броите.',
    'Presupunerea este ceea ce verificăm: alegeți cum întrebați, observați sau numărați.',
    'Припущення – це те, що ми перевіряємо: виберіть, як запитати, спостерігати чи порахувати.',
    'Antakelsen er det vi vil sjekke: velg en måte å spørre, se eller telle på.',
  ),
  'people-without-number': advice(
    'How many people is that?',
    'Колко души са това?',
    'Câte persoane înseamnă?',
    'Скільки це людей?',
    'Hvor mange er det?',
  ),
  'finding-without-sureness': advice(
    'How sure are we of it?',
    'Доколко сме сигурни в това?',
    'Cât de siguri suntem de asta?',
    'Наскільки ми в цьому певні?',
    'Hvor sikre er vi på det?',
  ),
} as const;

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say, sayOf }) => {
    const questions = inSlot('ask').length;
    if (questions > 0 && questions < QUESTIONS.least) sayOf('few-questions', 'ask');
    if (questions > QUESTIONS.most) sayOf('many-questions', 'ask');
    for (const card of inSlot('method')) {
      if (isEmpty(card.fields.who) || isEmpty(card.fields.when)) say('method-without-plan', card);
      if (card.fields.evidence === 'assumption') say('method-is-assumption', card);
    }
    for (const card of inSlot('people')) if (isEmpty(card.fields.size)) say('people-without-number', card);
    for (const card of inSlot('finding')) if (isEmpty(card.fields.sureness)) say('finding-without-sureness', card);
  });

export const needsResearch: BoardKind = canvasKind({
  id: 'needs-research',
  label: TITLES['needs-research'],
  facets,
  slots,
  templates: [researchTemplate],
  reading: ['size', 'age', 'reach', 'sureness', 'evidence', 'source', 'who', 'when', 'answers'],
  links: [
    {
      field: 'answers',
      from: ['finding'],
      to: ['question', 'ask'],
      label: text('answers', 'отговаря на', 'răspunde la', 'відповідає на', 'svarer på'),
    },
  ],
  checks: checksOf,
});
