// Texts of what a sheet shows of its cards, in Ukrainian.
import type { Texts } from '../areas.ts';

const texts: Texts<'sheet'> = {
  star: 'Сказати всім',
  starred: 'Буде сказано всім',
  starGiven: 'Буде сказано всім',
  starTaken: 'Більше не буде сказано всім',
  starRefused: 'Нічого не змінено: одну з двох карток зараз не можна змінити',
  starsFull:
    '{count, plural, one {Зірку вже має # картка} few {Зірку вже мають # картки} many {Зірку вже мають # карток} other {Зірку вже мають # картки}}',
  starsOver: 'Кілька людей поставили зірки водночас, а перед усіма часу вистачить на {count}. Виберіть, яка картка залишиться без зірки.',
  starsFullHint: 'Перед усіма часу мало. Виберіть, яка картка поступиться місцем «{text}», або закрийте й залиште все як є.',

  linkTitle: 'Пов’язати «{text}» з …',
  linkTo: 'Пов’язати з …',
  linkFilter: 'Знайти картку',
  linked: 'Пов’язано з «{text}»',
  unlinked: 'Більше не пов’язано з «{text}»',
  linkRefused: 'Нічого не змінено: картку заблоковано або в ній уже стільки зв’язків, скільки може бути',
  linkUnfit: 'Нічого не змінено: картки з цих двох клітинок між собою не пов’язують',
  linkGone: 'Картка вже в кошику: з нею нічого не можна пов’язати',
  nothingFits: 'Ще немає картки, з якою її можна пов’язати.',
  elsewhere: 'Поза цією формою',
  linksHere: 'Пов’язано з: {cards}',
  done: 'Готово',

  filling_empty: 'порожньо',
  filling_begun: 'заповнено {complete} з {cards}',
  filling_complete: 'заповнено',
  overall: 'Заповнено клітинок: {complete} з {cells}, розпочато: {begun}',

  band_low: 'низький',
  band_medium: 'середній',
  band_high: 'високий',
  'band_very-high': 'дуже високий',
  sheetWords: 'Написи на аркуші',

  checkStart: 'До запитань',
  checkIntro: 'По одному запитанню, від першої клітинки до останньої. На дошці нічого не позначається: лише цей екран пам’ятає, що ви обміркували.',
  checkStep: 'Запитання {step} з {count}',
  checkCards: 'Що там написано',
  checkNoCards: 'Там ще нічого немає.',
  checkOpen: 'Тут ще не вирішено',
  checkThought: 'Обмірковано',
  checkBack: 'Назад',
  checkNext: 'Далі',
  checkFinish: 'Що лишається',
  checkRemains: 'Що лишається відкритим',
  checkAllThought: 'Усі запитання обмірковано.',
  checkNotThought:
    '{count, plural, one {# запитання ще не обмірковано:} few {# запитання ще не обмірковано:} many {# запитань ще не обмірковано:} other {# запитання ще не обмірковано:}}',
  checkNothingOpen: 'Порад більше немає.',
  checkAgain: 'Спочатку',
  checkQuestionAt: '{cell}: {question}',

  cellFilled:
    '{cards, plural, one {# картка} few {# картки} many {# карток} other {# картки}}, {complete, plural, one {# завершена} few {# завершені} many {# завершених} other {# завершеної}}',
};

export default texts;
