// Texts about giving boards to tables and going from one to another, in Ukrainian.
import type { Texts } from '../areas.ts';

const texts: Texts<'boards'> = {
  title: 'Дошки',
  lead: 'Дайте столам або всім разом дошку для наступної частини дня.',
  which: 'Дошка',
  forTables: 'Для кожного столу',
  forAll: 'Для всієї зустрічі',
  whom: 'Для кого',
  own: 'Ваші',
  ownTemplates: 'Ваші шаблони: накреслити чи змінити',
  everyTable: 'Кожен стіл, де її ще немає',
  oneTable: 'Стіл {number}',
  everybody: 'Усі разом',
  give: 'Дати дошку',
  given:
    '{count, plural, =0 {У кожного столу вона вже є.} one {# дошка готова.} few {# дошки готові.} many {# дошок готово.} other {# дошки готово.}}',
  sharedTitle: 'Дошки для всіх',
  sharedNone: 'Дошки для всіх ще немає.',
  open: 'Відкрити: {name}',
  openOf: 'Відкрити: {name}, стіл {number}',
  writing: 'Заповнення дошки «{name}»',
  remove: 'Видалити: {name}',
  removeOf: 'Видалити: {name}, стіл {number}',
  removeAsk: '«{name}» і все, що на дошці, буде видалено. Повернути цього ніхто не зможе.',
  removeConfirm: 'Видалити',
  switchTo: 'До іншої дошки',
  ownTable: 'Цей стіл',
  shared: 'Для всіх',
};

export default texts;
