import { onReturn } from '@masa/client/session/onReturn.ts';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

test('LINE-5 a return is the network coming back, or the page being looked at again', () => {
  let returns = 0;
  const stop = onReturn(() => {
    returns += 1;
  });
  window.dispatchEvent(new Event('online'));
  expect(returns).toBe(1);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(returns).toBe(1);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(returns).toBe(2);
  stop();
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(returns).toBe(2);
});
