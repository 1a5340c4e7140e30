// What a kind says of its boards, where boards are read and moved about.
import { takeChosenOut } from '@masa/client/editor/arrangement.ts';
import { allLinksOf, type BoardKind, createReader, lineText, linksOf, mayLink, type Template, toggleLink, typesOf } from '@masa/shared/board';
import { apply, createProjection, isCellPlace, PERSON } from '@masa/shared/document';
import { ideaMarketplace, KINDS, riskMatrix, serviceCanvas } from '@masa/shared/kinds';
import { takeBeside } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { RISKS_5, rated, riskBoard } from '../kinds/riskBoard.ts';
import { AUTHOR, type Card, newDoc } from '../shared/sheets.ts';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

const CONTEXT = { author: AUTHOR, now: 5 };

const readerOf = (kind: BoardKind, cards: readonly Card[]) =>
  createReader(kind, kind.templates[0] as Template, createProjection(newDoc(cards), typesOf(kind)).records());

test('GLUE-1 a field names what the kind’s rules for it allow, and anything where there is no rule', () => {
  const board = readerOf(serviceCanvas, [
    { id: 'n', cell: 'needs' },
    { id: 'a', cell: 'activities' },
    { id: 'p', cell: 'partners' },
    { id: 'note', type: 'note', place: { box: [0, 0, 9, 9], rot: 0 } },
  ]);
  const may = (from: string, field: string): readonly string[] => {
    const record = board.get(from);
    return board
      .live()
      .filter((other) => record && mayLink(serviceCanvas, record, field, other))
      .map(({ id }) => id);
  };
  expect(may('a', 'serves')).toEqual(['n']);
  expect(may('a', 'uses')).toEqual(['p']);
  expect(may('p', 'serves')).toEqual([]);
  const market = readerOf(ideaMarketplace, [
    { id: 's1', cell: 'stalls' },
    { id: 's2', cell: 'stalls' },
  ]);
  const [one, two] = [market.get('s1'), market.get('s2')];
  expect(one && two && [mayLink(ideaMarketplace, one, 'mergeWith', two), mayLink(ideaMarketplace, one, 'mergeWith', one)]).toEqual([true, false]);
});

test('GLUE-1 every place that asks for a field of links can fill it', () => {
  const asked = KINDS.flatMap((kind) =>
    kind.slots.flatMap((slot) =>
      slot.fields.flatMap((name) => {
        const rules = (kind.links ?? []).filter(({ field }) => field === name);
        const isLinks = kind.types[slot.type]?.facets[name]?.input.as === 'links';
        return isLinks && rules.length > 0 && !rules.some(({ from }) => from.includes(slot.id)) ? [`${kind.id} ${slot.id} ${name}`] : [];
      }),
    ),
  );
  expect(asked).toEqual([]);
});

test('GLUE-4 what was joined into a stall is kept and followed, and neither drawn nor parted by hand', () => {
  const board = readerOf(ideaMarketplace, [
    { id: 's', cell: 'stalls', facets: { mergedFrom: ['m'], mergeWith: ['o'] } },
    { id: 'm', cell: 'merged' },
    { id: 'o', cell: 'stalls' },
  ]);
  expect(linksOf(board)).toEqual([]);
  expect(
    allLinksOf(board)
      .map(({ field, to }) => `${field} ${to}`)
      .toSorted(),
  ).toEqual(['mergeWith o', 'mergedFrom m']);
  expect(toggleLink(board, 's', 'm')).toEqual([]);
});

test('GLUE-6 both views of people’s own matrix show one model, and each leads to the other', () => {
  const own: Template = { ...RISKS_5, id: 'own-1' };
  const [before, after] = riskMatrix.viewsOf?.(own) ?? [];
  expect(before).toBe(own);
  expect(riskMatrix.viewsOf?.(after ?? own)).toEqual([before, after]);
  expect(after?.title.en).toBe(`${own.title.en} – after treatment`);
  const risk = riskBoard([{ id: 'r', facets: { ...rated(5, 5), after: { likelihood: 2, consequence: 3 } } }]);
  const cellIn = (template: Template | undefined): string | undefined => {
    const reader = risk.board(template);
    const record = reader.get('r');
    return record && reader.cellOf(record)?.id;
  };
  expect([cellIn(before), cellIn(after)]).toEqual(['l5c5', 'l2c3']);
  // One drawn for what is left after treatment has its view of before.
  const left: Template = { ...(after ?? own), id: 'own-2' };
  expect(riskMatrix.viewsOf?.(left).map(({ id }) => id)).toEqual(['own-2-before', 'own-2']);
});

