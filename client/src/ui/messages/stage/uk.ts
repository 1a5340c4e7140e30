import type { Texts } from '../areas.ts';

const texts: Texts<'stage'> = {
  stage: 'Етап',
  onlyYou: 'Зараз ваш текст бачите лише ви. Він з’явиться на дошці, коли ведучий відкриє всі чернетки.',
  named: 'На ваших картках стоїть ваше ім’я.',
  library: 'На картках видно бібліотеку, а не ім’я.',
  anonymous: 'На картках немає ні імені, ні бібліотеки.',
  beginPrivate: 'Кожен пише сам',
  openDrafts: 'Відкрити всі чернетки{count, plural, =0 {} one { (# особа)} few { (# особи)} many { (# осіб)} other { (# особи)}}',
  back: 'Назад: {label}',
  next: 'Далі: {label}',
  choose: 'Перейти до етапу',
  writing: 'Пишуть {count} з {most}',
  readySay: 'Ми готові',
  readyTake: 'Ще не готові',
  ready: 'Готові',
  names: 'Імена на картках',
  names_named: 'Ім’я та бібліотека',
  names_library: 'Лише бібліотека',
  names_anonymous: 'Без імен',
  nowStage: 'Зараз: {label}. {task}',
  notYours: 'На цьому етапі можна змінювати лише те, що написали ви. Нічого не змінено.',
  away: 'Зараз немає зв’язку. Нічого не змінено; спробуйте ще раз.',
};

export default texts;
