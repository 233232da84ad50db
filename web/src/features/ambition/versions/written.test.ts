import { expect, test } from 'vitest';
import type { BoardAuthors } from './load';
import type { RichBlock } from '../../../rich_text/document';
import { compare } from './comparing';
import { attribute } from './written';

const [ANNA, BRAM] = ['anna', 'bram'];
const paragraph = (text: string): RichBlock => ({
  kind: 'paragraph',
  inline: [{ kind: 'span', text, bold: false, italic: false, link: null }],
});
const written = (headline: [string, string][], ...lines: [string, string][][]): BoardAuthors => {
  const line = (runs: [string, string][]) => runs.map(([account_id, text]) => ({ account_id, text }));
  return {
    seq: 1,
    people: [],
    texts: [
      { root: 'headline', lines: [line(headline)] },
      { root: 'horizon', lines: [line([[BRAM, 'Later.']])] },
      { root: 'statement', lines: lines.map(line) },
    ],
  };
};
const before = { headline: 'Elk kind leest', statement: [paragraph('Wij lezen voor.')] };
const after = {
  headline: 'Elk kind leest graag',
  statement: [paragraph('Wij lezen samen elke dag voor.'), paragraph('Thuis ook.')],
};
const wroteBefore = written([[ANNA, 'Elk kind leest']], [[ANNA, 'Wij lezen voor.']]);
const wroteAfter = written(
  [
    [ANNA, 'Elk kind leest'],
    [BRAM, ' graag'],
  ],
  [
    [ANNA, 'Wij lezen '],
    [BRAM, 'samen '],
    [ANNA, 'elke dag '],
    [ANNA, 'voor.'],
  ],
  [[BRAM, 'Thuis ook.']],
);

test('each word that came is by who wrote it', () => {
  const rows = attribute(compare(before, after), wroteBefore, wroteAfter);
  expect(rows.map(({ added }) => added)).toEqual([[BRAM], [BRAM, ANNA], [BRAM]]);
  const words = rows[1]?.parts.filter(({ kind }) => kind === 'added');
  expect(words?.map(({ by, text }) => [by, text.trim()])).toEqual([
    [BRAM, 'samen'],
    [ANNA, 'elke dag'],
  ]);
});

test('each word that went is by who had written it', () => {
  const rows = attribute(compare(after, before), wroteAfter, wroteBefore);
  expect(rows.map(({ removed }) => removed)).toEqual([[BRAM], [BRAM, ANNA], [BRAM]]);
  expect(rows.every(({ added }) => added.length === 0)).toBe(true);
});

test('of words that are other than what is told of them, nothing is said', () => {
  const rows = attribute(compare(before, after), null, written([[ANNA, 'Iets anders']]));
  expect(rows.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
  expect(rows.map(({ parts }) => parts.map(({ text }) => text).join(''))).toEqual(
    compare(before, after).map(({ parts }) => parts.map(({ text }) => text).join('')),
  );
});
