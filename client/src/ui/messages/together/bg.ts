import type { Texts } from '../areas.ts';

const texts: Texts<'together'> = {
  commentsButton: '{count, plural, =0 {Коментари} one {Коментари, # непрочетен} other {Коментари, # непрочетени}}',
  unread: '{count, plural, one {# непрочетено} other {# непрочетени}}',
  noComments: 'Още няма коментари. Вземете инструмента „Коментар“ и натиснете върху това, за което искате да говорите.',
  resolvedThreads: 'Приключени ({count})',
  messages: '{count, plural, one {# съобщение} other {# съобщения}}',
  aboutPlace: 'Място на дъската',
  aboutGone: 'Нещо, което вече не е на дъската',
  about: 'За: {text}',
  showAbout: 'Покажи на дъската: {text}',
  newComment: 'Нов коментар',
  commentField: 'Коментар',
  fieldHint: 'С @ и име викате някого. Enter изпраща, Shift+Enter започва нов ред.',
  send: 'Изпрати',
  tooLong: '{count, plural, one {Твърде дълго с # знак} other {Твърде дълго с # знака}}',
  suggested:
    '{count, plural, one {# човек. Изберете със стрелките, потвърдете с Enter.} other {# души. Изберете със стрелките, потвърдете с Enter.}}',
  suggestions: 'Хора',
  isHere: 'тук сега',
  somebody: 'Някой',

  mentionsYou: '{name} ви споменава: {text}',
  show: 'Покажи',

  reactionBy: '{sign}: {names}',
  others: '{count, plural, one {някой} other {още # души}}',

  follow: 'Следвай',
  followsYou: 'следва ви',
  ended_moved: 'Вече не следвате {name}.',
  ended_left: '{name} напусна дъската.',
  ended_mutual: '{name} сега следва вас.',

  lookHere: '{name}: вижте тук',
  lookThere: '{name}: вижте тук. Към мястото.',
};

export default texts;
