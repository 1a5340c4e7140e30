// What people type and paste, and what is understood of it.

import { readOnlyReason } from '@masa/client/board/readOnlyReason.ts';
import { createEditor } from '@masa/client/editor/Editor.ts';
import { readWritten, writtenOf } from '@masa/client/panels/fieldText.ts';
import { lengthOf } from '@masa/client/panels/longText.ts';
import { readPasted } from '@masa/client/panels/pasteReading.ts';
import { groupsOf, planOf, takenOf, withAddress, withTaken, withText } from '@masa/client/panels/sheetPlan.ts';
import type { FieldInput } from '@masa/shared/board';
import { type Language, LIMITS } from '@masa/shared/core';
import { formA, type ParsedSheet, serviceCanvas, sheetToEdits } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTHOR, fuzz, newDoc } from '../shared/sheets.ts';

const inputOf = (name: string): FieldInput => serviceCanvas.types.card?.facets[name]?.input ?? { as: 'line' };
const read = (name: string, text: string, language: Language = 'bg') => readWritten(inputOf(name), text, { language, currency: 'EUR' });

test.each([
  ['2 000 лв.', { amount: 2_000, currency: 'BGN' }, '2 000 BGN'],
  ['300лв', { amount: 300, currency: 'BGN' }, '300 BGN'],
  ['1.500,50', { amount: 1_500.5, currency: 'EUR' }, '1 500,50 EUR'],
  ['1 500 NOK', { amount: 1_500, currency: 'NOK' }, '1 500 NOK'],
])('PANEL-1 the amount %s is read and said back', (text, value, echo) => {
  expect(read('cost', text)).toEqual({ ok: true, value: { value, echo, ambiguous: false, swapped: false } });
});

test('PANEL-2 an ambiguous amount is read by the viewer’s language and asked about', () => {
  expect(read('cost', '1.500')).toMatchObject({ value: { value: { amount: 1_500 }, ambiguous: true } });
  expect(read('cost', '1.500', 'en')).toMatchObject({ value: { value: { amount: 1.5 }, ambiguous: true } });
});

test.each([
  ['cost', 'около триста', 'not-money'],
  ['cost', '-5 лв.', 'not-in-range'],
  ['cost', '5 000 000 000', 'not-in-range'],
  ['share', '140 %', 'not-in-range'],
  ['share', 'много', 'not-a-percent'],
  ['size', '-3', 'not-in-range'],
  ['size', '99 999 999', 'not-in-range'],
  ['size', 'двайсет', 'not-a-number'],
  ['age', '20 до 30 и 40', 'not-a-span'],
  ['age', '20-400', 'not-in-range'],
  ['who', 'я'.repeat(LIMITS.attributeMax + 1), 'too-long'],
])('PANEL-3 %s “%s” is refused as %s', (name, text, code) => {
  expect(read(name, text)).toMatchObject({ ok: false, error: { code } });
});

test.each([
  ['share', '10 %', { value: 10, of: 'share', base: '' }],
  ['share', '+150 %', { value: 150, of: 'growth', base: '' }],
  ['share', '10 % от безработните', { value: 10, of: 'share', base: 'безработните' }],
  ['size', '1 200', 1_200],
  ['age', '20–35', { from: 20, to: 35 }],
  ['age', 'над 50', { from: 50, to: null }],
  ['age', 'до 3', { from: null, to: 3 }],
  ['age', '40', { from: 40, to: 40 }],
  ['who', '  Анна   Петрова ', 'Анна Петрова'],
])('PANEL-4 %s “%s” is understood', (name, text, value) => {
  expect(read(name, text)).toMatchObject({ ok: true, value: { value } });
});

test('PANEL-5 ages the wrong way round are exchanged, with notice', () => {
  expect(read('age', '35-20')).toMatchObject({ ok: true, value: { value: { from: 20, to: 35 }, swapped: true } });
});

