import { createLocalBus } from '@masa/server/cluster/localBus';
import { expect, test } from 'vitest';

test('BUS-1 a word reaches every listener of its topic, and no listener that left', async () => {
  const bus = createLocalBus();
  const heard: string[] = [];
  bus.subscribe('a', (message) => heard.push(`1 ${message}`));
  const leave = bus.subscribe('a', (message) => heard.push(`2 ${message}`));
  bus.subscribe('b', (message) => heard.push(`3 ${message}`));
  bus.publish('a', 'x');
  leave();
  bus.publish('a', 'y');
  bus.publish('nobody', 'z');
  await bus.close();
  bus.publish('a', 'late');
  expect(heard).toEqual(['1 x', '2 x', '1 y']);
});
