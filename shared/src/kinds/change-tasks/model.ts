// A change task: "When … I will … in …". A plan that names the situation is kept far more often than a good intention (implementation
// intentions: Gollwitzer, American Psychologist 54, 1999).
import { choice, type Fields, line } from '../../board/index.ts';
import { canvasSlot } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

export const facets = {
  situation: line(
    text(
      'When … (time or situation)',
      'Когато … (време или случай)',
      'Când … (moment sau situație)',
      'Коли … (час або ситуація)',
      'Når … (tid eller situasjon)',
    ),
  ),
  action: line(text('I will …', 'аз ще …', 'voi …', 'я …', 'skal jeg …')),
  library: line(text('In which library', 'В коя библиотека', 'În ce bibliotecă', 'У якій бібліотеці', 'I hvilket bibliotek')),
  why: line(
    text('Why it matters to me', 'Защо е важно за мен', 'De ce contează pentru mine', 'Чому це для мене важливо', 'Hvorfor det er viktig for meg'),
  ),
  firstStep: line(
    text('First step within 7 days', 'Първа стъпка до 7 дни', 'Primul pas în 7 zile', 'Перший крок упродовж 7 днів', 'Første steg innen 7 dager'),
  ),
  obstacle: line(text('What could stop me', 'Какво може да ми попречи', 'Ce m-ar putea opri', 'Що може мені завадити', 'Hva kan stoppe meg')),
  answer: line(text('Then I will …', 'Тогава ще …', 'Atunci voi …', 'Тоді я …', 'Da skal jeg …')),
  helper: line(text('Who helps me at home', 'Кой ми помага у дома', 'Cine mă ajută acasă', 'Хто допоможе мені вдома', 'Hvem hjelper meg hjemme'), {
    confidential: true,
  }),
  buddy: line(
    text(
      'My buddy (best from the other region)',
      'Моят съмишленик (най-добре от другата област)',
      'Colegul meu de sprijin (de preferat din cealaltă regiune)',
      'Мій напарник (найкраще з іншої області)',
      'Min makker (helst fra den andre regionen)',
    ),
    { confidential: true },
  ),
  review30: line(
    text(
      'Check after 30 days (date)',
      'Проверка след 30 дни (дата)',
      'Verificare după 30 de zile (data)',
      'Перевірка через 30 днів (дата)',
      'Sjekk etter 30 dager (dato)',
    ),
  ),
  review90: line(
    text(
      'Check after 90 days (date)',
      'Проверка след 90 дни (дата)',
      'Verificare după 90 de zile (data)',
      'Перевірка через 90 днів (дата)',
      'Sjekk etter 90 dager (dato)',
    ),
  ),
  visibility: choice(text('For whom is it meant?', 'За кого е?', 'Pentru cine este?', 'Для кого це?', 'Hvem er den for?'), {
    public: text('For everybody', 'За всички', 'Pentru toți', 'Для всіх', 'For alle'),
    private: text('For me', 'За мен', 'Pentru mine', 'Для мене', 'For meg selv'),
  }),
} satisfies Fields;

const ASKED = [
  'situation',
  'action',
  'library',
  'why',
  'firstStep',
  'obstacle',
  'answer',
  'helper',
  'buddy',
  'review30',
  'review90',
  'visibility',
] as const;

export const slots = [
  canvasSlot('tasks', text('Change tasks', 'Задачи за промяна', 'Sarcini de schimbare', 'Завдання на зміни', 'Endringsoppgaver'), ASKED, [
    'situation',
    'action',
    'library',
    'firstStep',
  ]),
];
