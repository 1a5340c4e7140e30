// The table of commands, run on boards without a screen.
import { createKeyboard } from '@masa/client/canvas/keyboard.ts';
import { keysOfChord } from '@masa/client/commands/chords.ts';
import type { Command, CommandHost } from '@masa/client/commands/command.ts';
import { COMMANDS, chordsOf, commandOf, offered, runCommand, whyNot } from '@masa/client/commands/index.ts';
import { actionOf, COMMAND_ACTIONS, isCommandAction, KEYMAP, type KeyPress, writesAt } from '@masa/client/editor/keymap.ts';
import { LANGUAGES } from '@masa/shared/core';
import { createObjects, freePlace } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { boxOf, notes, pageOf, textsIn } from '../support/commandPage.ts';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

const can = (id: string, host: CommandHost): string | null => {
  const command = commandOf(id);
  if (!command) throw new Error(`no command ${id}`);
  return whyNot(command, host);
};

test('COMMAND-1 every command has a name in five languages, a group, and an id of its own', () => {
  const { host } = pageOf(openHeadlessBoard().editor);
  const all = offered(host);
  expect(all.length).toBeGreaterThan(70);
  expect(new Set(all.map((command) => command.id)).size).toBe(all.length);
  for (const language of LANGUAGES) {
    const texts = textsIn(language);
    expect([...all, ...COMMANDS].filter((command) => !texts[command.label]?.trim() || !texts[`in_${command.group}`])).toEqual([]);
  }
  expect(all.filter((command) => /^(form|language|follow)-/.test(command.id)).map((command) => command.id)).toEqual(
    expect.arrayContaining(['form-form-a', 'form-form-b', 'language-uk', 'follow-ion']),
  );
});

test('COMMAND-2 every key is the board’s own or a command, and no chord means two things', () => {
  const chords = KEYMAP.flatMap((row) => row.keys);
  expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([]);
  expect(COMMAND_ACTIONS.filter((action) => commandOf(action) === undefined)).toEqual([]);
  expect(COMMAND_ACTIONS.filter((action) => chordsOf(commandOf(action) as Command).length === 0)).toEqual([]);
  const own = KEYMAP.filter((row) => isCommandAction(row.action)).map((row) => row.action);
  expect(own.map((action) => commandOf(action)?.id)).toEqual(own);
});

test('COMMAND-2 chords are read from keys as they are pressed', () => {
  const press = (key: string, code: string, change: { mod?: boolean; shift?: boolean; alt?: boolean } = {}) =>
    actionOf({ key, code, mod: false, shift: false, alt: false, ...change }, false);
  expect(press('k', 'KeyK', { mod: true })).toBe('palette');
  expect(press('/', 'Slash', { mod: true })).toBe('palette');
  expect(press('.', 'Slash', { mod: true })).toBe('palette');
  expect(press('а', 'KeyF', { mod: true })).toBe('search');
  expect(press('ъ', 'BracketRight', { mod: true })).toBe('forward');
  expect(press('}', 'BracketRight', { mod: true, shift: true })).toBe('front');
  expect(press('å', 'BracketLeft', { mod: true })).toBe('backward');
  expect(press('0', 'Digit0', { mod: true })).toBe('zoom-full');
  expect(press('F10', 'F10', { shift: true })).toBe('menu');
  expect(press('!', 'Digit1', { shift: true })).toBe('zoom-fit');
  expect(press('"', 'Digit2', { shift: true })).toBe('zoom-selection');
  expect(press('P', 'KeyP', { shift: true })).toBe('tool-highlighter');
});

test('COMMAND-4 letters are written where something can be written and take tools elsewhere', () => {
  const board = openHeadlessBoard({ needs: ['a warm place'] });
  const { editor } = board;
  notes(board, { n: [2_000, 0, 200, 200] });
  editor.perform(createObjects(editor.board(), [{ id: 'f', type: 'stamp', place: freePlace({ x: 0, y: 0, w: 48, h: 48 }) }], editor.context()));
  const press = (key: string, code: string) => actionOf({ key, code, mod: false, shift: false, alt: false }, writesAt(editor));
  expect(press('n', 'KeyN')).toBe('tool-note');
  expect(press('р', 'KeyR')).toBe('shape-rectangle');
  expect(press('т', 'KeyN')).toBe('tool-note');
  editor.selection.at('needs');
  expect(press('n', 'KeyN')).toBeUndefined();
  editor.selection.only('a-warm-place', 'needs');
  expect(press('n', 'KeyN')).toBeUndefined();
  editor.selection.only('n', null);
  expect(press('n', 'KeyN')).toBeUndefined();
  editor.selection.only('f', null);
  expect(press('n', 'KeyN')).toBe('tool-note');
  editor.selection.only('n', null);
  editor.readOnly.set('frozen');
  expect(press('h', 'KeyH')).toBe('tool-hand');
});

