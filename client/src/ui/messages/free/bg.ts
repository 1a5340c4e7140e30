// Words for what lies beside and over the sheet, and for conversations, in Bulgarian.
import type { Texts } from '../areas.ts';

export default {
  onBoard: 'На дъската',
  onBoardHint: 'Бележки, рисунки и всичко друго, което лежи свободно на дъската.',
  elsewhere: 'Картички без място',
  newNote: 'Нова бележка …',
  addNote: 'Добави бележка',
  noteMade: 'Бележката е на дъската.',
  objectAt: '{what} {position} от {count}',
  text_connector: 'Надпис на стрелката',
  text_frame: 'Заглавие на рамката',
  text_image: 'Какво се вижда на снимката',
  text_shape: 'Текст на фигурата',
  actionsOf: 'Какво може да се направи с: {title}',
  takeOut: 'Извади от клетката',
  takenOut: 'Сега лежи до листа.',
  putOnBoard: 'Сложи на дъската',
  lock: 'Заключи',
  unlock: 'Отключи',
  lockedBy: 'Заключено от {name}',

  reactions: 'Реакции',
  react: 'Реагирай …',
  reaction: '{sign}: {count, plural, one {# човек} other {# души}}',

  comments: '{count, plural, =0 {Коментар} one {# коментар} other {# коментара}}',
  thread: 'Разговор: {text}',
  yourComment: 'Вашият коментар',
  yourReply: 'Вашият отговор',
  resolve: 'Приключи',
  reopen: 'Отвори отново',
  resolvedBy: 'Приключено от {name}',
  deleteComment: 'Изтрий коментара',
  deleteReply: 'Изтрий отговора: {text}',
  tooLong: '{count, plural, one {С # знак повече} other {С # знака повече}}',

  hintNote: 'Вземете „Бележка“, щракнете върху дъската и пишете.',
  hintNoteSmall: 'Пишете в полето и натиснете Enter: това е бележка.',
  hintArrange: 'Плъзнете всичко там, където му е мястото. Щракнете два пъти, за да го промените.',
  hintArrangeSmall: 'Коментарите и реакциите стоят под всяка бележка.',

  others_added: '{who} сложи на дъската: {what}',
  others_changed: 'Променено на дъската: {what}',
  others_moved: 'Вече е до листа: {what}',
  others_binned: '{who} сложи в кошчето: {what}',
  others_restored: 'Отново на дъската: {what}',
} satisfies Texts<'free'>;
