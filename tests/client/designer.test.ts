// Drawing a template, without a screen.
import * as drafts from '@masa/client/designer/draft.ts';
import { type Box, encloses, intersects } from '@masa/shared/core';
import { formA, formB, serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const rectOf = (draft: drafts.Draft, id: string): Box => draft.cells.find((cell) => cell.id === id)?.rect ?? { x: 0, y: 0, w: 0, h: 0 };
const ids = (draft: drafts.Draft): readonly string[] => draft.cells.map(({ id }) => id);

test('DESIGN-1 a draft begins as a template with all its words, and is not it', () => {
  const before = structuredClone(formA);
  const draft = drafts.say(drafts.draftOf(formA), 'needs', 'title', 'bg', 'Желания');
  expect(draft.cells.find(({ id }) => id === 'needs')?.title).toMatchObject({ bg: 'Желания', nb: 'Behov' });
  expect(formA).toEqual(before);
  expect(drafts.faultsOf(drafts.draftOf(formA), serviceCanvas, 'bg')).toEqual({ refused: [], warnings: [] });
  expect(JSON.parse(JSON.stringify(drafts.toSend(draft)))).toEqual(drafts.toSend(draft));
});

test('DESIGN-2 a cell is on the grid, large enough and on the page, wherever it is put', () => {
  const draft = drafts.draftOf(formA);
  const page = { x: 0, y: 0, ...draft.size };
  const side = fc.double({ min: -5_000, max: 5_000, noNaN: true });
  fc.assert(
    fc.property(side, side, side, side, (x, y, w, h) => {
      const rect = rectOf(drafts.place(draft, 'needs', { x, y, w, h }), 'needs');
      expect(encloses(page, rect)).toBe(true);
      expect([rect.w >= drafts.CELL_MIN.w, rect.h >= drafts.CELL_MIN.h]).toEqual([true, true]);
      expect(rect.x + rect.w === page.w || rect.x % drafts.GRID === 0).toBe(true);
    }),
  );
});

test('DESIGN-3 a new cell lies below the others, the page grows, and it collects what no other does', () => {
  const draft = drafts.draftOf(formB);
  const { draft: next, id } = drafts.addCell(draft, serviceCanvas);
  expect(ids(next)).toEqual([...ids(draft), id]);
  for (const { rect } of draft.cells) expect(intersects(rect, rectOf(next, id))).toBe(false);
  expect(encloses({ x: 0, y: 0, ...next.size }, rectOf(next, id))).toBe(true);
  const used = new Set(draft.cells.flatMap(({ slots }) => slots.map(({ slot }) => slot)));
  expect(used.has(next.cells.at(-1)?.slots[0]?.slot ?? '')).toBe(false);
  expect(next.cells.at(-1)?.order).toBe(draft.cells.length);
});

test('DESIGN-4 a cell goes with its arrows and leaves no gap in the order', () => {
  const joined = drafts.connect(drafts.connect(drafts.draftOf(formA), 'needs', 'service'), 'service', 'activities');
  expect(joined.connectors).toHaveLength(2);
  const left = drafts.removeCell(joined, 'needs');
  expect(left.connectors).toEqual([{ from: 'service', to: 'activities' }]);
  expect(left.cells.map(({ order }) => order)).toEqual(left.cells.map((_, at) => at));
  expect(drafts.connect(left, 'service', 'activities').connectors).toEqual([]);
  expect(drafts.connect(left, 'service', 'service')).toBe(left);
  const moved = drafts.shift(left, 'service', -1);
  expect(ids(moved).indexOf('service')).toBe(ids(left).indexOf('service') - 1);
  expect(drafts.shift(left, ids(left)[0] ?? '', -1)).toBe(left);
});

test('DESIGN-5 a slot that stays keeps which cards it shows', () => {
  const draft = drafts.collect(drafts.draftOf(formB), 'missing-resources', ['needs', 'resources']);
  const [needs, resources] = draft.cells.find(({ id }) => id === 'missing-resources')?.slots ?? [];
  expect(needs).toEqual({ slot: 'needs' });
  expect(resources?.when?.values).toEqual(['missing']);
});

test('DESIGN-6 every change can be taken back and done again; letters of one word are one step', () => {
  let steps = drafts.begin(drafts.draftOf(formA));
  const first = steps.now;
  for (const [at, text] of ['Ж', 'Же', 'Жел'].entries()) steps = drafts.advance(steps, drafts.say(steps.now, 'needs', 'title', 'bg', text), at > 0);
  const written = steps.now;
  steps = drafts.advance(steps, drafts.removeCell(steps.now, 'partners'), false);
  const removed = steps.now;
  expect(drafts.back(steps).now).toBe(written);
  expect(drafts.back(drafts.back(steps)).now).toBe(first);
  expect(drafts.back(drafts.back(drafts.back(steps))).now).toBe(first);
  expect(drafts.forth(drafts.forth(drafts.back(drafts.back(steps)))).now).toBe(removed);
});

test('DESIGN-7 what is wrong is said while it is drawn', () => {
  const draft = drafts.draftOf(formA);
  const over = drafts.place(draft, 'needs', rectOf(draft, 'service'));
  expect(drafts.faultsOf(over, serviceCanvas, 'bg').refused.map(({ code }) => code)).toContain('overlap');
  const mute = drafts.say(draft, 'needs', 'title', 'bg', ' ');
  expect(drafts.faultsOf(mute, serviceCanvas, 'bg').refused.map(({ code }) => code)).toEqual(['missing-text']);
  expect(drafts.faultsOf(mute, serviceCanvas, 'nb').refused).toEqual([]);
  expect([drafts.missingWords(mute, 'bg'), drafts.missingWords(mute, 'nb')]).toEqual([1, 0]);
  expect(drafts.faultsOf(drafts.collect(draft, 'needs', []), serviceCanvas, 'bg').refused.map(({ code }) => code)).toEqual(['no-slot']);
});

test('DESIGN-8 the page never becomes smaller than its cells need', () => {
  const { size } = drafts.resizePage(drafts.draftOf(formA), { w: 10, h: 10 });
  expect(drafts.draftOf(formA).cells.every(({ rect }) => encloses({ x: 0, y: 0, ...size }, rect))).toBe(true);
  expect(drafts.resizePage(drafts.draftOf(formA), { w: 2_013, h: 10 }).size.w).toBe(2_020);
});
