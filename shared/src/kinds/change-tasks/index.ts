// Change tasks: what each participant will do at home.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { advice, asking, canvasKind, flag } from '../fields/canvases.ts';
import { datesIn } from './dates.ts';
import { facets, slots } from './model.ts';
import { tasksTemplate } from './template.ts';

export { datesIn } from './dates.ts';
export { tasksTemplate };

const TEXTS = {
  'no-situation': advice(
    'When exactly? A time or a situation makes it far more likely to happen.',
    'Кога точно? С посочено време или случай е много по-вероятно да стане.',
    'Când anume? Cu un moment sau o situație anume, reușita este mult mai probabilă.',
    'Коли саме? Якщо вказати час або ситуацію, це станеться набагато ймовірніше.',
    'Når, helt konkret? Med et tidspunkt eller en situasjon er det mye mer sannsynlig at det blir gjort.',
  ),
  'no-first-step': advice(
    'What is the first step, within seven days?',
    'Коя е първата стъпка, до седем дни?',
    'Care este primul pas, în șapte zile?',
    'Який перший крок, упродовж семи днів?',
    'Hva er det første steget, innen sju dager?',
  ),
  'past-date': advice(
    'This date was over when the card was written. Is it right?',
    'Тази дата вече беше минала, когато картичката е написана. Вярна ли е?',
    'Această dată trecuse deja când s-a scris cartonașul. Este corectă?',
    'Ця дата вже минула, коли картку писали. Чи вона правильна?',
    'Denne datoen var allerede passert da kortet ble skrevet. Stemmer den?',
  ),
  'impossible-date': flag(
    'There is no such day. Check the date.',
    'Няма такъв ден. Проверете датата.',
    'Nu există o asemenea zi. Verificați data.',
    'Такого дня немає. Перевірте дату.',
    'Den dagen finnes ikke. Sjekk datoen.',
  ),
} as const;

/** A sentence that begins with the situation has said it. */
const WHEN =
  /^\s*["“„«]?(?:when|whenever|if|on|every|когато|щом|ако|всеки|всяка|când|dacă|în fiecare|коли|якщо|щойно|кожного|щоразу|når|hvis|hver)(?!\p{L})/iu;

const DAY_MS = 86_400_000;

const writtenOf = (card: BoardRecord): string =>
  [card.text, ...['situation', 'firstStep', 'review30', 'review90'].map((name) => card.fields[name])]
    .filter((each) => typeof each === 'string')
    .join('\n');

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say }) => {
    for (const card of inSlot('tasks')) {
      if (isEmpty(card.fields.situation) && !WHEN.test(card.text)) say('no-situation', card);
      if (isEmpty(card.fields.firstStep)) say('no-first-step', card);
      const dates = datesIn(writtenOf(card));
      if (dates.some(({ at }) => at === null)) say('impossible-date', card);
      // A day is over everywhere two days after it has begun in UTC.
      if (card.created > 0 && dates.some(({ at }) => at !== null && at + 2 * DAY_MS < card.created)) say('past-date', card);
    }
  });

export const changeTasks: BoardKind = canvasKind({
  id: 'change-tasks',
  label: TITLES['change-tasks'],
  facets,
  slots,
  templates: [tasksTemplate],
  reading: ['situation', 'action', 'library', 'firstStep', 'obstacle', 'answer', 'review30', 'review90', 'why'],
  // A task is its author's own unless they said that it is for everybody.
  isWithheld: (record) => record.type === 'card' && record.fields.visibility !== 'public',
  checks: checksOf,
});
