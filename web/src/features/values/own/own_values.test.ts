import { expect, test } from 'vitest';
import type { OwnValue } from '../../../api/types';
import { BLANK, formOf, newOf, restored, sentOf } from './own_values';

test('a value of the library is sent by its id and read by its name', () => {
  const form = { words: ' vertrouwen ', why: ' Omdat het moet. ', visible_to: 'partner' } as const;
  expect(newOf(form)).toEqual({ words: 'trust', why: 'Omdat het moet.', visible_to: 'partner' });
  expect(formOf({ words: 'trust', why: '', visible_to: 'me' } as OwnValue).words).toBe('Vertrouwen');
});

test('own words are sent as they are, and nothing where nothing changed', () => {
  expect(newOf({ ...BLANK, words: ' Naast het gezin' }).words).toBe('Naast het gezin');
  expect(sentOf({ why: 'Daarom' })).toEqual({ why: 'Daarom' });
});

test('what was kept comes back, but never a circle that is not there any more', () => {
  const kept = { words: 'Half een w', visible_to: 'partner' };
  expect(restored(BLANK, kept, ['me', 'partner', 'all'])).toEqual({
    words: 'Half een w',
    why: '',
    visible_to: 'partner',
  });
  expect(restored(BLANK, kept, ['me', 'all']).visible_to).toBe('me');
});
