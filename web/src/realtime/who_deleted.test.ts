import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isSamePassage, whoDeleted } from './who_deleted';

/** What the API says, one answer after another. */
const { answers } = vi.hoisted(() => ({ answers: [] as object[] }));
vi.mock('../api/client', () => ({
  api: { GET: () => null },
  outcome: () => Promise.resolve(answers.shift()),
}));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function bin(...given: object[]): void {
  answers.splice(0, answers.length, ...given);
}

const holding = (id: string): object => ({
  data: { items: [{ deleted_by: { name: 'Sanne Mulder' }, note: { id } }] },
});

async function asked(): Promise<string | null> {
  const name = whoDeleted('board', ({ note }) => note?.id === 'mine');
  await vi.runAllTimersAsync();
  return name;
}

test('the bin says who deleted a card, also when it hears of it a moment later', async () => {
  bin(holding('another'), { problem: { code: 'unreachable' } }, holding('mine'));
  expect(await asked()).toBe('Sanne Mulder');
});

test('a bin that is far behind is looked into again', async () => {
  bin(...Array<object>(4).fill(holding('another')), holding('mine'));
  expect(await asked()).toBe('Sanne Mulder');
});

test('nobody is named when the bin does not know', async () => {
  bin(...Array<object>(9).fill(holding('another')));
  expect(await asked()).toBeNull();
  expect(answers.length).toBeGreaterThan(0);
});

test('a passage is known again when somebody wrote on in it', () => {
  expect(isSamePassage('Deze alinea staat er al.', 'Deze alinea staat er al. En dit schreef ik erbij.')).toBe(
    true,
  );
  expect(isSamePassage('Iets heel anders, over boeken.', 'Deze alinea staat er al.')).toBe(false);
  expect(isSamePassage('', 'Deze alinea')).toBe(false);
});
