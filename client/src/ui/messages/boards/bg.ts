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
  ownTemplates: 'Ваши шаблони: начертай или промени',
  everyTable: 'Всяка маса, която още няма такава',
  oneTable: 'Маса {number}',
  everybody: 'Всички заедно',
  give: 'Дай дъската',
  given: '{count, plural, =0 {Всяка маса вече има такава.} one {# дъска е готова.} other {# дъски са готови.}}',
  sharedTitle: 'Дъски за всички',
  sharedNone: 'Още няма дъска за всички.',
  open: 'Отвори: {name}',
  openOf: 'Отвори: {name}, маса {number}',
  writing: 'Писане на „{name}“',
  remove: 'Изтрий: {name}',
  removeOf: 'Изтрий: {name}, маса {number}',
  removeAsk: '„{name}“ и всичко на дъската ще бъдат изтрити. Никой не може да ги върне.',
  removeConfirm: 'Изтрий',
  switchTo: 'Към друга дъска',
  ownTable: 'Тази маса',
  shared: 'За всички',
};

export default texts;
