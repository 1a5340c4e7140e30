import type { Texts } from '../areas.ts';

const texts: Texts<'together'> = {
  commentsButton:
    '{count, plural, =0 {Коментарі} one {Коментарі, # непрочитаний} few {Коментарі, # непрочитані} many {Коментарі, # непрочитаних} other {Коментарі, # непрочитаного}}',
  unread: '{count, plural, one {# непрочитане} few {# непрочитані} many {# непрочитаних} other {# непрочитаного}}',
  noComments: 'Коментарів ще немає. Візьміть інструмент «Коментар» і натисніть те, про що хочете поговорити.',
  resolvedThreads: 'Вирішені ({count})',
  messages: '{count, plural, one {# повідомлення} few {# повідомлення} many {# повідомлень} other {# повідомлення}}',
  aboutPlace: 'Місце на дошці',
  aboutGone: 'Те, чого вже немає на дошці',
  about: 'Про: {text}',
  showAbout: 'Показати на дошці: {text}',
  newComment: 'Новий коментар',
  commentField: 'Коментар',
  fieldHint: 'Щоб звернутися до когось, напишіть @ та ім’я. Enter надсилає, Shift+Enter починає новий рядок.',
  send: 'Надіслати',
  tooLong: '{count, plural, one {Задовго на # знак} few {Задовго на # знаки} many {Задовго на # знаків} other {Задовго на # знака}}',
  suggested:
    '{count, plural, one {# особа. Вибирайте стрілками, підтверджуйте клавішею Enter.} few {# особи. Вибирайте стрілками, підтверджуйте клавішею Enter.} many {# осіб. Вибирайте стрілками, підтверджуйте клавішею Enter.} other {# особи. Вибирайте стрілками, підтверджуйте клавішею Enter.}}',
  suggestions: 'Люди',
  isHere: 'зараз тут',
  somebody: 'Хтось',

  mentionsYou: '{name} згадує вас: {text}',
  show: 'Показати',

  reactionBy: '{sign}: {names}',
  others: '{count, plural, one {хтось} few {ще # особи} many {ще # осіб} other {ще # особи}}',

  follow: 'Стежити',
  followsYou: 'стежить за вами',
  ended_moved: 'Ви більше не бачите екран учасника: {name}.',
  ended_left: '{name} більше не на дошці.',
  ended_mutual: '{name} тепер стежить за вами.',

  lookHere: '{name}: погляньте сюди',
  lookThere: '{name}: погляньте сюди. Перейти туди.',
};

export default texts;
