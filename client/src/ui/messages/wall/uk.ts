import type { Texts } from '../areas.ts';

const texts: Texts<'wall'> = {
  wallTitle: 'Стіна',
  wallOf: 'Стіна: {title}',
  boards: 'Усі аркуші',
  code: 'Код {code}',
  empty: 'Аркушів ще немає.',
  toWorkshop: 'Назад до зустрічі',
  notAllowed: 'Цей пристрій не може бачити стіну. Увійдіть або відкрийте посилання, яке вам дали.',
  signIn: 'Увійти',
  people: '{count, plural, =0 {нікого немає} one {тут # людина} few {тут # людини} many {тут # людей} other {тут # людини}}',
  cards: '{count, plural, =0 {ще немає карток} one {# картка} few {# картки} many {# карток} other {# картки}}',
  notes: '{count, plural, =0 {поки нічого} one {# нотатка} few {# нотатки} many {# нотаток} other {# нотатки}}',
  filled: 'Розпочато клітинок: {filled} з {count}',
  changedNow: 'щойно',
  changedMinutes: '{count, plural, one {# хвилину тому} few {# хвилини тому} many {# хвилин тому} other {# хвилини тому}}',
  ready: 'Готові',
  stopped: 'Заповнення зупинено',
  shared: 'Спільний аркуш',
  open: 'Відкрити аркуш: {label}',
  dark: 'Темно',
  light: 'Світло',
  fullScreen: 'На весь екран',
  lineAway: 'Немає живого зв’язку. Стіна показує останній відомий стан і продовжить сама.',
  unknownSheet: 'Цей аркуш не можна показати тут.',
};
export default texts;
