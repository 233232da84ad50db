import { expect, test } from 'vitest';
import { Latest } from './latest';

/** An answer that comes when somebody gives it. */
function awaited(): { answer: Promise<string>; give: (words: string) => void } {
  let give: (words: string) => void = () => {};
  const answer = new Promise<string>((resolve) => (give = resolve));
  return { answer, give };
}

function taking(): { taken: string[]; latest: Latest<string> } {
  const taken: string[] = [];
  return { taken, latest: new Latest<string>((answer) => void taken.push(answer)) };
}

test.each(['first', 'last'])('the later one is taken, also when it answers %s', async (comes) => {
  const { taken, latest } = taking();
  const [earlier, later] = [awaited(), awaited()];
  const readings = [latest.read(earlier.answer), latest.read(later.answer)];
  if (comes === 'first') later.give('later');
  earlier.give('earlier');
  later.give('later');
  await Promise.all(readings);
  expect(taken).toEqual(['later']);
});

test('whoever waits for the earlier one goes on when the later one was taken', async () => {
  const { taken, latest } = taking();
  const later = awaited();
  const seen = latest.read(Promise.resolve('earlier')).then(() => [...taken]);
  void latest.read(later.answer);
  // Time enough for whoever would not wait.
  await new Promise((passed) => setTimeout(passed));
  later.give('later');
  expect(await seen).toEqual(['later']);
});

test('what is asked once an answer was taken is taken too', async () => {
  const { taken, latest } = taking();
  await latest.read(Promise.resolve('one'));
  await latest.read(Promise.resolve('another'));
  expect(taken).toEqual(['one', 'another']);
});
