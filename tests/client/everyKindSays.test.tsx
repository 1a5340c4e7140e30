// What a sheet says must be readable in the outline too: fields, checks, how full a cell is, how grave, the words and signs painted on the
// sheet; and a kind's own panels must open by keyboard. Over every sheet of every kind.
import '@masa/client/board/KindPanels.tsx';
import { renderBoardSvg } from '@masa/client/canvas/boardSvg.ts';
import { stageOf } from '@masa/shared/board';
import { templateByRef } from '@masa/shared/kinds';
import { act, fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { EVEN } from '../support/headlessBoard.ts';
import { VIEWS } from '../support/views.ts';
import { boardOf, cardIn, details, filled, openSides, SHEETS, SHEETS_WITH_CELLS, type Sides, turnTo, type, within } from './everyKindSides.tsx';

const PATIENCE = 60_000;
const viewFor = (ref: string) => VIEWS.find(({ kind }) => kind.id === templateByRef(ref)?.kind.id);

/** Fields a form writes as text: what is typed, and what it means. */
const TYPED: Readonly<Record<string, readonly [text: string, value: unknown]>> = {
  line: ['Anna', 'Anna'],
  lines: ['Every Tuesday', 'Every Tuesday'],
  count: ['3', 3],
  span: ['20–35', { from: 20, to: 35 }],
  money: ['120 EUR', { amount: 120, currency: 'EUR' }],
  percent: ['10 %', { value: 10, base: '' }],
};

/** Writes one field in the form; gives the value it should have. */
function fill(form: HTMLElement, sides: Sides, id: string, name: string): unknown {
  const input = sides.canvas.editor.kind.types.card?.facets[name]?.input;
  const control = () => within(form, `[id="field-${id}-${name}"]`);
  if (!input) return undefined;
  switch (input.as) {
    case 'choice':
      fireEvent.change(control(), { target: { value: input.options[1]?.value ?? '' } });
      return input.options[1]?.value;
    case 'choices': {
      const group = [...form.querySelectorAll('fieldset')].find(
        (each) => each.querySelectorAll('input[type=checkbox]').length === input.options.length,
      );
      fireEvent.click(within(group ?? form, 'input'));
      return [input.options[0]?.value];
    }
    case 'levels': {
      const scales = input.scales.map(({ part, options }) => [part, options[1]?.value] as const);
      for (const [part, value] of scales) fireEvent.change(within(form, `[id="field-${id}-${name}-${part}"]`), { target: { value: String(value) } });
      return Object.fromEntries(scales);
    }
    case 'links': {
      const option = control().querySelector<HTMLOptionElement>('optgroup option');
      fireEvent.change(control(), { target: { value: option?.value } });
      return [option?.value];
    }
    case 'line':
    case 'lines':
    case 'count':
    case 'span':
    case 'money':
    case 'percent': {
      const [text, value] = TYPED[input.as] ?? ['', undefined];
      type(control(), text);
      return value;
    }
  }
}

/** The first sheet of each kind. */
const oncePerKind = (refs: readonly string[]): readonly string[] =>
  refs.filter((ref, at) => !refs.slice(0, at).some((each) => templateByRef(each)?.kind === templateByRef(ref)?.kind));

test.each(oncePerKind(SHEETS_WITH_CELLS))(
  'SAME-7 every field of every slot is written in one form, from the outline as from the canvas: %s',
  async (ref) => {
    const sides = await openSides(ref);
    const { canvas, page } = sides;
    const seen = new Set<string>();
    for (const cell of sides.cells) {
      const slot = canvas.editor.kind.slots.find(({ id }) => id === cell.slots[0]?.slot);
      if (!slot || seen.has(slot.id)) continue;
      seen.add(slot.id);
      const id = cardIn(cell.id, 1);
      turnTo(sides, cell.id);
      const form = await details(sides, `Card 1 of ${cell.id}`);
      for (const name of slot.fields) {
        const value = fill(form, sides, id, name);
        expect(value, `${slot.id}.${name} has no control`).toBeDefined();
        canvas.editor.setField(id, name, value);
        expect(page.open.editor.board().get(id)?.fields[name], `${slot.id}.${name}`).toEqual(canvas.editor.board().get(id)?.fields[name]);
      }
    }
    expect(boardOf(page.open.editor)).toEqual(boardOf(canvas.editor));
  },
  PATIENCE,
);

/** Everything the outline says, cell by cell: words, what stands in fields, names of controls. */
function wordsOf(sides: Sides): string {
  const read = (): string => {
    const outline = within(sides.page.container, '.outline');
    const fields = [...outline.querySelectorAll<HTMLTextAreaElement>('textarea')].map(({ value }) => value);
    const names = [...outline.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label') ?? '');
    return [outline.textContent ?? '', ...fields, ...names].join('\n');
  };
  const pages = [...sides.cells.map(({ id }) => id), '-board'];
  return pages
    .map((page) => {
      turnTo(sides, page);
      return read();
    })
    .join('\n');
}

const BAND_WORDS = /^(?:L|M|H|VH)$/u;

test.each(SHEETS)(
  'SAME-8 whatever is painted on a sheet can be read in its outline: %s',
  async (ref) => {
    const found = templateByRef(ref);
    const view = viewFor(ref);
    if (!found || !view) throw new Error(`no sheet ${ref}`);
    const gone = (at: number) => ({ likelihood: 1, consequence: 1 + (at % 3) });
    const full = filled(ref).map((edit, at) =>
      found.kind.id === 'risk-matrix' && edit.do === 'create' ? { ...edit, facets: { before: gone(at), ...edit.facets } } : edit,
    );
    for (const edits of [[], full]) {
      const sides = await openSides(ref, { edits });
      const { records } = sides.canvas.editor;
      const svg = renderBoardSvg(found.template, view, records.projection.records(), {
        language: 'en',
        labels: { add: 'Add', example: (text) => `e.g. ${text}`, unsupported: '' },
        measure: EVEN,
        questions: true,
      });
      const painted = [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')].map((each) => each.textContent ?? '');
      const bare = (text: string): string => text.replace(/[\s…]/gu, '').toLowerCase();
      const said = bare(wordsOf(sides));
      // A sign's code and band's letter stand as two words in the outline.
      const unsaid = painted
        .flatMap((text) => text.split(' · '))
        .filter((text) => !BAND_WORDS.test(text) && !said.includes(bare(text).replace(/^e\.g\./u, '')));
      expect(unsaid, `${ref}, ${edits.length} cards`).toEqual([]);
      const board = sides.canvas.editor.board();
      const wanted = [
        ...sides.cells.flatMap(({ band }) => band?.replace('-', ' ') ?? []),
        ...found.kind.analyse(board).checks.flatMap(({ message, card }) => (card ? message.en : [])),
        ...[...board.hidden().values()].flat().map(({ text }) => text),
      ];
      expect(wanted.filter((text) => !said.includes(bare(text)))).toEqual([]);
    }
  },
  PATIENCE,
);

const PANELS = VIEWS.flatMap(({ kind, panels = [] }) =>
  panels.map((panel) => [kind.id, panel.id, `${kind.templates[0]?.id}@${kind.templates[0]?.version}`, panel] as const),
);

test.each(PANELS)(
  'SAME-9 a kind’s own panel opens by keyboard: %s, %s',
  async (kindId, _panel, ref, panel) => {
    const kind = VIEWS.find((view) => view.kind.id === kindId)?.kind;
    const stage = panel.stages?.[0] ?? (kind ? stageOf(kind, '').id : '');
    const { page } = await openSides(ref, { stage, role: panel.isForStaff ? 'facilitator' : 'participant', edits: [] });
    const button = await waitFor(() => {
      const found = [...page.container.querySelectorAll('button')].find((each) => each.textContent?.trim() === panel.label.en);
      if (!found) throw new Error(`no button ${panel.label.en}`);
      return found;
    });
    act(() => button.focus());
    expect(document.activeElement).toBe(button);
    await userEvent.setup().keyboard('{Enter}');
    await waitFor(() => expect(within(page.container, '.drawer h2').textContent).toBe(panel.label.en));
  },
  PATIENCE,
);

test.each(oncePerKind(SHEETS).flatMap((ref) => (['bg', 'en'] as const).map((language) => [ref, language] as const)))(
  'SAME-10 axe finds no fault in the outline of %s in %s',
  async (ref, language) => {
    const { page } = await openSides(ref, { language, edits: filled(ref).slice(0, 6) });
    // Without a layout nobody knows what stands on what: colours and sizes are looked at in a browser.
    const { violations, passes } = await axe.run(within(page.container, '.outline'), {
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(5);
  },
  PATIENCE,
);
