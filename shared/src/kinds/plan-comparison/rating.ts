// Rating the plans: each seat says by itself how far each plan meets each criterion, 1 to 5 or "don't know". One answer is about one plan.
// Levels are ordinal, so nothing is averaged or added up: what is shown is who stands where.
import { type BoardReader, type CommandContext, createCards, type Rated, type Round, type Stage } from '../../board/index.ts';
import { fail, isId, isRecord, issue, type Language, type Localized, ok } from '../../core/index.ts';
import type { BoardRecord, Edit } from '../../document/index.ts';
import { localized as text } from '../fields/index.ts';
import { PLANS } from './model.ts';

/** More than ten, and nobody rates with care. */
export const CRITERIA_MAX = 10;

/** From least to most. */
export const LEVELS: readonly { readonly level: number; readonly label: Localized }[] = [
  { level: 1, label: text('hardly', 'почти не', 'aproape deloc', 'майже ні', 'nesten ikke') },
  { level: 2, label: text('a little', 'малко', 'puțin', 'трохи', 'litt') },
  { level: 3, label: text('partly', 'отчасти', 'parțial', 'частково', 'delvis') },
  { level: 4, label: text('largely', 'до голяма степен', 'în mare parte', 'здебільшого', 'i stor grad') },
  { level: 5, label: text('fully', 'напълно', 'pe deplin', 'цілком', 'fullt ut') },
];

/** Criterion id → level. A criterion that is not named was not rated. */
export type PlanRating = Readonly<Record<string, Rated>>;

const isLevel = (value: unknown): value is Rated => value === 'unknown' || LEVELS.some(({ level }) => level === value);

/** The plans that are compared: the first card of each column. */
export const plansOf = (board: BoardReader): readonly BoardRecord[] => {
  const cards = board.inSlot('plans').filter((record) => !record.inert && record.text.trim() !== '');
  return PLANS.flatMap((plan) => cards.find((record) => (record.fields.plan ?? PLANS[0]) === plan) ?? []);
};

/** The criteria that count, in order. */
export const criteriaOf = (board: BoardReader): readonly BoardRecord[] =>
  board
    .inSlot('criteria')
    .filter((record) => !record.inert && record.text.trim() !== '')
    .slice(0, CRITERIA_MAX);

/** What a rating says about one criterion; undefined = nothing. */
export const levelOf = (rating: unknown, criterion: string): Rated | undefined => {
  const level = isRecord(rating) && Object.hasOwn(rating, criterion) ? rating[criterion] : undefined;
  return isLevel(level) ? level : undefined;
};

/** Id of the round. */
export const PLANS_ROUND = 'plans';

export const plansRound: Round = {
  id: PLANS_ROUND,
  label: text(
    'How good are the plans?',
    'Колко добри са плановете?',
    'Cât de bune sunt planurile?',
    'Наскільки добрі плани?',
    'Hvor gode er planene?',
  ),
  about: (board) => plansOf(board).map(({ id }) => id),
  missing(board) {
    if (plansOf(board).length === 0) return issue('plans-missing');
    return criteriaOf(board).length === 0 ? issue('criteria-missing') : null;
  },
  parse(value) {
    if (!isRecord(value)) return fail(issue('bad-answer'));
    const entries = Object.entries(value);
    if (entries.length === 0) return fail(issue('bad-answer'));
    if (entries.length > CRITERIA_MAX) return fail(issue('bad-answer'));
    if (!entries.every(([criterion, level]) => isId(criterion) && isLevel(level))) return fail(issue('not-a-level'));
    return ok(Object.fromEntries(entries));
  },
  shownTo: 'everybody',
};

