import { expect, test } from 'vitest';
import { fileName } from './file_name';

test('a file is called what the server calls it, in all its letters', () => {
  const both = `attachment; filename="Taal _ Ambitie.md"; filename*=UTF-8''Taal%20%E2%80%93%20Ambitie.md`;
  expect(fileName(both, 'markdown')).toBe('Taal – Ambitie.md');
  expect(fileName('attachment; filename="rollen.csv"', 'csv')).toBe('rollen.csv');
  expect(fileName(`attachment; filename="a.csv"; filename*=UTF-8''%E0%A4%A`, 'csv')).toBe('a.csv');
});

test('a file without a name still says what it is', () => {
  expect(fileName(null, 'json')).toBe('samenspel.json');
});
