// Looks of what is chosen, and commands by their names.
import { commandScore, folded, score } from '@masa/client/commands/finding.ts';
import { offered, runCommand } from '@masa/client/commands/index.ts';
import { giveLook, lookRows } from '@masa/client/commands/style.ts';
import { KEYMAP } from '@masa/client/editor/keymap.ts';
import { shortcutOf } from '@masa/client/panels/ShortcutsDialog.tsx';
import { createMessage, type Values } from '@masa/client/ui/message.ts';
import { LANGUAGES, type Language } from '@masa/shared/core';
import { createObjects, freePlace } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { notes, pageOf, textsIn } from '../support/commandPage.ts';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

test('STYLE-1 the looks of what is chosen and no others; where they differ it is said', () => {
  const board = openHeadlessBoard();
  const { editor } = board;
  notes(board, { a: [0, -900, 200, 200], b: [300, -900, 200, 200] });
  editor.perform(
    createObjects(
      editor.board(),
      [{ id: 's', type: 'shape', place: freePlace({ x: 0, y: -400, w: 100, h: 100 }), looks: { colour: 'red', shape: 'star' } }],
      editor.context(),
    ),
  );
  editor.selection.many(['a', 'b']);
  expect(lookRows(editor).map(({ look, current }) => [look, current])).toEqual([
    ['colour', 'yellow'],
    ['fontSize', 'm'],
  ]);
  editor.selection.many(['a', 's']);
  const rows = lookRows(editor);
  expect(rows.map((row) => row.look)).toEqual(['colour', 'shape', 'fill', 'stroke', 'dash', 'fontSize', 'align']);
  expect(rows.find((row) => row.look === 'colour')?.current).toBeNull();
  expect(rows.find((row) => row.look === 'shape')?.current).toBe('star');
});

test('STYLE-2 a value goes to everything chosen that can have it, in one step, and to what is made next', () => {
  const board = openHeadlessBoard();
  const { editor } = board;
  notes(board, { a: [0, -900, 200, 200], b: [300, -900, 200, 200] });
  editor.perform(createObjects(editor.board(), [{ id: 's', type: 'shape', place: freePlace({ x: 0, y: -400, w: 100, h: 100 }) }], editor.context()));
  editor.selection.many(['a', 'b', 's']);
  giveLook(editor, 'colour', 'teal');
  giveLook(editor, 'dash', 'dotted');
  expect(['a', 'b', 's'].map((id) => editor.board().get(id)?.fields.colour)).toEqual(['teal', 'teal', 'teal']);
  expect(editor.board().get('a')?.fields.dash).toBeUndefined();
  expect(editor.toolbox.next.get()).toMatchObject({ noteColour: 'teal', colour: 'teal', dash: 'dotted' });
  editor.undo();
  editor.undo();
  expect(['a', 'b', 's'].map((id) => editor.board().get(id)?.fields.colour)).toEqual(['yellow', 'yellow', 'blue']);
});

test('STYLE-3 with nothing chosen it is about the tool in the hand', () => {
  const { editor } = openHeadlessBoard();
  expect(lookRows(editor)).toEqual([]);
  editor.toolbox.take('highlighter');
  expect(lookRows(editor).map(({ look, current }) => [look, current])).toEqual([
    ['colour', 'yellow'],
    ['stroke', 'thin'],
  ]);
  giveLook(editor, 'colour', 'green');
  expect(editor.toolbox.next.get()).toMatchObject({ highlighterColour: 'green', penColour: 'ink' });
  editor.toolbox.take('connector');
  expect(lookRows(editor).map((row) => row.look)).toEqual(['colour', 'stroke', 'dash', 'route', 'startHead', 'endHead']);
});

test('STYLE-4 what is locked is not styled', () => {
  const board = openHeadlessBoard();
  const { editor } = board;
  const { host } = pageOf(editor);
  notes(board, { a: [0, -900, 200, 200], b: [300, -900, 200, 200] });
  editor.selection.only('a', null);
  runCommand('lock', host);
  expect(lookRows(editor)).toEqual([]);
  editor.selection.many(['a', 'b']);
  giveLook(editor, 'colour', 'red');
  expect(['a', 'b'].map((id) => editor.board().get(id)?.fields.colour)).toEqual(['yellow', 'red']);
});

test('PALETTE-1 typing a command’s whole name finds it first, in each language and in English', () => {
  const { host } = pageOf(openHeadlessBoard().editor);
  const all = offered(host);
  const inLanguage = (language: Language, key: string, values?: Values) => createMessage(textsIn(language)[key] ?? '', language).format(values);
  for (const language of LANGUAGES) {
    const named = all.map((command) => ({
      id: command.id,
      name: inLanguage(language, command.label, command.values),
      english: inLanguage('en', command.label, command.values),
      group: inLanguage(language, `in_${command.group}`),
    }));
    const best = (typed: string) => Math.max(...named.map((names) => commandScore(names, typed, true)));
    expect(named.filter((names) => commandScore(names, folded(names.name).toUpperCase(), true) < best(names.name)).map(({ id }) => id)).toEqual([]);
    expect(named.filter((names) => commandScore(names, names.english, true) === 0).map(({ id }) => id)).toEqual([]);
  }
});

test('PALETTE-1 beginnings count more than middles, and letters in order are enough', () => {
  expect(score('Duplicate', 'dup')).toBeGreaterThan(score('Reduplicate', 'dup'));
  expect(score('Duplicate', 'dplct')).toBeGreaterThan(0);
  expect(score('Duplicate', 'dog')).toBe(0);
  expect(score('Bring to the front', 'front bring')).toBeGreaterThan(0);
  expect(score('Розгрупувати', 'розгр')).toBeGreaterThan(3);
});

test('PALETTE-4 every key of the table has a name and a group', () => {
  expect(KEYMAP.filter(({ action }) => shortcutOf(action) === undefined).map((row) => row.action)).toEqual([]);
  for (const language of LANGUAGES) {
    const texts = textsIn(language);
    expect(KEYMAP.flatMap(({ action }) => shortcutOf(action) ?? []).filter(({ label, group }) => !texts[label] || !texts[`in_${group}`])).toEqual([]);
  }
});
