import type { Texts } from '../areas.ts';

const texts: Texts<'common'> = {
  language: 'Мова',
  languageFailed: 'Цю мову не вдалося завантажити. Перевірте з’єднання і спробуйте ще раз.',
  skipToContent: 'Перейти до вмісту',
  close: 'Закрити',
  cancel: 'Скасувати',
  save: 'Зберегти',
  tryAgain: 'Спробувати ще раз',
  toFrontPage: 'На головну сторінку',
  loading: 'Завантаження …',
  errorSummary: 'Будь ласка, перевірте',
  away: 'Сервер не відповідає. Нічого не втрачено. Ми пробуємо далі; перевірте, чи пристрій у мережі зустрічі.',
  awayForm: 'Сервер не відповідає. Усе, що ви заповнили, ще тут. Перевірте з’єднання і спробуйте ще раз.',
  notFoundTitle: 'Тут нічого немає',
  notFound: 'Цієї сторінки не існує або вже немає. Перевірте адресу чи почніть із головної сторінки.',
  newVersion: 'Є нова версія Masa.',
  newVersionReload: 'Завантажити зараз',
  later: 'Пізніше',
  seats: '{count, plural, one {# місце} few {# місця} many {# місць} other {# місця}}',
  table: 'Стіл {number}',
};
export default texts;
