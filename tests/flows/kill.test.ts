import { expect, test } from 'vitest';
import { kill } from './kill.ts';

test('KILL-1 a server that is killed while people write has kept everything it receipted, and takes back those who return', async () => {
  const { kills, acknowledged, lost, faults } = await kill(10, 7);
  expect(kills).toBe(10);
  expect(acknowledged).toBeGreaterThan(100);
  expect(lost).toEqual([]);
  expect(faults).toEqual([]);
});