/** Worded so that 5 is good for each. */
export const USUAL_CRITERIA: readonly Localized[] = [
  text('Covers the need', 'Отговаря на потребността', 'Acoperă necesitatea', 'Відповідає потребі', 'Dekker behovet'),
  text(
    'Feasible with our own resources',
    'Осъществимо със собствени сили',
    'Realizabil cu resurse proprii',
    'Здійсненно власними силами',
    'Gjennomførbart med egne ressurser',
  ),
  text('Partners take part', 'Партньорите участват', 'Partenerii participă', 'Партнери беруть участь', 'Partnere er med'),
  text('Low risk', 'Малък риск', 'Risc mic', 'Невеликий ризик', 'Liten risiko'),
  text('Worth its cost', 'Струва си парите', 'Merită banii', 'Варте витрачених коштів', 'Verdt pengene'),
  text('Lasting effect', 'Траен ефект', 'Efect de durată', 'Тривалий ефект', 'Varig effekt'),
];

/** Adds the usual criteria that are not there yet, in one language, as far as there is room for them. */
export function addUsualCriteria(board: BoardReader, language: Language, context: CommandContext): readonly Edit[] {
  const there = board.inSlot('criteria');
  const isThere = (criterion: Localized): boolean => there.some((card) => Object.values(criterion).includes(card.text.trim()));
  const wanted = USUAL_CRITERIA.filter((criterion) => !isThere(criterion)).slice(0, Math.max(0, CRITERIA_MAX - there.length));
  return createCards(
    board,
    { cell: 'criteria', index: there.length },
    wanted.map((criterion) => ({ text: criterion[language] })),
    context,
  );
}

export const stages: readonly Stage[] = [
  {
    id: 'prepare',
    label: text('Prepare', 'Подготовка', 'Pregătim', 'Підготовка', 'Forbered'),
    task: text(
      'Put three plans beside one another and agree by what you judge them.',
      'Поставете три плана един до друг и се разберете по какво ще ги преценявате.',
      'Puneți trei planuri alături și stabiliți criteriile după care le evaluați.',
      'Покладіть поруч три плани й домовтеся про критерії оцінювання.',
      'Legg tre planer ved siden av hverandre, og bli enige om hva dere vurderer dem etter.',
    ),
    writing: 'together',
  },
  {
    id: 'rate',
    label: text('Rate', 'Оценяване', 'Evaluăm', 'Оцінювання', 'Vurder'),
    task: text(
      'Rate each plan by yourself. Nobody sees your answers until all are opened.',
      'Оценете всеки план сами. Никой не вижда отговорите ви, докато не ги отворим всички.',
      'Evaluați singuri fiecare plan. Nimeni nu vede răspunsurile până când le deschidem pe toate.',
      'Оцініть кожен план самостійно. Ніхто не побачить відповідей, доки не відкриємо всі.',
      'Vurder hver plan på egen hånd. Ingen ser svarene dine før alle åpnes.',
    ),
    writing: 'nothing',
    asks: PLANS_ROUND,
  },
  {
    id: 'reveal',
    label: text('Compare', 'Сравняване', 'Comparăm', 'Порівняння', 'Sammenlign'),
    task: text(
      'Look where you differ, and talk about that first.',
      'Вижте къде се различавате и говорете първо за това.',
      'Vedeți unde aveți păreri diferite și vorbiți mai întâi despre asta.',
      'Подивіться, у чому ви розходитеся, і спершу поговоріть про це.',
      'Se hvor dere er uenige, og snakk om det først.',
    ),
    writing: 'nothing',
    shows: [PLANS_ROUND],
  },
  {
    id: 'take-over',
    label: text('Take over', 'Какво вземаме', 'Preluăm', 'Переймаємо', 'Ta med videre'),
    task: text(
      'Write together what you take over from each plan, and who does it.',
      'Напишете заедно какво вземате от всеки план и кой ще го направи.',
      'Scrieți împreună ce preluați din fiecare plan și cine se ocupă.',
      'Запишіть разом, що переймаєте з кожного плану й хто це зробить.',
      'Skriv sammen hva dere tar med fra hver plan, og hvem som gjør det.',
    ),
    writing: 'together',
    shows: [PLANS_ROUND],
  },
];
