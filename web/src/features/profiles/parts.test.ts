import { expect, test } from 'vitest';
import type { OwnQuality, Profile, ProfilePart } from './load';
import { contentOf, isSaid, nothingOf, partOf, restored, saidIn, saysSame } from './parts';

const quality = (name: string, more: Partial<OwnQuality> = {}): OwnQuality => ({
  quality: name,
  strength: 2,
  pitfall: null,
  challenge: null,
  allergy: null,
  ...more,
});
const drives: ProfilePart = {
  content: { part: 'drives', drives: ['fun', 'care'] },
  visible_to: 'all',
  changed_at: '2026-11-22T10:00:00Z',
  version: 3,
};
const profile = { parts: [drives] } as unknown as Profile;

test('a part is found by its name, and one that is not there says nothing', () => {
  expect(partOf(profile, 'drives')).toBe(drives);
  expect(saidIn('drives', drives)).toEqual(['fun', 'care']);
  expect(partOf(profile, 'qualities')).toBeNull();
  expect(saidIn('qualities', null)).toEqual([]);
  expect(saidIn('learning', drives)).toBe('');
  expect([isSaid('drives', drives), isSaid('learning', null)]).toEqual([true, false]);
});

test('what is written over what was read leaves that as it was', () => {
  saidIn('drives', drives).push('impact');
  nothingOf('drives').push('impact');
  expect(saidIn('drives', drives)).toEqual(['fun', 'care']);
  expect(nothingOf('drives')).toEqual([]);
});

test('a corner in no words is left to the library', () => {
  const content = contentOf('qualities', [quality('empathy', { pitfall: '  ', allergy: ' Kilte ' })]);
  expect(content).toEqual({ part: 'qualities', qualities: [quality('empathy', { allergy: 'Kilte' })] });
  expect(contentOf('learning', ' Luisteren ')).toEqual({ part: 'learning', learning: 'Luisteren' });
});

test('the same said in another order is another', () => {
  expect(saysSame('drives', ['fun', 'care'], ['care', 'fun'])).toBe(false);
  expect(saysSame('qualities', [quality('empathy', { pitfall: '' })], [quality('empathy')])).toBe(true);
});

test('what was kept comes back, and what cannot be read does not', () => {
  expect(restored('drives', '["fun"]')).toEqual(['fun']);
  expect(restored('learning', '"Half een"')).toBe('Half een');
  expect(restored('qualities', JSON.stringify([quality('empathy')]))).toEqual([quality('empathy')]);
  for (const kept of [undefined, '{', '[1]', '"x"', '[{"quality":"empathy","strength":4}]'])
    expect(restored('qualities', kept)).toBeNull();
});