test('GLUE-7 every label of several choices stands small in a line', () => {
  const field = ideaMarketplace.types.card?.facets.lookingFor;
  expect(field && lineText(field, ['people', 'knowledge'], 'nb')).toBe('folk, kunnskap');
  expect(field && lineText(field, [], 'nb')).toBe('');
  const line = serviceCanvas.types.card?.facets.who;
  expect(line && lineText(line, 'Anna', 'en')).toBe('Anna');
  const board = readerOf(ideaMarketplace, [{ id: 's', cell: 'stalls', facets: { lookingFor: ['money', 'partners'] } }]);
  const stall = board.get('s');
  expect(stall && ideaMarketplace.summary(stall, 'en')).toContain('money, partners');
});

const OUTSIDE = { x: -400, y: -400 };

function openMatrix() {
  const board = openHeadlessBoard({ risks: ['rain', 'fire'], actions: ['umbrella'] }, { template: 'risks-5' });
  board.editor.perform(['rain', 'fire'].map((id) => ({ do: 'set', id, facet: 'before', value: { likelihood: 3, consequence: 4 } })));
  const lies = (id: string): string | undefined => {
    const reader = board.editor.board();
    const record = reader.get(id);
    return record && (isCellPlace(record.place) ? reader.cellOf(record)?.id : 'beside');
  };
  return { ...board, lies };
}

test('GLUE-8 a risk dragged out of the sheet goes back to the tray without its rating, as one step; an action stays', () => {
  const board = openMatrix();
  expect(board.lies('rain')).toBe('l3c4');
  board.drag([board.middle('rain'), OUTSIDE]);
  expect([board.lies('rain'), board.lies('fire')]).toEqual(['tray', 'l3c4']);
  expect(board.editor.board().get('rain')?.fields.before).toBeNull();
  board.editor.undo();
  expect(board.lies('rain')).toBe('l3c4');
  board.drag([board.middle('umbrella'), OUTSIDE]);
  expect(board.lies('umbrella')).toBe('actions');
  board.editor.selection.many(['rain', 'fire', 'umbrella']);
  board.drag([board.middle('fire'), OUTSIDE]);
  expect(['rain', 'fire', 'umbrella'].map(board.lies)).toEqual(['tray', 'tray', 'actions']);
  board.drag([board.middle('fire'), OUTSIDE]);
  expect(board.lies('fire')).toBe('tray');
});

test('GLUE-8 the command and the outline mean the same, and a locked risk stays where it is', () => {
  const board = openMatrix();
  board.editor.selection.many(['rain', 'umbrella']);
  expect(board.editor.perform(takeChosenOut(board.editor)).length).toBeGreaterThan(0);
  expect([board.lies('rain'), board.lies('umbrella')]).toEqual(['tray', 'actions']);
  board.editor.perform([{ do: 'set', id: 'fire', facet: 'lock', value: { by: 'ana', name: 'Ана', at: 1 } }]);
  expect(takeBeside(board.editor.board(), ['fire'], CONTEXT)).toEqual([]);
  board.editor.perform([{ do: 'set', id: 'fire', facet: 'lock', value: null }]);
  board.editor.perform(takeBeside(board.editor.board(), ['fire', 'umbrella'], CONTEXT));
  expect([board.lies('fire'), board.lies('umbrella')]).toEqual(['tray', 'actions']);
});

test('GLUE-8 after treatment it is that rating which is taken back; a matrix without a tray keeps everything, other kinds let go', () => {
  const risk = riskBoard([{ id: 'r', facets: { ...rated(5, 5), after: { likelihood: 2, consequence: 3 } } }]);
  const [, after] = riskMatrix.viewsOf?.(RISKS_5) ?? [];
  apply(risk.doc, takeBeside(risk.board(after), ['r'], CONTEXT), PERSON);
  expect(risk.board().get('r')?.fields).toMatchObject({ before: { likelihood: 5, consequence: 5 }, after: null });
  const bare: Template = { ...RISKS_5, id: 'own-3', cells: RISKS_5.cells.filter(({ id }) => id !== 'tray') };
  expect(takeBeside(risk.board(bare), ['r'], CONTEXT)).toEqual([]);
  const sheet = openHeadlessBoard({ needs: ['a warm place'] });
  sheet.drag([sheet.middle('a-warm-place'), OUTSIDE]);
  expect(sheet.editor.board().free()).toHaveLength(1);
});
