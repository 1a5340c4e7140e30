// How the objects of the free layer are told in words, in the five languages: for the outline, exports and people who do not see the
// board. One place, so that they never disagree. Knows no screen.
import { type BoardReader, type Check, MARK_WORDS, oneLine, type Telling, WORDS } from '../board/index.ts';
import type { Language, Localized, Point } from '../core/index.ts';
import { type BoardRecord, isCellPlace } from '../document/index.ts';
import { commentLooks, connectorLooks, type End, replyLooks, type Sign, stampLooks } from './looks.ts';

const text = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

/** Sentences about objects; `{…}` are filled in. */
const SAYS = {
  arrow: text('Arrow', 'Стрелка', 'Săgeată', 'Стрілка', 'Pil'),
  line: text('Line', 'Линия', 'Linie', 'Лінія', 'Linje'),
  from: text('{what} from “{from}”', '{what} от „{from}“', '{what} de la „{from}”', '{what} від «{from}»', '{what} fra «{from}»'),
  to: text('{what} to “{to}”', '{what} към „{to}“', '{what} spre „{to}”', '{what} до «{to}»', '{what} til «{to}»'),
  fromTo: text(
    '{what} from “{from}” to “{to}”',
    '{what} от „{from}“ към „{to}“',
    '{what} de la „{from}” spre „{to}”',
    '{what} від «{from}» до «{to}»',
    '{what} fra «{from}» til «{to}»',
  ),
  between: text(
    '{what} between “{from}” and “{to}”',
    '{what} между „{from}“ и „{to}“',
    '{what} între „{from}” și „{to}”',
    '{what} між «{from}» і «{to}»',
    '{what} mellom «{from}» og «{to}»',
  ),
  note: text('Empty note', 'Празна бележка', 'Notiță goală', 'Порожня нотатка', 'Tom lapp'),
  shape: text('Shape', 'Фигура', 'Formă', 'Фігура', 'Figur'),
  picture: text('Picture: {text}', 'Снимка: {text}', 'Imagine: {text}', 'Зображення: {text}', 'Bilde: {text}'),
  undescribed: text('Picture without description', 'Снимка без описание', 'Imagine fără descriere', 'Зображення без опису', 'Bilde uten beskrivelse'),
  drawing: text('Drawing', 'Рисунка', 'Desen', 'Малюнок', 'Tegning'),
  drawingBy: text('Drawing by {name}', 'Рисунка от {name}', 'Desen de {name}', 'Малюнок, автор: {name}', 'Tegning av {name}'),
  stamp: text('Stamp: {text}', 'Печат: {text}', 'Ștampilă: {text}', 'Штамп: {text}', 'Stempel: {text}'),
  comment: text('Comment: {text}', 'Коментар: {text}', 'Comentariu: {text}', 'Коментар: {text}', 'Kommentar: {text}'),
  reply: text('Reply: {text}', 'Отговор: {text}', 'Răspuns: {text}', 'Відповідь: {text}', 'Svar: {text}'),
  by: text('{name}: {text}', '{name}: {text}', '{name}: {text}', '{name}: {text}', '{name}: {text}'),
} as const;

type Values = Readonly<Record<string, string>>;

const say = (name: keyof typeof SAYS, language: Language, values: Values = {}): string =>
  SAYS[name][language].replace(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? '');

/** Names of joined objects are cut at so many characters. */
const NAME_MAX = 40;

/** What an object is called where another speaks of it: its text, else what it is. Empty for one that is not on the board. */
export function nameOfObject(board: BoardReader, id: string, language: Language): string {
  const record = id === '' ? undefined : board.get(id);
  if (!record || record.gone !== null || record.inert) return '';
  const text = oneLine(record.text, NAME_MAX);
  if (text !== '') return text;
  const told = Object.hasOwn(board.kind.types, record.type) ? board.kind.types[record.type] : undefined;
  return record.type === 'connector' ? say('arrow', language) : (told?.told?.title(record, board, language) ?? '');
}

const withText = (title: string, record: BoardRecord): string => (record.text.trim() === '' ? title : `${title}: ${record.text}`);