test.each(['cost', 'share', 'size', 'age', 'who', 'description'])('PANEL-6 an emptied %s is empty again', (name) => {
  expect(read(name, '  ')).toMatchObject({ ok: true, value: { value: null } });
});

test.each([
  ['cost', { amount: 1_500.5, currency: 'EUR' }],
  ['size', 1_200],
  ['age', { from: 20, to: 35 }],
  ['age', { from: 50, to: null }],
  ['age', { from: null, to: 3 }],
  ['share', { value: -15, of: 'growth', base: '' }],
  ['share', { value: 10.5, of: 'share', base: '' }],
] as const)('PANEL-7 what stands in the control for %s reads as the same value again: %o', (name, value) => {
  const written = writtenOf(inputOf(name), value, 'bg');
  expect(read(name, written)).toMatchObject({ ok: true, value: { value } });
});

test('PANEL-8 a pasted list is several cards: lines, bullets, semicolons; at most fifty', () => {
  expect(readPasted('работа\nинтервю\nкомпютри', 'bg', 'EUR')).toMatchObject({ as: 'list', entries: ['работа', 'интервю', 'компютри'] });
  expect(readPasted('• зала\n• маси', 'bg', 'EUR')).toMatchObject({ as: 'list', entries: ['зала', 'маси'] });
  expect(readPasted('зала; маси; лампа', 'bg', 'EUR')).toMatchObject({ as: 'list', entries: ['зала', 'маси', 'лампа'] });
  expect(readPasted('Само една мисъл, с запетая', 'bg', 'EUR')).toMatchObject({ as: 'text' });
  expect(readPasted(' \u200b\n ', 'bg', 'EUR')).toEqual({ as: 'nothing' });
  const many = readPasted(Array.from({ length: 70 }, (_, at) => `мисъл ${at}`).join('\n'), 'bg', 'EUR');
  expect(many.as === 'list' && many.entries.length).toBe(LIMITS.pastedListMax);
  expect(many.as === 'list' && many.entries.at(-1)).toContain('мисъл 69');
});

const SHEETS: Readonly<Record<Language, string>> = {
  bg: 'Целева група – млади родители\nПотребности: топло място; разговор\nПартньори – общината',
  ro: 'Grup-țintă: părinți tineri\nNecesități: un loc cald; o discuție\nParteneri: primăria',
  uk: 'Цільова група: молоді батьки\nПотреби – тепле місце; розмова\nПартнери: громада',
  nb: 'Målgruppe: småbarnsforeldre\nBehov – et varmt sted; en samtale\nSamarbeidspartnere: kommunen',
  en: 'Target group: young parents\nNeeds – a warm place; a talk\nPartners: the municipality',
};

test.each(Object.entries(SHEETS))('PANEL-9 a whole sheet in %s is recognised by its labels, one label alone is not', (language, text) => {
  const pasted = readPasted(text, language as Language, 'EUR');
  expect(pasted.as === 'sheets' && pasted.sheets[0]?.cells.map((cell) => cell.id)).toEqual(['target-group', 'needs', 'partners']);
  const [, needs = ''] = text.split('\n');
  expect(readPasted(needs, language as Language, 'EUR').as).not.toBe('sheets');
});

const board = () =>
  createEditor({
    doc: newDoc(),
    kind: serviceCanvas,
    template: formA,
    language: 'bg',
    measure: { text: (piece) => piece.length, summary: (piece) => piece.length },
    context: () => ({ author: AUTHOR, now: 5 }),
  });