test('COMMAND-3 what cannot be done changes nothing and says why', () => {
  const board = openHeadlessBoard({ needs: ['a warm place'] });
  const { editor } = board;
  const { host } = pageOf(editor);
  notes(board, { a: [0, -300, 200, 200], b: [400, -300, 200, 200] });
  const before = editor.records.version.get();
  expect(['align-left', 'duplicate', 'bin', 'group', 'lock'].map((id) => can(id, host))).toEqual(Array.from({ length: 5 }, () => 'whyNothingChosen'));
  editor.selection.only('a', null);
  expect(can('align-left', host)).toBe('whyTwo');
  editor.selection.many(['a', 'b']);
  expect(can('align-left', host)).toBeNull();
  expect(can('distribute-horizontal', host)).toBe('whyThree');
  expect(can('take-out', host)).toBe('whyNoCard');
  expect(can('ungroup', host)).toBe('whyNoGroup');
  expect(can('unlock', host)).toBe('whyNotLocked');
  expect(runCommand('ungroup', host)).toBe('whyNoGroup');
  expect(editor.records.version.get()).toBe(before);
  runCommand('lock', host);
  expect(can('align-left', host)).toBe('whyLocked');
  expect(can('bin', host)).toBe('whyLocked');
  editor.selection.only('a', null);
  editor.perform([{ do: 'set', id: 'a', facet: 'lock', value: { by: 'f', name: 'Anna', at: 1, staff: true } }]);
  expect(can('unlock', host)).toBe('whyLockedByStaff');
  expect(can('front', host)).toBe('whyLockedByStaff');
  // The key of “lock” would open it: so it says why it does not.
  expect(runCommand('lock', host)).toBe('whyLockedByStaff');
  editor.readOnly.set('role');
  expect(COMMANDS.filter((command) => command.group === 'arrange').map((command) => whyNot(command, host))).toEqual(
    Array.from({ length: COMMANDS.filter((command) => command.group === 'arrange').length }, () => 'whyReadOnly'),
  );
  expect(can('undo', host)).toBe('whyReadOnly');
  expect(can('copy', host)).toBeNull();
  expect(can('tool-note', host)).toBe('whyReadOnly');
  expect(can('tool-hand', host)).toBeNull();
  const reasons = COMMANDS.flatMap((command) => whyNot(command, host) ?? []);
  for (const language of LANGUAGES) expect(reasons.filter((reason) => !textsIn(language)[reason])).toEqual([]);
});

test('COMMAND-10 on a board without cells no card is begun or moved into one, and the letter is written', () => {
  const board = openHeadlessBoard({}, { template: 'empty' });
  const { editor } = board;
  const page = pageOf(editor);
  notes(board, { a: [0, 0, 200, 200] });
  editor.selection.only('a', null);
  expect([can('add-card', page.host), can('move-to', page.host), can('edit', page.host)]).toEqual(['whyNoCells', 'whyNoCells', null]);
  expect(runCommand('move-to', page.host)).toBe('whyNoCells');
  expect(page.asked).toEqual([]);
  expect(board.act('move-to')).toBe(false);
  const keyboard = createKeyboard({
    editor,
    writer: board.writer,
    act: board.act,
    space: () => undefined,
    cancelGesture: () => false,
    onPaste: () => undefined,
    pointer: () => null,
  });
  expect(keyboard.press({ key: 'm', code: 'KeyM', mod: false, shift: false, alt: false })).toBe(true);
  expect(board.writer.field.get()).toMatchObject({ card: 'a', value: 'a m' });
  board.writer.end();
  // What a key does not find to do here stays the browser's.
  editor.selection.clear();
  expect(keyboard.press({ key: 'Tab', code: 'Tab', mod: false, shift: true, alt: false })).toBe(false);
});

test('COMMAND-11 “Write” asks the stage to write, with any tool in the hand', () => {
  const board = openHeadlessBoard();
  const page = pageOf(board.editor);
  notes(board, { a: [0, -300, 200, 200] });
  board.editor.selection.only('a', null);
  board.editor.toolbox.take('note', true);
  expect(runCommand('edit', page.host)).toBeNull();
  expect(page.asked).toEqual(['act edit']);
  expect(board.editor.toolbox.tool.get()).toBe('select');
});

