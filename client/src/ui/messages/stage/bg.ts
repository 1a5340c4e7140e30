import type { Texts } from '../areas.ts';

const texts: Texts<'stage'> = {
  stage: 'Етап',
  onlyYou: 'Само вие виждате какво пишете сега. То ще се появи на дъската, когато водещият отвори всички чернови.',
  named: 'Името ви стои на картичките ви.',
  library: 'На картичките се вижда библиотеката, а не името.',
  anonymous: 'На картичките няма нито име, нито библиотека.',
  beginPrivate: 'Всеки пише сам',
  openDrafts: 'Отвори черновите{count, plural, =0 {} one { (# човек)} other { (# души)}}',
  back: 'Назад: {label}',
  next: 'Напред: {label}',
  choose: 'Към етап',
  writing: 'Пишат {count} от {most}',
  readySay: 'Готови сме',
  readyTake: 'Още не сме готови',
  ready: 'Готови',
  names: 'Имена на картичките',
  names_named: 'Име и библиотека',
  names_library: 'Само библиотеката',
  names_anonymous: 'Без имена',
  nowStage: 'Сега: {label}. {task}',
  notYours: 'На този етап променяте само написаното от вас. Нищо не е променено.',
  away: 'В момента няма връзка. Нищо не е променено; опитайте отново.',
};

export default texts;
