import { expect, test } from 'vitest';
import { changesOf, meanwhile, touchedOf } from './changed_form';

const before = { kind: 'personal', words: 'Leren' };

test('only what was made another is sent', () => {
  expect(changesOf(before, { ...before, words: ' Leren ' })).toEqual({});
  expect(changesOf(before, { kind: 'business', words: 'Samen leren ' })).toEqual({
    kind: 'business',
    words: 'Samen leren',
  });
});

test('what is kept until then has its blanks', () => {
  expect(touchedOf(before, { ...before, words: 'Leren ' })).toEqual({ words: 'Leren ' });
});

test('what was changed elsewhere stays as it is there, unless one changed it here as well', () => {
  const now = { kind: 'business', words: 'Meer leden' };
  expect(meanwhile(before, { ...before, words: 'Veel leren ' }, now)).toEqual({
    kind: 'business',
    words: 'Veel leren ',
  });
});
