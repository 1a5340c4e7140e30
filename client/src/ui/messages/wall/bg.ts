import type { Texts } from '../areas.ts';

const texts: Texts<'wall'> = {
  wallTitle: 'Стена',
  wallOf: 'Стена: {title}',
  boards: 'Всички листове',
  code: 'Код {code}',
  empty: 'Още няма листове.',
  toWorkshop: 'Назад към срещата',
  notAllowed: 'Това устройство не може да вижда стената. Влезте или отворете връзката, която сте получили.',
  signIn: 'Вход',
  people: '{count, plural, =0 {няма никого} one {# човек тук} other {# души тук}}',
  cards: '{count, plural, =0 {още няма картички} one {# картичка} other {# картички}}',
  notes: '{count, plural, =0 {още нищо} one {# бележка} other {# бележки}}',
  filled: 'Започнати клетки: {filled} от {count}',
  changedNow: 'току-що',
  changedMinutes: '{count, plural, one {преди # минута} other {преди # минути}}',
  ready: 'Готови',
  stopped: 'Писането е спряно',
  shared: 'Общ лист',
  open: 'Отвори листа: {label}',
  dark: 'Тъмно',
  light: 'Светло',
  fullScreen: 'На цял екран',
  lineAway: 'Няма връзка на живо. Стената показва последното известно състояние и ще продължи сама.',
  unknownSheet: 'Този лист не може да се покаже тук.',
};
export default texts;
