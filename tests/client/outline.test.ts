// The outline's pure half: where cards go by button, and what is told of others' changes.
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import { endOf, FREE_PAGE, neighbourPage, standingOf, stepTarget } from '@masa/client/outline/moves.ts';
import { changeBetween, isOwnOrigin, seenOf } from '@masa/client/outline/othersChanges.ts';
import { HISTORY, PERSON } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { takeBeside } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { UndoManager } from 'yjs';
import { AUTHOR, newDoc } from '../shared/sheets.ts';

const editorWith = (texts: readonly string[]): { editor: Editor; ids: readonly string[] } => {
  const editor = createEditor({
    doc: newDoc(),
    kind: serviceCanvas,
    template: formA,
    language: 'bg',
    measure: { text: (piece) => piece.length, summary: (piece) => piece.length },
    context: () => ({ author: AUTHOR, now: 5 }),
  });
  const ids = editor.create(
    { cell: 'needs', index: 0 },
    texts.map((text) => ({ text })),
  );
  return { editor, ids };
};

const needs = (editor: Editor): readonly string[] => {
  const cell = formA.cells.find((each) => each.id === 'needs');
  return cell
    ? editor
        .board()
        .inCell(cell)
        .map((record) => record.text)
    : [];
};

test('OUTLINING-1 up and down move a card by one place, and stop at the ends', () => {
  const { editor, ids } = editorWith(['едно', 'две', 'три']);
  const [first = '', , third = ''] = ids;
  expect(stepTarget(editor.board(), first, -1)).toBeNull();
  expect(stepTarget(editor.board(), third, 1)).toBeNull();
  const down = stepTarget(editor.board(), first, 1);
  if (down) editor.move([first], down);
  expect(needs(editor)).toEqual(['две', 'едно', 'три']);
  const up = stepTarget(editor.board(), third, -1);
  if (up) editor.move([third], up);
  expect(needs(editor)).toEqual(['две', 'три', 'едно']);
});

test('OUTLINING-2 a card’s standing is its cell, position and company; one the form does not show has none', () => {
  const { editor, ids } = editorWith(['едно', 'две']);
  expect(standingOf(editor.board(), ids[1] ?? '')).toMatchObject({ cell: { id: 'needs' }, index: 1, count: 2 });
  expect(standingOf(editor.board(), 'nobody')).toBeUndefined();
  expect(endOf(editor.board(), 'needs')).toEqual({ cell: 'needs', index: 2 });
});

test('OUTLINING-3 cells are turned in reading order, then what lies on the board, and the ends meet', () => {
  const { editor } = editorWith([]);
  expect(neighbourPage(editor.board(), 'target-group', 1)).toBe('needs');
  expect(neighbourPage(editor.board(), 'target-group', -1)).toBe(FREE_PAGE);
  expect(neighbourPage(editor.board(), 'parking', 1)).toBe(FREE_PAGE);
  expect(neighbourPage(editor.board(), FREE_PAGE, 1)).toBe('target-group');
});

test('OUTLINING-4 what others did is told by kind: added, changed, moved, binned, restored', () => {
  const { editor, ids } = editorWith(['едно']);
  const id = ids[0] ?? '';
  const told: unknown[] = [];
  let seen: ReturnType<typeof seenOf> | undefined;
  const look = (): void => {
    const record = editor.board().get(id);
    if (!record) return;
    const now = seenOf(editor.board(), record);
    told.push(changeBetween(seen, record, now)?.what ?? null);
    seen = now;
  };
  look();
  editor.setField(id, 'source', 'анкета');
  look();
  editor.perform([{ do: 'text', id, text: 'едно и две' }]);
  look();
  editor.move([id], { cell: 'partners', index: 0 });
  look();
  editor.bin([id]);
  look();
  editor.restore([id]);
  look();
  expect(told).toEqual(['added', null, 'changed', 'moved', 'binned', 'restored']);
});

test('OUTLINING-4 what lies on the board itself is told too, also where it has no text', () => {
  const { editor, ids } = editorWith(['едно']);
  const [card = ''] = ids;
  const seen = new Map<string, ReturnType<typeof seenOf>>();
  const look = (id: string): string | null => {
    const record = editor.board().get(id);
    if (!record) return null;
    const now = seenOf(editor.board(), record);
    const change = changeBetween(seen.get(id), record, now);
    seen.set(id, now);
    return change && `${change.what} ${change.cell ?? 'on the board'}`;
  };
  const place = { box: [0, 0, 50, 50], rot: 0 } as const;
  editor.perform([{ do: 'create', id: 'drawn', type: 'ink', place, text: '', facets: { points: [0, 0, 50] } }]);
  expect(look('drawn')).toBe('added on the board');
  editor.perform([{ do: 'set', id: 'drawn', facet: 'place', value: { box: [9, 9, 50, 50], rot: 0 } }]);
  expect(look('drawn')).toBeNull();
  look(card);
  editor.perform(takeBeside(editor.board(), [card], editor.context()));
  expect(look(card)).toBe('moved on the board');
  editor.bin(['drawn']);
  expect(look('drawn')).toBe('binned on the board');
  editor.restore(['drawn']);
  expect(look('drawn')).toBe('restored on the board');
});

test('OUTLINING-5 own changes are not told: edits, typing, undo', () => {
  const { editor, ids } = editorWith(['едно']);
  const typing = editor.write(ids[0] ?? '');
  expect([PERSON, HISTORY, typing?.origin].every(isOwnOrigin)).toBe(true);
  expect(typing && isOwnOrigin(new UndoManager(typing.text))).toBe(true);
  expect([null, undefined, 'server', {}].some(isOwnOrigin)).toBe(false);
});
