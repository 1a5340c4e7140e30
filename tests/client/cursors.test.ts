// Cursors of others on their way.
import { createPeerCursors } from '@masa/client/canvas/peerCursors.ts';
import { expect, test } from 'vitest';
import { STILL } from '../support/headlessBoard.ts';

test('RENDER-13 a peer’s cursor goes to where it is in a few frames, and at once when motion is unwelcome', () => {
  const person = { id: 'p', name: 'Ole', library: '', colour: '1', role: 'participant' };
  const peerAt = (x: number) => ({ ...STILL, client: 1, person, cursor: { x, y: 0 }, selected: [], drag: null, writing: null });
  const cursors = createPeerCursors();
  cursors.follow(new Map([[1, peerAt(0)]]), 1, false, 0);
  const there = peerAt(100);
  let frames = 0;
  while (cursors.follow(new Map([[1, there]]), 1, false, 16 * (frames + 1))) frames += 1;
  expect(frames).toBeGreaterThan(2);
  expect(frames).toBeLessThan(15);
  expect(cursors.of(there)?.x).toBe(100);
  cursors.follow(new Map([[1, peerAt(0)]]), 1, true);
  expect(cursors.of(peerAt(0))?.x).toBe(0);
});
