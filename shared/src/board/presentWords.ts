// The few words with which boards are written out – outline, exports, report – in the five languages. Owns no logic.
import type { Localized } from '../core/index.ts';

const text = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

export const WORDS = {
  alsoFilled: text('Also filled', 'Попълнено е и', 'Mai sunt completate', 'Також заповнено', 'Også fylt ut'),
  elsewhere: text('Elsewhere on the board', 'Другаде на дъската', 'În altă parte pe tablă', 'В іншому місці на дошці', 'Andre steder på tavlen'),
  notSupported: text('Not supported here', 'Не се поддържа тук', 'Nu poate fi afișat aici', 'Тут не підтримується', 'Kan ikke vises her'),
  notShown: text(
    'Not shown: sensitive',
    'Не се показва: чувствително',
    'Nu se afișează: sensibil',
    'Не показано: чутлива інформація',
    'Vises ikke: sensitivt',
  ),
  staysInside: text(
    'Not shown: stays inside the workshop',
    'Не се показва: остава в рамките на срещата',
    'Nu se afișează: rămâne în atelier',
    'Не показано: лишається в межах зустрічі',
    'Vises ikke: blir i workshopen',
  ),
  table: text('Table', 'Маса', 'Masa', 'Стіл', 'Bord'),
  targetGroupAssigned: text('Target group assigned', 'Зададена целева група', 'Grup-țintă atribuit', 'Призначена цільова група', 'Tildelt målgruppe'),
  sums: text('Sums', 'Суми', 'Sume', 'Суми', 'Summer'),
  have: text('have', 'имаме', 'avem', 'маємо', 'har'),
  missing: text('missing', 'липсват', 'lipsesc', 'бракує', 'mangler'),
  promised: text('promised', 'обещани', 'promise', 'обіцяно', 'lovet'),
  unsaid: text('not said', 'не е посочено', 'nespecificat', 'не вказано', 'ikke sagt'),
  total: text('total', 'общо', 'total', 'разом', 'totalt'),
  openQuestions: text('Open questions', 'Отворени въпроси', 'Întrebări deschise', 'Відкриті питання', 'Åpne spørsmål'),
  cell: text('Cell', 'Клетка', 'Caseta', 'Клітинка', 'Rute'),
  order: text('Order', 'Ред', 'Ordinea', 'Порядок', 'Rekkefølge'),
  cardText: text('Text', 'Текст', 'Text', 'Текст', 'Tekst'),
  notes: text('Notes', 'Бележки', 'Notițe', 'Нотатки', 'Notater'),
  tags: text('Tags', 'Етикети', 'Etichete', 'Мітки', 'Stikkord'),
  author: text('Author', 'Автор', 'Autor', 'Автор', 'Forfatter'),
  library: text('Library', 'Библиотека', 'Biblioteca', 'Бібліотека', 'Bibliotek'),
  region: text('Region', 'Област', 'Regiunea', 'Область', 'Region'),
  onBoard: text('On the board', 'На дъската', 'Pe tablă', 'На дошці', 'På tavlen'),
  untitledFrame: text('Frame without a title', 'Рамка без заглавие', 'Cadru fără titlu', 'Рамка без назви', 'Ramme uten tittel'),
  reactions: text('Reactions', 'Реакции', 'Reacții', 'Реакції', 'Reaksjoner'),
  inPlenary: text('to be said in plenary', 'ще се каже пред всички', 'de spus în plen', 'буде сказано всім', 'tas opp i plenum'),
  settled: text('resolved', 'приключен', 'rezolvat', 'вирішено', 'løst'),
  created: text('Created', 'Създадено', 'Creat', 'Створено', 'Opprettet'),
} as const;

/** Signs people put on objects, as stamps and as reactions, by the name documents carry. */
export const MARK_WORDS = {
  like: text('like', 'харесва ми', 'îmi place', 'подобається', 'liker'),
  heart: text('heart', 'сърце', 'inimă', 'серце', 'hjerte'),
  star: text('star', 'звезда', 'stea', 'зірка', 'stjerne'),
  idea: text('idea', 'идея', 'idee', 'ідея', 'idé'),
  question: text('question', 'въпрос', 'întrebare', 'питання', 'spørsmål'),
  done: text('done', 'готово', 'gata', 'готово', 'ferdig'),
  worry: text('worry', 'притеснение', 'îngrijorare', 'занепокоєння', 'bekymring'),
  thanks: text('thanks', 'благодаря', 'mulțumesc', 'дякую', 'takk'),
} as const;
