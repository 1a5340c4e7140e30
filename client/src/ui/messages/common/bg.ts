import type { Texts } from '../areas.ts';

const texts: Texts<'common'> = {
  language: 'Език',
  languageFailed: 'Този език не можа да се зареди. Проверете връзката и опитайте отново.',
  skipToContent: 'Към съдържанието',
  close: 'Затвори',
  cancel: 'Отказ',
  save: 'Запази',
  tryAgain: 'Опитай отново',
  toFrontPage: 'Към началната страница',
  loading: 'Зарежда се …',
  errorSummary: 'Моля, проверете',
  away: 'Сървърът не отговаря. Нищо не е загубено. Продължаваме да опитваме; проверете дали устройството е в мрежата на срещата.',
  awayForm: 'Сървърът не отговаря. Попълненото от вас е още тук. Проверете връзката и опитайте отново.',
  notFoundTitle: 'Тук няма нищо',
  notFound: 'Тази страница не съществува или вече я няма. Проверете адреса или започнете от началната страница.',
  newVersion: 'Има нова версия на Masa.',
  newVersionReload: 'Зареди я сега',
  later: 'По-късно',
  seats: '{count, plural, one {# място} other {# места}}',
  table: 'Маса {number}',
};
export default texts;
