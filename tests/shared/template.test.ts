// What makes a template usable.
import { cellsInOrder, type Template, type TemplateCell, templateRef, validateTemplate, withFallbacks, wordedTemplate } from '@masa/shared/board';
import { LANGUAGES, LIMITS } from '@masa/shared/core';
import { formA, KINDS, kindById, serviceCanvas, templateByRef } from '@masa/shared/kinds';
import { expect, test } from 'vitest';

const with1st = (change: Partial<TemplateCell>): Template => ({
  ...formA,
  cells: formA.cells.map((cell, at) => (at === 0 ? { ...cell, ...change } : cell)),
});
const [first, second] = formA.cells as unknown as readonly [TemplateCell, TemplateCell];

const many: Template = {
  ...formA,
  size: { w: 100, h: 10_000 },
  cells: Array.from({ length: LIMITS.templateCells + 1 }, (_, at) => ({ ...first, id: `c${at}`, rect: { x: 0, y: at * 100, w: 100, h: 100 } })),
};

const FAULTS: readonly [string, string, Template][] = [
  ['no-cells', 'cells', { ...formA, cells: [] }],
  ['too-many-cells', 'cells', many],
  ['duplicate-id', 'cells[1]', { ...formA, cells: formA.cells.map((cell, at) => (at === 1 ? { ...cell, id: first.id } : cell)) }],
  ['bad-id', 'cells[0]', with1st({ id: 'no spaces' })],
  ['bad-id', 'cells[0]', with1st({ id: '__proto__' })],
  ['overlap', 'cells[1]', with1st({ rect: { ...first.rect, w: first.rect.w + 100 } })],
  ['off-page', 'cells[0]', with1st({ rect: { ...first.rect, x: -1 } })],
  ['off-page', 'cells[0]', with1st({ rect: { ...first.rect, h: 0 } })],
  ['off-page', 'cells[0]', with1st({ rect: { ...first.rect, y: Number.NaN } })],
  ['no-slot', 'cells[0]', with1st({ slots: [] })],
  ['unknown-slot', 'cells[0]', with1st({ slots: [{ slot: 'dreams' }] })],
  ['unknown-facet', 'cells[0]', with1st({ slots: [{ slot: 'needs', when: { facet: 'mood', values: [null], enter: null } }] })],
  ['unknown-cell', 'connectors', { ...formA, connectors: [{ from: 'needs', to: 'nowhere' }] }],
];

test.each(FAULTS)('TEMPLATE-1 %s at %s is refused', (code, path, template) => {
  const { refused } = validateTemplate(template, serviceCanvas, 'bg');
  expect(refused.map((fault) => [fault.code, fault.path])).toContainEqual([code, path]);
  expect(refused.every(({ message }) => message.length > 10)).toBe(true);
});

test('TEMPLATE-2 a missing text is refused in the default language, elsewhere it warns', () => {
  const template = with1st({ title: { ...first.title, ro: ' ' }, hint: { ...first.hint, nb: '' } });
  const refusedIn = (language: 'bg' | 'ro' | 'nb'): unknown => {
    const { refused, warnings } = validateTemplate(template, serviceCanvas, language);
    return [refused.map(({ path }) => path), warnings.map(({ path }) => path)];
  };
  expect(refusedIn('bg')).toEqual([[], ['cells[0].title.ro', 'cells[0].hint.nb']]);
  expect(refusedIn('ro')).toEqual([['cells[0].title.ro'], ['cells[0].hint.nb']]);
  expect(refusedIn('nb')).toEqual([['cells[0].hint.nb'], ['cells[0].title.ro']]);
});

test('TEMPLATE-3 every template of every kind is valid in all languages', () => {
  const templates = KINDS.flatMap((kind) => kind.templates.map((template) => ({ kind, template })));
  expect(templates.length).toBeGreaterThanOrEqual(2);
  for (const { kind, template } of templates) {
    for (const language of LANGUAGES) {
      expect(validateTemplate(template, kind, language), `${template.id} ${language}`).toEqual({ refused: [], warnings: [] });
      expect(template.title[language].trim()).not.toBe('');
      for (const cell of template.cells) expect(cell.example[language].trim(), cell.id).not.toBe('');
    }
    expect(template.kind).toBe(kind.id);
  }
});

test('TEMPLATE-4 references name pinned versions or the newest', () => {
  const ofKind = (id: string) => serviceCanvas.templates.find((template) => template.id === id);
  expect(templateByRef('form-a@1')).toEqual({ kind: serviceCanvas, template: ofKind('form-a') });
  expect(templateByRef('form-b')?.template).toBe(ofKind('form-b'));
  expect(templateRef(formA)).toBe('form-a@1');
  for (const bad of ['form-a@2', 'form-c', '', '@1', '__proto__']) expect(templateByRef(bad)).toBeUndefined();
  expect(kindById('service-canvas')).toBe(serviceCanvas);
  expect(kindById('toString')).toBeUndefined();
});

test('TEMPLATE-5 cells are read in the template’s order', () => {
  const shuffled: Template = { ...formA, cells: [second, first] };
  expect(cellsInOrder(shuffled).map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(shuffled.cells[0]).toBe(second);
});

test('TEMPLATE-6 words nobody has translated are borrowed and say from where', () => {
  expect(withFallbacks({ bg: 'Желания', en: ' ' }, 'nb', 'wishes')).toEqual({
    bg: 'Желания',
    en: 'Желания [bg]',
    ro: 'Желания [bg]',
    uk: 'Желания [bg]',
    nb: 'Желания [bg]',
  });
  expect(withFallbacks({ bg: 'Желания', en: 'Wishes', nb: 'Ønsker' }, 'nb', 'wishes').ro).toBe('Ønsker [nb]');
  expect(withFallbacks({ bg: 'Желания', en: 'Wishes' }, 'ro', 'wishes').uk).toBe('Wishes [en]');
  expect(withFallbacks({}, 'ro', 'wishes').uk).toBe('wishes');
  const worded = wordedTemplate({ ...formA, title: { en: 'Own' } as Template['title'] }, 'bg');
  expect(worded.title.uk).toBe('Own [en]');
  expect(worded.cells).toEqual(formA.cells);
});

test('TEMPLATE-7 a template of another kind or without a title is refused', () => {
  const codes = (template: Template): readonly string[] => validateTemplate(template, serviceCanvas, 'bg').refused.map(({ code }) => code);
  expect(codes({ ...formA, kind: 'risk-matrix' })).toEqual(['wrong-kind']);
  expect(codes({ ...formA, title: { ...formA.title, bg: '  ' } })).toEqual(['missing-text']);
});
