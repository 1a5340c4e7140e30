// Words for what lies beside and over the sheet, and for conversations, in Ukrainian.
import type { Texts } from '../areas.ts';

export default {
  onBoard: 'На дошці',
  onBoardHint: 'Нотатки, малюнки та все інше, що лежить на дошці вільно.',
  elsewhere: 'Картки без місця',
  newNote: 'Нова нотатка …',
  addNote: 'Додати нотатку',
  addPicture: 'Додати зображення',
  picturesOnTheWay:
    '{count, plural, one {Надсилається # зображення …} few {Надсилаються # зображення …} many {Надсилаються # зображень …} other {Надсилаються # зображення …}}',
  noteMade: 'Нотатка на дошці.',
  objectAt: '{what} {position} з {count}',
  text_connector: 'Підпис стрілки',
  text_frame: 'Назва рамки',
  text_image: 'Що на зображенні',
  text_shape: 'Текст фігури',
  actionsOf: 'Що можна зробити з: {title}',
  takeOut: 'Вийняти з клітинки',
  takenOut: 'Тепер лежить поруч з аркушем.',
  putOnBoard: 'Покласти на дошку',
  lock: 'Заблокувати',
  unlock: 'Розблокувати',
  lockedBy: 'Хто заблокував: {name}',

  reactions: 'Реакції',
  react: 'Відреагувати …',
  reaction: '{sign}: {count, plural, one {# людина} few {# людини} many {# людей} other {# людини}}',

  comments: '{count, plural, =0 {Коментувати} one {# коментар} few {# коментарі} many {# коментарів} other {# коментаря}}',
  thread: 'Розмова: {text}',
  yourComment: 'Ваш коментар',
  yourReply: 'Ваша відповідь',
  resolve: 'Позначити вирішеним',
  reopen: 'Відкрити знову',
  resolvedBy: 'Хто вирішив: {name}',
  deleteComment: 'Видалити коментар',
  deleteReply: 'Видалити відповідь: {text}',
  tooLong: '{count, plural, one {Задовго на # знак} few {Задовго на # знаки} many {Задовго на # знаків} other {Задовго на # знака}}',

  hintNote: 'Візьміть «Нотатку», клацніть на дошці й пишіть.',
  hintNoteSmall: 'Пишіть у полі й натисніть Enter: це нотатка.',
  hintArrange: 'Перетягніть усе туди, де йому місце. Клацніть двічі, щоб змінити.',
  hintArrangeSmall: 'Коментарі та реакції стоять під кожною нотаткою.',

  others_added: '{who} кладе на дошку: {what}',
  others_changed: 'Змінено на дошці: {what}',
  others_moved: 'Тепер поруч з аркушем: {what}',
  others_binned: '{who} кладе до кошика: {what}',
  others_restored: 'Знову на дошці: {what}',

  unknownTitle: 'Дошка новіша за цю сторінку',
  unknownReloading: 'Перезавантажте сторінку, щоб отримати нову версію. Нічого не втрачено.',
  unknownLead:
    'Поки що все, що на ній написано, можна прочитати тут. Змінити це на цій сторінці не можна. Якщо перезавантаження не допомагає, зверніться до ведучого.',
  unknownCell: 'Клітинка {number}',
  unknownEmpty: 'На ній ще нічого не написано.',
  unknownReload: 'Перезавантажити сторінку',
  unknownAway: 'Не вдалося завантажити те, що написано на дошці. Воно збережене на сервері й з’явиться саме, щойно відновиться з’єднання.',

  binKeeps:
    '{days, plural, one {Картки лишаються тут # день.} few {Картки лишаються тут # дні.} many {Картки лишаються тут # днів.} other {Картки лишаються тут # дня.}}',
  binEmpty: 'Кошик порожній. Картки лишаються в ньому {days, plural, one {# день} few {# дні} many {# днів} other {# дня}}.',
  binMany:
    '{count, plural, one {Покласти # картку до кошика?} few {Покласти # картки до кошика?} many {Покласти # карток до кошика?} other {Покласти # картки до кошика?}}',
  binManyHint: 'Їх можна повернути з кошика протягом {days, plural, one {# дня} few {# днів} many {# днів} other {# дня}}.',
  binManyYes:
    '{count, plural, one {Покласти # картку до кошика} few {Покласти # картки до кошика} many {Покласти # карток до кошика} other {Покласти # картки до кошика}}',
} satisfies Texts<'free'>;