test('PANEL-10 what fits no cell goes to parking, what was changed in the preview counts, and one undo takes all back', () => {
  const pasted = readPasted(`Поздрави от Враца!\n\n${SHEETS.bg}`, 'bg', 'EUR');
  const [sheet] = pasted.as === 'sheets' ? pasted.sheets : [];
  if (!sheet) throw new Error('no sheet');
  let plan = planOf(sheet);
  expect(groupsOf(plan).at(-1)).toMatchObject({ address: 'parking', cards: [{ text: 'Поздрави от Враца!' }] });
  const keyOf = (text: string): number => plan.find((card) => card.text === text)?.key ?? -1;
  plan = withAddress(plan, keyOf('разговор'), 'activities');
  plan = withText(plan, keyOf('общината'), 'община Враца');
  plan = withTaken(plan, keyOf('топло място'), false);
  const editor = board();
  editor.perform(sheetToEdits(editor.board(), takenOf(plan), editor.context()));
  const cellOf = (id: string) => formA.cells.find((cell) => cell.id === id);
  const inCell = (id: string): readonly string[] => {
    const cell = cellOf(id);
    return cell
      ? editor
          .board()
          .inCell(cell)
          .map((record) => record.text)
      : [];
  };
  expect(inCell('activities')).toEqual(['разговор']);
  expect(inCell('partners')).toEqual(['община Враца']);
  expect(inCell('needs')).toEqual([]);
  expect(inCell('parking')).toEqual(['Поздрави от Враца!']);
  expect(
    editor
      .board()
      .live()
      .every((record) => record.origin.how === 'pasted'),
  ).toBe(true);
  editor.undo();
  expect(editor.board().live()).toEqual([]);
});

test('PANEL-11 the counter appears above 300, splitting is offered above 500, above 2,000 a text is refused; length is what one sees', () => {
  const says = (count: number) => lengthOf('я'.repeat(count)).length;
  expect([300, 301, 500, 501, 2_000, 2_001].map(says)).toEqual(['fine', 'counted', 'counted', 'long', 'long', 'too-long']);
  expect(lengthOf('👩‍👩‍👧‍👦'.repeat(300)).length).toBe('fine');
  expect(lengthOf('я'.repeat(2_010)).left).toBe(-10);
});

test('PANEL-12 whatever is pasted, no visible character is lost', () => {
  const visible = (text: string): string =>
    Array.from(text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, ''))
      .sort()
      .join('');
  const textOf = (sheets: readonly ParsedSheet[]): string =>
    sheets
      .flatMap((sheet) => [
        sheet.heading ?? '',
        ...sheet.rest,
        ...sheet.cells.flatMap((cell) => [cell.label, ...cell.cards.map((card) => card.source ?? card.text)]),
      ])
      .join(' ');
  const words = fc.array(fc.constantFrom('зала', 'маса 2', 'Потребности:', 'Партньори –', '300лв.', '\n', '; ', '• ', ' '), { maxLength: 60 });
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(' ');
      const pasted = readPasted(text, 'bg', 'EUR');
      const kept =
        pasted.as === 'list' ? pasted.entries.join(' ') : pasted.as === 'text' ? pasted.text : pasted.as === 'sheets' ? textOf(pasted.sheets) : '';
      expect(visible(kept)).toBe(visible(text));
    }),
    fuzz(300),
  );
});

test('PANEL-28 a board whose connection is over for good is read only; who could write and no longer may was stopped', () => {
  const writing = { end: null, mayWrite: true, couldWrite: true, isFrozen: false, isParticipant: true } as const;
  expect(readOnlyReason(writing)).toBeNull();
  for (const end of ['forbidden', 'signed-out', 'deleted', 'elsewhere', 'closed'] as const) expect(readOnlyReason({ ...writing, end })).toBe('role');
  expect(readOnlyReason({ ...writing, end: 'refused' })).toBe('refused');
  expect(readOnlyReason({ ...writing, end: 'other-epoch' })).toBeNull();
  expect(readOnlyReason({ ...writing, mayWrite: false })).toBe('frozen');
  expect(readOnlyReason({ ...writing, mayWrite: false, couldWrite: false })).toBe('role');
  expect(readOnlyReason({ ...writing, mayWrite: false, couldWrite: false, isFrozen: true })).toBe('frozen');
  expect(readOnlyReason({ ...writing, mayWrite: false, isParticipant: false, isFrozen: true })).toBe('role');
});
