import { expect, test, vi } from 'vitest';
import { cast, pause } from './casting';

const ballot = { scan: 's1', ballot: 'ZZZ', response: { answers: { a: 4 }, priorities: [] } };

function answering(status: number, body?: object): typeof fetch {
  const text = body ? JSON.stringify(body) : null;
  return () => Promise.resolve(new Response(text, { status }));
}

test('answers go along with their ballot and with nothing that says who sends them', async () => {
  const send = vi.fn<typeof fetch>(answering(204));
  expect(await cast(ballot, send)).toBe('counted');
  const [address, how] = send.mock.calls[0] ?? [];
  expect(address).toBe('/api/v1/ballots');
  expect(how).toMatchObject({ method: 'POST', credentials: 'omit' });
  expect(Object.keys(how?.headers ?? {})).toEqual(['Content-Type']);
  expect(JSON.parse(String(how?.body))).toEqual({ ballot: 'ZZZ', response: ballot.response });
});

test('a round that is closed takes nothing any more', async () => {
  expect(await cast(ballot, answering(409, { code: 'not_open' }))).toBe('too_late');
});

test('a permission that is not known, and answers that do not fit, are not called late', async () => {
  expect(await cast(ballot, answering(403, { code: 'no_ballot' }))).toBe('not_accepted');
  expect(await cast(ballot, answering(422, { code: 'validation_failed' }))).toBe('not_accepted');
});

test('what may help is tried again', async () => {
  expect(await cast(ballot, answering(503, { code: 'unavailable' }))).toBe('later');
  expect(await cast(ballot, answering(429, { code: 'too_many_attempts' }))).toBe('later');
  expect(await cast(ballot, answering(502))).toBe('later');
  expect(await cast(ballot, () => Promise.reject(new TypeError('no network')))).toBe('later');
});

test('they go between one second and half a minute later', () => {
  expect(pause(0)).toBe(1_000);
  expect(pause(0.999999)).toBeLessThanOrEqual(30_000);
  expect(pause(0.5)).toBeGreaterThan(10_000);
});
