// Texts about giving boards to tables and going from one to another, in Bulgarian.
import type { Texts } from '../areas.ts';

const texts: Texts<'boards'> = {
  title: 'Дъски',
  lead: 'Дайте на масите или на всички заедно дъска за следващата част от деня.',
  which: 'Дъска',
  forTables: 'За всяка маса',
  forAll: 'За цялата среща',
  whom: 'За кого',
  own: 'Ваши',
  ownTemplates: 'Ваши шаблони: чертане и промяна',
  everyTable: 'Всяка маса, която още няма такава',
  oneTable: 'Маса {number}',
  everybody: 'Всички заедно',
  give: 'Дайте дъската',
  given: '{count, plural, =0 {Всяка маса вече има такава.} one {# дъска е готова.} other {# дъски са готови.}}',
  sharedTitle: 'Дъски за всички',
  sharedNone: 'Още няма дъска за всички.',
  open: 'Отваряне: {name}',
  openOf: 'Отваряне: {name}, маса {number}',
  writing: 'Писане на „{name}“',
  remove: 'Изтриване: {name}',
  removeOf: 'Изтриване: {name}, маса {number}',
  removeAsk: '„{name}“ и всичко на нея ще бъде изтрито. Никой не може да го върне.',
  removeConfirm: 'Изтриване',
  switchTo: 'Към друга дъска',
  ownTable: 'Тази маса',
  shared: 'За всички',
};

export default texts;
