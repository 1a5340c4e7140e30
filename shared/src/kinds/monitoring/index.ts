// Monitoring, evaluation and what keeps a service alive: how we will see that it works, what we ask ourselves, and what stays afterwards.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { advice, asking, canvasKind } from '../fields/canvases.ts';
import { facets, slots } from './model.ts';
import { monitoringTemplate } from './template.ts';

export { monitoringTemplate };

const TEXTS = {
  'indicator-without-base': advice(
    'Where do you start from? Without it nobody can see a change.',
    'От какво изходно положение тръгвате? Без него промяната не се вижда.',
    'De la ce situație porniți? Fără ea nu se vede schimbarea.',
    'З чого ви починаєте? Без цього зміни не видно.',
    'Hvor starter dere? Uten det ser ingen en endring.',
  ),
  'indicator-without-target': advice(
    'How much is enough, and by when?',
    'Колко е достатъчно и докога?',
    'Cât este de ajuns și până când?',
    'Скільки достатньо і до якого часу?',
    'Hvor mye er nok, og innen når?',
  ),
  'nobody-measures': advice(
    'Who measures it, how and when?',
    'Кой го измерва, как и кога?',
    'Cine măsoară, cum și când?',
    'Хто це вимірює, як і коли?',
    'Hvem måler det, hvordan og når?',
  ),
  'question-without-answerer': advice(
    'Who can answer it: users, partners, numbers?',
    'Кой може да отговори: ползватели, партньори, числа?',
    'Cine poate răspunde: utilizatori, parteneri, cifre?',
    'Хто може відповісти: користувачі, партнери, дані?',
    'Hvem kan svare: brukere, partnere, tall?',
  ),
  'lasting-without-person': advice(
    'Who keeps it going when the project is over?',
    'Кой го поддържа, когато проектът свърши?',
    'Cine îl continuă după încheierea proiectului?',
    'Хто підтримуватиме це, коли проєкт завершиться?',
    'Hvem holder det gående når prosjektet er over?',
  ),
} as const;

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say }) => {
    for (const card of inSlot('indicators')) {
      const { base, target, measure, who, when } = card.fields;
      if (isEmpty(base)) say('indicator-without-base', card);
      if (isEmpty(target)) say('indicator-without-target', card);
      if (isEmpty(measure) || isEmpty(who) || isEmpty(when)) say('nobody-measures', card);
    }
    for (const card of inSlot('evaluation'))
      if (isEmpty(card.fields.evidence) && isEmpty(card.fields.audience)) say('question-without-answerer', card);
    for (const card of inSlot('lasting')) if (isEmpty(card.fields.who)) say('lasting-without-person', card);
  });

export const monitoring: BoardKind = canvasKind({
  id: 'monitoring',
  label: TITLES.monitoring,
  facets,
  slots,
  templates: [monitoringTemplate],
  reading: ['base', 'target', 'measure', 'evidence', 'audience', 'cost', 'who', 'when'],
  sumsOf: 'lasting',
  checks: checksOf,
});
