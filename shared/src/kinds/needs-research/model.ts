// A plan to find out what people need: one question, a way to ask, whom, the questions, and what came out.
import { choice, type Fields, links } from '../../board/index.ts';
import { canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

export const facets = {
  ...pick('evidence', 'source', 'who', 'when', 'size', 'age', 'reach', 'location'),
  sureness: choice(text('How sure are we?', 'Доколко сме сигурни?', 'Cât de siguri suntem?', 'Наскільки ми певні?', 'Hvor sikre er vi?'), {
    sure: text('Sure', 'Сигурни', 'Siguri', 'Певні', 'Sikre'),
    fairly: text('Fairly sure', 'Почти сигурни', 'Destul de siguri', 'Майже певні', 'Ganske sikre'),
    unsure: text('Not sure yet', 'Още не сме сигурни', 'Încă nesiguri', 'Ще не певні', 'Ikke sikre ennå'),
  }),
  answers: links(
    text(
      'Which question it answers',
      'На кой въпрос отговаря',
      'La ce întrebare răspunde',
      'На яке запитання відповідає',
      'Hvilket spørsmål det svarer på',
    ),
    ['card'],
  ),
} satisfies Fields;

export const LABELS = {
  question: text('What we want to know', 'Какво искаме да разберем', 'Ce vrem să aflăm', 'Що ми хочемо з’ясувати', 'Hva vi vil vite'),
  method: text('How, who and when', 'Как, кой и кога', 'Cum, cine și când', 'Як, хто і коли', 'Hvordan, hvem og når'),
  people: text(
    'Whom we ask, and how many',
    'Кого питаме и колко души',
    'Pe cine întrebăm și câți',
    'Кого запитуємо і скількох',
    'Hvem vi spør, og hvor mange',
  ),
  ask: text('Our questions (3–7)', 'Нашите въпроси (3–7)', 'Întrebările noastre (3–7)', 'Наші запитання (3–7)', 'Spørsmålene våre (3–7)'),
  finding: text('What we found', 'Какво открихме', 'Ce am aflat', 'Що ми з’ясували', 'Hva vi fant ut'),
} as const;

export const slots = [
  canvasSlot('question', LABELS.question),
  canvasSlot('method', LABELS.method, ['evidence', 'who', 'when'], ['evidence', 'who', 'when']),
  canvasSlot('people', LABELS.people, ['size', 'age', 'reach', 'location'], ['size']),
  canvasSlot('ask', LABELS.ask),
  // The same fields as a need's: a finding that is brought to another board is its evidence.
  canvasSlot('finding', LABELS.finding, ['sureness', 'evidence', 'source', 'answers'], ['sureness', 'evidence']),
];