test('COMMAND-5 align, distribute and tidy are one step; groups move as one, hanging arrows with what they hang on, locked things stay', () => {
  const board = openHeadlessBoard();
  const { editor } = board;
  const { host } = pageOf(editor);
  notes(board, { a: [0, -900, 200, 200], b: [300, -800, 200, 200], c: [900, -700, 200, 200], locked: [50, -400, 200, 200] });
  const arrow = { start: { on: 'a', at: [1, 0.5] }, end: { on: '', at: [5, 5] } };
  editor.perform(
    createObjects(editor.board(), [{ id: 'arrow', type: 'connector', place: freePlace({ x: 0, y: 0, w: 1, h: 1 }), looks: arrow }], editor.context()),
  );
  editor.selection.many(['locked']);
  runCommand('lock', host);
  editor.selection.many(['b', 'c']);
  runCommand('group', host);
  editor.selection.many(['a', 'b', 'locked', 'arrow']);
  expect(runCommand('align-top', host)).toBeNull();
  // b brings its group along; the group keeps its shape.
  expect([boxOf(board, 'a').y, boxOf(board, 'b').y, boxOf(board, 'c').y, boxOf(board, 'locked').y]).toEqual([-900, -900, -800, -400]);
  expect(editor.records.projection.get('arrow')?.fields.end).toEqual(arrow.end);
  editor.undo();
  expect([boxOf(board, 'a').y, boxOf(board, 'b').y]).toEqual([-900, -800]);
  editor.selection.many(['b']);
  runCommand('ungroup', host);
  editor.selection.many(['a', 'b', 'c']);
  runCommand('distribute-horizontal', host);
  expect(boxOf(board, 'b').x).toBe(450);
  runCommand('align-top', host);
  runCommand('tidy', host);
  expect(['a', 'b', 'c'].map((id) => boxOf(board, id).x)).toEqual([0, 224, 448]);
  expect(new Set(['a', 'b', 'c'].map((id) => boxOf(board, id).y)).size).toBe(1);
});

test('COMMAND-6 duplicating makes copies beside what they are copies of and chooses them', () => {
  const board = openHeadlessBoard({ needs: ['a warm place', 'advice'] });
  const { editor } = board;
  const { host } = pageOf(editor);
  notes(board, { a: [0, -300, 200, 200], b: [300, -300, 200, 200] });
  editor.selection.many(['a', 'b']);
  runCommand('group', host);
  runCommand('duplicate', host);
  const copies = [...editor.selection.get().ids];
  expect(copies).toHaveLength(2);
  expect(copies.map((id) => boxOf(board, id).x).sort((x, y) => x - y)).toEqual([24, 324]);
  expect(new Set(copies.map((id) => editor.board().get(id)?.groups.join())).size).toBe(1);
  expect(editor.board().get(copies[0] ?? '')?.groups).not.toEqual(editor.board().get('a')?.groups);
  editor.setField('a-warm-place', 'evidence', 'interview');
  editor.selection.only('a-warm-place', 'needs');
  runCommand('duplicate', host);
  expect(board.texts('needs')).toEqual(['a warm place', 'a warm place', 'advice']);
  const [copy] = editor.selection.get().ids;
  expect(copy).not.toBe('a-warm-place');
  expect(editor.board().get(copy ?? '')?.fields.evidence).toBe('interview');
});

test('COMMAND-7 stacking, grouping and locking do what they say, and the key of lock opens what is locked', () => {
  const board = openHeadlessBoard();
  const { editor } = board;
  const { host } = pageOf(editor);
  notes(board, { a: [0, -900, 200, 200], b: [50, -900, 200, 200], c: [100, -900, 200, 200] });
  const stack = (): string =>
    editor
      .board()
      .free()
      .map((record) => record.id)
      .join('');
  editor.selection.only('a', null);
  runCommand('front', host);
  expect(stack()).toBe('bca');
  runCommand('backward', host);
  expect(stack()).toBe('bac');
  runCommand('back', host);
  runCommand('forward', host);
  expect(stack()).toBe('bac');
  editor.selection.many(['a', 'b']);
  runCommand('group', host);
  editor.selection.only('a', null);
  runCommand('ungroup', host);
  expect(editor.board().get('b')?.groups).toEqual([]);
  editor.selection.only('a', null);
  runCommand('lock', host);
  expect(editor.board().get('a')?.lock).toMatchObject({ by: 'me', staff: false });
  expect(runCommand('lock', host)).toBeNull();
  expect(editor.board().get('a')?.lock).toBeNull();
});

