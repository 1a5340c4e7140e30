// Commands that go from board to board, on boards without a screen.
import { type Command, type CommandHost, commandOf, offered, runCommand, whyNot } from '@masa/client/commands/index.ts';
import { expect, test } from 'vitest';
import { pageOf } from '../support/commandPage.ts';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

const command = (id: string): Command => {
  const found = commandOf(id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
};

test('THREAD-19 copies of what is chosen go to another board, also where nobody may write here; cards come in only where one may', () => {
  const board = openHeadlessBoard({ needs: ['n1', 'n2'], activities: ['a1'] });
  const { editor } = board;
  const asked: unknown[] = [];
  const { host } = pageOf(editor, { carryTo: (ids) => void asked.push(ids), bringIn: (cell) => void asked.push(cell) });
  const can = (id: string, of: CommandHost = host): string | null => whyNot(command(id), of);
  expect(offered(host).map(({ id }) => id)).toEqual(expect.arrayContaining(['carry-to', 'bring-in']));
  expect(can('carry-to')).toBe('whyNoCardOrNote');
  const [one, two] = editor.board().live();
  editor.selection.set({ ids: new Set([one?.id ?? '', two?.id ?? '']), cell: 'needs', card: one?.id ?? null });
  expect([runCommand('carry-to', host), runCommand('bring-in', host)]).toEqual([null, null]);
  expect(asked).toEqual([[one?.id, two?.id], 'needs']);
  editor.readOnly.set('frozen');
  expect([can('carry-to'), can('bring-in')]).toEqual([null, 'whyReadOnly']);
  const { host: elsewhere } = pageOf(editor);
  expect([can('carry-to', elsewhere), can('bring-in', elsewhere)]).toEqual(['whyNotHere', 'whyNotHere']);
});
