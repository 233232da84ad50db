import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refreshOverNetwork } from './refresh';

const remembered = new Map<string, string>();

beforeEach(() => {
  remembered.clear();
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => remembered.get(key) ?? null,
    setItem: (key: string, value: string) => remembered.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

function serverAnswers(status: number) {
  const asked = vi.fn(() => Promise.resolve(new Response(null, { status })));
  vi.stubGlobal('fetch', asked);
  return asked;
}

test('several requests that find the session expired renew it once', async () => {
  const asked = serverAnswers(200);
  const outcomes = await Promise.all([refreshOverNetwork(Date.now()), refreshOverNetwork(Date.now())]);
  expect(outcomes).toEqual(['refreshed', 'refreshed']);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('what another tab renewed after the request left is not renewed again', async () => {
  const asked = serverAnswers(200);
  remembered.set('samenspel-refreshed-at', '2000');
  expect(await refreshOverNetwork(1000)).toBe('refreshed');
  expect(asked).not.toHaveBeenCalled();
});

test('a refused refresh ends the session, an unanswered one does not', async () => {
  serverAnswers(401);
  expect(await refreshOverNetwork(Date.now())).toBe('ended');
  serverAnswers(503);
  expect(await refreshOverNetwork(Date.now())).toBe('unreachable');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  expect(await refreshOverNetwork(Date.now())).toBe('unreachable');
});