test('COMMAND-8 a card taken out lies beside the sheet, over nothing, with all that is in it', () => {
  const board = openHeadlessBoard({ needs: ['a warm place', 'advice'] });
  const { editor } = board;
  const { host } = pageOf(editor);
  editor.setField('advice', 'notes', 'asked ten of them');
  editor.selection.many(['a-warm-place', 'advice']);
  expect(runCommand('take-out', host)).toBeNull();
  const boxes = ['a-warm-place', 'advice'].map((id) => boxOf(board, id));
  for (const box of boxes) expect(box.x).toBeGreaterThan(editor.records.placement().size.w);
  const [first, second] = boxes;
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThanOrEqual(first?.h ?? 0);
  expect(board.texts('needs')).toEqual([]);
  expect(editor.board().get('advice')?.notes).toBe('asked ten of them');
  expect([...editor.selection.get().ids].sort()).toEqual(['a-warm-place', 'advice']);
  editor.undo();
  expect(board.texts('needs')).toEqual(['a warm place', 'advice']);
});

test('COMMAND-9 showing the selection fills the view with it, showing everything holds it all', () => {
  const board = openHeadlessBoard({ needs: ['a warm place'] });
  const { editor } = board;
  const { host } = pageOf(editor);
  notes(board, { far: [5_000, 4_000, 200, 200] });
  editor.selection.only('far', null);
  runCommand('zoom-selection', host);
  const seen = editor.camera.visible();
  expect(seen.x < 5_000 && seen.x + seen.w > 5_200 && seen.w < 2_000).toBe(true);
  runCommand('zoom-fit', host);
  const all = editor.camera.visible();
  expect(all.x < 0 && all.y < 0 && all.x + all.w > 5_200 && all.y + all.h > 4_200).toBe(true);
  runCommand('zoom-full', host);
  expect(editor.camera.view.get().zoom).toBeCloseTo(1);
});

test('COMMAND-3 what the page does is asked of the page', () => {
  const board = openHeadlessBoard({ needs: ['a warm place'] });
  const { host, asked } = pageOf(board.editor);
  board.editor.selection.only('a-warm-place', 'needs');
  for (const id of [
    'search',
    'outline',
    'help',
    'palette',
    'move-to',
    'details',
    'edit',
    'copy',
    'look-here',
    'follow-ion',
    'language-uk',
    'minimap',
    'picture',
  ])
    expect(runCommand(id, host)).toBeNull();
  expect(asked).toEqual([
    'show "search"',
    'show "outline"',
    'help',
    'palette',
    'move ["a-warm-place"]',
    'card "a-warm-place"',
    'act edit',
    'clip "copy"',
    'look',
    'follow "ion"',
    'language "uk"',
    'map true',
    'picture',
  ]);
  expect(runCommand('form-form-b', host)).toBeNull();
  expect(board.editor.records.template.get().id).toBe('form-b');
  expect(runCommand('no-such-thing', host)).toBe('whyNotHere');
  const alone = pageOf(board.editor, { people: [] });
  expect(runCommand('look-here', alone.host)).toBe('whyAlone');
});

test('COMMAND-4 signs that zoom are written on a card and zoom elsewhere, with Ctrl everywhere', () => {
  const press = (key: string, code: string, change: Partial<KeyPress> = {}): KeyPress => ({
    key,
    code,
    mod: false,
    shift: false,
    alt: false,
    ...change,
  });
  for (const [key, code, shift] of [
    ['m', 'KeyM', false],
    ['1', 'Digit1', false],
    ['0', 'Digit0', false],
    ['-', 'Minus', false],
    ['+', 'Equal', true],
  ] as const) {
    expect(actionOf(press(key, code, { shift }), true), key).toBeUndefined();
    expect(actionOf(press(key, code, { shift }), false), key).toBeDefined();
  }
  expect(actionOf(press('+', 'Equal', { mod: true, shift: true }))).toBe('zoom-in');
  expect(actionOf(press('м', 'KeyM', { mod: true }))).toBe('move-to');
  expect(keysOfChord('mod++')).toEqual(['Ctrl', '+']);
});
