import { expect, test } from 'vitest';
import type { VersionsStanding } from '../../../api/types';
import { headlineOf } from './headline';

const version = { number: 1, headline: 'Elk kind leest ', hash: 'shared' };
const standing = (shared: number | null, hash: string) =>
  ({ shared, open: null, draft: { seq: 3, hash }, versions: [version] }) as unknown as VersionsStanding;

test('what every partner stands behind stays on top, whatever somebody writes', () => {
  expect(headlineOf(standing(1, 'shared'), 'Elk kind leest')).toEqual({
    words: 'Elk kind leest',
    is: 'shared',
    changed: false,
  });
  expect(headlineOf(standing(1, 'other'), 'x')).toEqual({
    words: 'Elk kind leest',
    is: 'shared',
    changed: true,
  });
});

test('before anything is shared, it is what is written there now', () => {
  expect(headlineOf(standing(null, 'other'), ' Elk gezin ')).toEqual({
    words: 'Elk gezin',
    is: 'draft',
    changed: false,
  });
});
