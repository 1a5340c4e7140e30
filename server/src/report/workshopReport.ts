// The report of a workshop as Markdown: a block per group with the labels of its form, money per sort and currency, open checks as footnotes in
// the internal version. Pure: what it says of a board comes from the board's kind; here is only the order of things.
import {
  type Analysis,
  type BoardReader,
  type ExportOptions,
  escapeMarkdown,
  moneyText,
  publicReader,
  reportBlock,
  type Sum,
  WORDS,
} from '@masa/shared/board';
import type { Language, Localized } from '@masa/shared/core';
import { templateByRef } from '@masa/shared/kinds';
import type { Group, Workshop } from '@masa/shared/workshop';
import type { OpenedBoard } from '../workshops/contents.ts';

export interface ReportInput {
  readonly workshop: Workshop;
  readonly groups: readonly Group[];
  readonly boards: readonly OpenedBoard[];
  /** Of the labels. */
  readonly language: Language;
  readonly public: boolean;
  /** Id of the template service sheets are printed in; absent: each in the one it is worked on in. */
  readonly form?: string;
  /** Server time, ms: the report is a snapshot. */
  readonly at: number;
}

const say = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

const TEXTS = {
  asOf: say('As of', 'Към', 'La data de', 'Станом на', 'Per'),
  internal: say(
    'Internal version: contains names and contacts.',
    'Вътрешна версия: съдържа имена и контакти.',
    'Versiune internă: conține nume și contacte.',
    'Внутрішня версія: містить імена та контакти.',
    'Intern versjon: inneholder navn og kontakter.',
  ),
  public: say('Public version.', 'Публична версия.', 'Versiune publică.', 'Публічна версія.', 'Offentlig versjon.'),
  results: say('Results of the groups', 'Резултати на групите', 'Rezultatele grupurilor', 'Результати груп', 'Gruppenes resultater'),
  shared: say('Shared boards', 'Общи дъски', 'Table comune', 'Спільні дошки', 'Felles tavler'),
  noSheet: say('No sheet.', 'Няма лист.', 'Fără fișă.', 'Немає аркуша.', 'Ikke noe ark.'),
  allGroups: say('All groups together', 'Всички групи общо', 'Toate grupurile împreună', 'Усі групи разом', 'Alle gruppene samlet'),
} as const;

export function workshopReport({ workshop, groups, boards, language, public: isPublic, form, at }: ReportInput): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: workshop.timeZone }).format(at);
  const out = [
    `# ${escapeMarkdown(workshop.title)}`,
    '',
    `${TEXTS.asOf[language]} ${when}. ${TEXTS[isPublic ? 'public' : 'internal'][language]}`,
    '',
    `## ${TEXTS.results[language]}`,
    '',
  ];

  const asked = form === undefined ? undefined : templateByRef(form);
  const block = ({ reader }: OpenedBoard, of: Pick<ExportOptions, 'title' | 'group'> & { readonly key: string }): string =>
    reportBlock(reader, { language, public: isPublic, ...of, ...(asked?.kind.id === reader.kind.id ? { form: asked.template } : {}) });

  for (const group of groups) {
    const own = boards.filter((each) => each.board.groupId === group.id);
    if (own.length === 0) out.push(`### ${heading(group, language)}`, '', TEXTS.noSheet[language], '');
    for (const [index, opened] of own.entries()) {
      out.push(block(opened, { group, key: `${group.number}-${index + 1}`, ...titleOf(opened, own.length) }), '');
    }
  }

  const shared = boards.filter((each) => each.board.groupId === null);
  if (shared.length > 0) {
    out.push(`## ${TEXTS.shared[language]}`, '');
    for (const [index, opened] of shared.entries()) {
      out.push(block(opened, { title: opened.board.title, key: `s-${index + 1}` }), '');
    }
  }

  const lines = moneyLines(
    boards.map(({ reader }) => (isPublic ? publicReader(reader, language) : reader)),
    language,
  );
  if (lines.length > 0) out.push(`## ${TEXTS.allGroups[language]}`, '', ...lines, '');
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** A group's only sheet needs no title of its own. */
const titleOf = ({ board }: OpenedBoard, boards: number): { title?: string } => (boards > 1 ? { title: board.title } : {});

const heading = (group: Group, language: Language): string =>
  `${WORDS.table[language]} ${group.number}${group.name === '' ? '' : ` · ${escapeMarkdown(group.name)}`}`;

/** The money of all boards: a line a currency for resources, and for each other sort of money; nothing is converted or added across sorts. */
function moneyLines(boards: readonly BoardReader[], language: Language): readonly string[] {
  const analyses = boards.map((board) => ({ kind: board.kind, ...board.kind.analyse(board) }));
  const labels = new Map<string, string>();
  for (const { kind, ledgers = [] } of analyses)
    for (const { slot } of ledgers) if (!labels.has(slot)) labels.set(slot, kind.slots.find(({ id }) => id === slot)?.label[language] ?? slot);
  return [
    ...totals(analyses.map(({ sums }) => sums)).map((sum) => sumLine(sum, sum.currency, language)),
    ...[...labels].flatMap(([slot, label]) =>
      totals(analyses.flatMap(({ ledgers = [] }) => ledgers.filter((ledger) => ledger.slot === slot).map(({ sums }) => sums))).map((sum) =>
        sumLine(sum, `${label}, ${sum.currency}`, language),
      ),
    ),
  ];
}

/** Added up per currency, in the order in which currencies come. */
function totals(many: readonly Analysis['sums'][]): readonly Sum[] {
  const byCurrency = new Map<string, Sum>();
  for (const sum of many.flat()) {
    const before = byCurrency.get(sum.currency);
    byCurrency.set(sum.currency, before ? addSums(before, sum) : sum);
  }
  return [...byCurrency.values()];
}

/** Amounts have two decimals; adding in cents keeps them exact. */
const plus = (a: number, b: number): number => (Math.round(a * 100) + Math.round(b * 100)) / 100;

const addSums = (a: Sum, b: Sum): Sum => ({
  currency: a.currency,
  have: plus(a.have, b.have),
  missing: plus(a.missing, b.missing),
  promised: plus(a.promised, b.promised),
  unsaid: plus(a.unsaid, b.unsaid),
  total: plus(a.total, b.total),
});

function sumLine(sum: Sum, name: string, language: Language): string {
  const money = (amount: number): string => moneyText({ amount, currency: sum.currency }, language);
  const parts = (['have', 'missing', 'promised', 'unsaid'] as const)
    .filter((part) => sum[part] > 0)
    .map((part) => `${money(sum[part])} ${WORDS[part][language]}`);
  return `- ${name}: ${parts.length > 1 ? `${parts.join(' + ')} = ` : ''}${parts.length === 1 ? parts.join('') : `${money(sum.total)} ${WORDS.total[language]}`}`;
}