function connectorTitle(record: BoardRecord, board: BoardReader, language: Language): string {
  const { start, end, startHead, endHead } = connectorLooks(record);
  const [hasStart, hasEnd] = [startHead !== 'none', endHead !== 'none'];
  // An arrow that points at its start leads from its end.
  const [tail, tip] = hasStart && !hasEnd ? [end, start] : [start, end];
  const [from, to] = [nameOfObject(board, tail.on, language), nameOfObject(board, tip.on, language)];
  const what = say(hasStart || hasEnd ? 'arrow' : 'line', language);
  const values = { what, from, to };
  if (from !== '' && to !== '') return withText(say(hasStart === hasEnd ? 'between' : 'fromTo', language, values), record);
  if (from !== '') return withText(say('from', language, values), record);
  return withText(to === '' ? what : say('to', language, values), record);
}

/** Where an end stands, as far as boxes tell: an end at a card in a cell stands somewhere on the sheet. */
function endPoint(board: BoardReader, { on, at }: End): Point | undefined {
  if (on === '') return { x: at[0], y: at[1] };
  const held = board.get(on);
  if (!held || held.gone !== null || isCellPlace(held.place)) return undefined;
  const [x, y, w, h] = held.place.box;
  return { x: x + w * at[0], y: y + h * at[1] };
}

function connectorMiddle(record: BoardRecord, board: BoardReader): Point {
  const { start, end } = connectorLooks(record);
  const [a, b] = [endPoint(board, start), endPoint(board, end)];
  const one = a ?? b ?? { x: 0, y: 0 };
  const other = b ?? one;
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

const UNDESCRIBED: Check = {
  code: 'picture-without-description',
  level: 'advice',
  message: text(
    'What does the picture show? Say it for those who do not see it.',
    'Какво се вижда на снимката? Кажете го за хората, които не я виждат.',
    'Ce se vede în imagine? Spuneți-o pentru cei care nu o văd.',
    'Що на зображенні? Опишіть для тих, хто його не бачить.',
    'Hva viser bildet? Si det for dem som ikke ser det.',
  ),
};

const isPerson = (name: string): boolean => name.trim() !== '';

const written = (empty: keyof typeof SAYS): Telling => ({
  title: (record, _, language) => (record.text.trim() === '' ? say(empty, language) : record.text),
});

/** The message with its writer; without a name, as outside of the workshop, the message alone. */
const message =
  (what: 'comment' | 'reply'): Telling['title'] =>
  (record, _, language) => {
    const { text, author } = record;
    return say(what, language, { text: isPerson(author.name) ? say('by', language, { name: author.name, text }) : text });
  };

const isTalk = (record: BoardRecord | undefined): boolean => record?.type === 'comment' || record?.type === 'reply';

const signWords: Readonly<Record<Sign, Localized>> = MARK_WORDS;

export const TELLING = {
  note: written('note'),
  text: { title: (record) => record.text },
  shape: written('shape'),
  connector: { title: connectorTitle, middle: connectorMiddle },
  ink: {
    title: ({ author }, _, language) => (isPerson(author.name) ? say('drawingBy', language, { name: author.name }) : say('drawing', language)),
    outside: 'counted',
  },
  image: {
    title: (record, _, language) => (record.text.trim() === '' ? say('undescribed', language) : say('picture', language, { text: record.text })),
    checks: (record) => (record.text.trim() === '' ? [{ ...UNDESCRIBED, card: record.id }] : []),
    outside: 'counted',
  },
  frame: { title: (record, _, language) => (record.text.trim() === '' ? WORDS.untitledFrame[language] : record.text), holds: true },
  stamp: { title: (record, _, language) => say('stamp', language, { text: signWords[stampLooks(record).sign][language] }) },
  comment: {
    title: message('comment'),
    under(record, board) {
      const { on } = commentLooks(record);
      return on === '' || isTalk(board.get(on)) ? undefined : on;
    },
    settled: (record) => commentLooks(record).resolved,
    outside: 'withheld',
  },
  reply: {
    title: message('reply'),
    under(record, board) {
      const { of } = replyLooks(record);
      return board.get(of)?.type === 'comment' ? of : undefined;
    },
    outside: 'withheld',
  },
} as const satisfies Readonly<Record<string, Telling>>;
