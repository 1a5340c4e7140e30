// Finding words on a board.
import { excerpt, find, folded, readable } from '@masa/client/commands/finding.ts';
import { createObjects, freePlace } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

test.each([
  ['Întâlnire', 'intalnire'],
  ['ȘCOALĂ', 'scoala'],
  ['şcoală', 'școală'],
  ['Ærlig på øya', 'aerlig pa oya'],
  ['Бібліотека', 'бібліотека'],
  ["зв'язок", 'зв’язок'],
  ['2024–2025', '2024-2025'],
])('SEARCH-1 %s and %s are the same', (one, other) => {
  expect(folded(one)).toBe(folded(other));
});

test.each([
  ['їжа', 'іжа'],
  ['йод', 'иод'],
  ['ґанок', 'ганок'],
])('SEARCH-1 %s and %s are not the same', (one, other) => {
  expect(folded(one)).not.toBe(folded(other));
});

test('SEARCH-2 everything with words is found in the order it is read, and a reply leads to its conversation', () => {
  const { editor } = openHeadlessBoard({ partners: ['School'], needs: ['A warm place after school'] });
  const at = (x: number, y: number) => freePlace({ x, y, w: 100, h: 100 });
  editor.perform(
    createObjects(
      editor.board(),
      [
        { id: 'frame', type: 'frame', text: 'School year', place: at(4_000, 900) },
        { id: 'note', type: 'note', text: 'SCHOOL bus', place: at(4_000, 0) },
        { id: 'shape', type: 'shape', text: 'no such word', place: at(4_000, 200) },
        { id: 'talk', type: 'comment', text: 'Which school?', place: at(4_000, 300) },
      ],
      editor.context(),
    ),
  );
  editor.perform(
    createObjects(
      editor.board(),
      [{ id: 'answer', type: 'reply', text: 'The old school', place: at(0, 0), looks: { of: 'talk' } }],
      editor.context(),
    ),
  );
  const hits = find(readable(editor.board(), editor.records.free()), 'sChool');
  expect(hits.map((hit) => hit.id)).toEqual(['A-warm-place-after-school', 'School', 'note', 'talk', 'frame', 'answer']);
  expect(hits.at(-1)?.shown).toBe('talk');
  expect(find(readable(editor.board(), editor.records.free()), '  ')).toEqual([]);
  editor.bin(['note']);
  expect(find(readable(editor.board(), editor.records.free()), 'bus')).toEqual([]);
});

test('SEARCH-2 what stands in the notes is found and shown around the word', () => {
  const { editor } = openHeadlessBoard({ needs: ['advice'] });
  editor.setField('advice', 'notes', `${'long '.repeat(60)}Întâlnire in the end`);
  const [hit] = find(readable(editor.board(), editor.records.free()), 'intalnire');
  expect(hit?.id).toBe('advice');
  expect(hit && excerpt(hit.record, 'intalnire')).toContain('Întâlnire');
});
