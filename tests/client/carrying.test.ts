// What a hand carries: nothing of it is placed anew while it moves.
import { liftedNow } from '@masa/client/canvas/lifted.ts';
import type { Transform } from '@masa/client/editor/gestures.ts';
import { expect, test } from 'vitest';
import { type FreeFilling, openHeadlessBoard } from '../support/headlessBoard.ts';

const note = (id: string, x: number): FreeFilling => ({ id, box: [x, 0, 100, 100], text: `words of ${id}` });
const arrow = (id: string, from: string, to: string): FreeFilling => ({
  id,
  type: 'connector',
  box: [0, 0, 1, 1],
  facets: { start: { on: from, at: [0.5, 0.5] }, end: { on: to, at: [0.5, 0.5] } },
});
const moving = (ids: readonly string[], dx: number, dy: number): Transform => ({
  kind: 'transform',
  how: 'move',
  ids,
  from: { x: 0, y: 0, w: 100, h: 100 },
  to: { x: dx, y: dy, w: 100, h: 100 },
  turn: 0,
  guides: [],
});
const open = () =>
  openHeadlessBoard({}, { objects: [note('a', 2_000), note('b', 2_200), note('far', 2_600), arrow('whole', 'a', 'b'), arrow('half', 'b', 'far')] });

test('FREE-20 moving places nothing anew: what is carried is what lies there, moved', () => {
  const { editor } = open();
  const layer = editor.records.free();
  editor.gestures.own.set(moving(['a', 'b'], 10, 5));
  const [first] = liftedNow(editor).led;
  expect(first?.along?.carried.objects.map(({ id }) => id)).toEqual(['a', 'b', 'whole']);
  for (const placed of first?.along?.carried.objects ?? []) expect(placed).toBe(layer.get(placed.id));
  editor.gestures.own.set(moving(['a', 'b'], 40, 30));
  const [next] = liftedNow(editor).led;
  expect(next?.along?.carried).toBe(first?.along?.carried);
  expect([next?.along?.dx, next?.along?.dy]).toEqual([40, 30]);
});

test('FREE-21 an arrow held at one end while its other end is carried runs between the two with every step', () => {
  const { editor } = open();
  const lying = editor.records.free().get('half')?.route?.points;
  for (const dy of [60, 300]) {
    editor.gestures.own.set(moving(['a', 'b'], 0, dy));
    const lifted = liftedNow(editor);
    const half = lifted.led[0]?.objects.find(({ id }) => id === 'half');
    const moved = editor.records
      .free()
      .suppose(new Map(['a', 'b'].map((id) => [id, { box: { x: id === 'a' ? 2_000 : 2_200, y: dy, w: 100, h: 100 }, rot: 0 }])));
    expect(half?.route).toEqual(moved.find(({ id }) => id === 'half')?.route);
    expect(half?.route?.points).not.toEqual(lying);
    expect(lifted.ids).toEqual(new Set(['a', 'b', 'whole', 'half']));
  }
});

test('FREE-22 what changes while it is carried is carried as it has become', () => {
  const { editor } = open();
  editor.gestures.own.set(moving(['a', 'b'], 10, 0));
  const before = liftedNow(editor).led[0]?.along?.carried;
  editor.perform([{ do: 'text', id: 'far', text: 'somebody else' }]);
  editor.records.free();
  expect(liftedNow(editor).led[0]?.along?.carried.objects).toEqual(before?.objects);
  editor.perform([{ do: 'text', id: 'a', text: 'other words' }]);
  const after = liftedNow(editor).led[0]?.along?.carried;
  expect(after).not.toBe(before);
  expect(after?.objects.find(({ id }) => id === 'a')?.record.text).toBe('other words');
});
