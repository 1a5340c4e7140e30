// The report of a workshop as Markdown: a block per group with the labels of its form, sums per currency, open checks as footnotes in
// the internal version. Pure: what it says of a board comes from the board's kind; here is only the order of things.
import { escapeMarkdown, moneyText, publicReader, reportBlock, type Sum, WORDS } from '@masa/shared/board';
import type { Currency, Language, Localized } from '@masa/shared/core';
import type { Group, Workshop } from '@masa/shared/workshop';
import type { OpenedBoard } from '../workshops/contents.ts';

export interface ReportInput {
  readonly workshop: Workshop;
  readonly groups: readonly Group[];
  readonly boards: readonly OpenedBoard[];
  /** Of the labels. */
  readonly language: Language;
  readonly public: boolean;
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

export function workshopReport({ workshop, groups, boards, language, public: isPublic, at }: ReportInput): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: workshop.timeZone }).format(at);
  const out = [
    `# ${escapeMarkdown(workshop.title)}`,
    '',
    `${TEXTS.asOf[language]} ${when}. ${TEXTS[isPublic ? 'public' : 'internal'][language]}`,
    '',
    `## ${TEXTS.results[language]}`,
    '',
  ];

  for (const group of groups) {
    const own = boards.filter((each) => each.board.groupId === group.id);
    if (own.length === 0) out.push(`### ${heading(group, language)}`, '', TEXTS.noSheet[language], '');
    for (const [index, opened] of own.entries()) {
      out.push(
        reportBlock(opened.reader, { language, public: isPublic, group, key: `${group.number}-${index + 1}`, ...titleOf(opened, own.length) }),
        '',
      );
    }
  }

  const shared = boards.filter((each) => each.board.groupId === null);
  if (shared.length > 0) {
    out.push(`## ${TEXTS.shared[language]}`, '');
    for (const [index, opened] of shared.entries()) {
      out.push(reportBlock(opened.reader, { language, public: isPublic, title: opened.board.title, key: `s-${index + 1}` }), '');
    }
  }

  const sums = totals(boards, isPublic, language);
  if (sums.length > 0) out.push(`## ${TEXTS.allGroups[language]}`, '', ...sums.map((sum) => sumLine(sum, language)), '');
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** A group's only sheet needs no title of its own. */
const titleOf = ({ board }: OpenedBoard, boards: number): { title?: string } => (boards > 1 ? { title: board.title } : {});

const heading = (group: Group, language: Language): string =>
  `${WORDS.table[language]} ${group.number}${group.name === '' ? '' : ` · ${escapeMarkdown(group.name)}`}`;

/** Sums of all boards, per currency; nothing is converted. */
function totals(boards: readonly OpenedBoard[], isPublic: boolean, language: Language): readonly Sum[] {
  const byCurrency = new Map<string, Sum>();
  for (const { reader } of boards) {
    const shown = isPublic ? publicReader(reader, language) : reader;
    for (const sum of shown.kind.analyse(shown).sums) {
      const before = byCurrency.get(sum.currency);
      byCurrency.set(sum.currency, before ? addSums(before, sum) : sum);
    }
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

function sumLine(sum: Sum, language: Language): string {
  const money = (amount: number): string => moneyText({ amount, currency: sum.currency as Currency }, language);
  const parts = (['have', 'missing', 'promised', 'unsaid'] as const)
    .filter((part) => sum[part] > 0)
    .map((part) => `${money(sum[part])} ${WORDS[part][language]}`);
  return `- ${sum.currency}: ${parts.length > 1 ? `${parts.join(' + ')} = ` : ''}${parts.length === 1 ? parts.join('') : `${money(sum.total)} ${WORDS.total[language]}`}`;
}
