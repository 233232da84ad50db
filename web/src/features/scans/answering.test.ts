import { beforeEach, expect, test, vi } from 'vitest';
import { Answering } from './answering.svelte';
import { courier } from './courier.svelte';
import { ScanDraftShelf } from './draft_shelf';
import { askForBallot } from './load';

vi.mock('./load', () => ({ askForBallot: vi.fn() }));
vi.mock('./courier.svelte', () => ({ courier: { take: vi.fn() } }));

const scan = { kind: 'pulse' as const, statements: ['felt_urgency.b', 'effort'] };
const UNREACHABLE = { problem: { status: 0, code: 'unreachable' } };

let browser: Map<string, string>;
let shelf: ScanDraftShelf;

beforeEach(() => {
  vi.resetAllMocks();
  browser = new Map();
  const storage = {
    getItem: (key: string) => browser.get(key) ?? null,
    setItem: (key: string, value: string) => void browser.set(key, value),
    removeItem: (key: string) => void browser.delete(key),
  };
  shelf = new ScanDraftShelf('ik', 's1', storage as Storage);
});

function choices(): string[] {
  return vi.mocked(askForBallot).mock.calls.map(([, , choice]) => choice);
}

test('who looked first sees the same order later', () => {
  const { order } = new Answering(scan, shelf).draft;
  expect(new Answering(scan, shelf).draft.order).toEqual(order);
});

test('the choice is kept before it is asked with, so that a lost reply costs no answer', async () => {
  vi.mocked(askForBallot).mockImplementationOnce(() => {
    expect(shelf.read()?.choice).toMatch(/^[\w-]{43}$/);
    return Promise.resolve(UNREACHABLE);
  });
  const answering = new Answering(scan, shelf);
  answering.answer('effort', 4);
  expect(await answering.send('p', 's1')).toBe(false);
  expect(answering.asking.problem?.code).toBe('unreachable');
  expect(courier.take).not.toHaveBeenCalled();

  // After a reload, and from there on.
  vi.mocked(askForBallot).mockResolvedValue({ data: { ballot: 'B' } });
  expect(await new Answering(scan, shelf).send('p', 's1')).toBe(true);
  const [first, second] = choices();
  expect(second).toBe(first);
  const response = { answers: { 'felt_urgency.b': null, effort: 4 }, priorities: [] };
  expect(courier.take).toHaveBeenCalledWith({ scan: 's1', ballot: 'B', response });
  expect(browser.size).toBe(0);
});

test('a second window of the same person sends with the same choice', async () => {
  vi.mocked(askForBallot).mockResolvedValue(UNREACHABLE);
  const other = new Answering(scan, shelf);
  await new Answering(scan, shelf).send('p', 's1');
  other.answer('effort', 2);
  expect(shelf.read()?.choice).toBe(choices()[0]);
  await other.send('p', 's1');
  expect(choices()[1]).toBe(choices()[0]);
});

test('what was sent is not kept again', async () => {
  vi.mocked(askForBallot).mockResolvedValue({ data: { ballot: 'B' } });
  const answering = new Answering(scan, shelf);
  await answering.send('p', 's1');
  answering.answer('effort', 1);
  expect(browser.size).toBe(0);
});

test('what a partner gave before is where a change begins, and is kept only when it is changed', () => {
  const given = { answers: { effort: 5 }, words: '' };
  const answering = new Answering(scan, shelf, given);
  expect(answering.draft.answers).toEqual({ effort: 5 });
  expect(browser.size).toBe(0);
  answering.answer('effort', 3);
  expect(shelf.read()?.answers).toEqual({ effort: 3 });
});
