import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Messages = Record<string, unknown>;

const LOCALES = ['nl', 'en'] as const;
const files = LOCALES.map((locale) => readdirSync(`messages/${locale}`).sort());

test('both languages have the same files, and the build knows them all', () => {
  expect(files[0]).toEqual(files[1]);
  const settings = readFileSync('project.inlang/settings.json', 'utf8');
  for (const file of files[0] ?? []) expect(settings).toContain(`/{locale}/${file}`);
});

test.each(files[0] ?? [])('%s says everything in both languages', (file) => {
  const [dutch, english] = LOCALES.map((locale) => read(locale, file)) as [Messages, Messages];
  expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort());
  for (const [key, words] of [...Object.entries(dutch), ...Object.entries(english)]) {
    expect(JSON.stringify(words).trim(), key).not.toMatch(/^""$|:""/);
  }
});

test('a message takes the same inputs in both languages', () => {
  for (const file of files[0] ?? []) {
    const [dutch, english] = LOCALES.map((locale) => read(locale, file)) as [Messages, Messages];
    for (const key of Object.keys(dutch)) expect(inputs(english[key]), key).toEqual(inputs(dutch[key]));
  }
});

test('no key is in two files', () => {
  const keys = (files[0] ?? []).flatMap((file) => Object.keys(read('nl', file)));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

function read(locale: string, file: string): Messages {
  return JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Messages;
}

function inputs(message: unknown): string[] {
  const text = JSON.stringify(message);
  const inserted = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const declared = [...text.matchAll(/"input (\w+)"/g)].map((match) => match[1] ?? '');
  return [...new Set([...inserted, ...declared])].sort();
}
