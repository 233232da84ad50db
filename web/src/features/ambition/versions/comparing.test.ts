import { expect, test } from 'vitest';
import type { RichBlock, RichInline } from '../../../rich_text/document';
import { aroundWords, compare, sideOf, type Words } from './comparing';

const span = (text: string, bold = false): RichInline => ({
  kind: 'span',
  text,
  bold,
  italic: false,
  link: null,
});
const paragraph = (...inline: RichInline[]): RichBlock => ({ kind: 'paragraph', inline });
const words = (headline: string, ...statement: (string | RichBlock)[]): Words => ({
  headline,
  statement: statement.map((block) => (typeof block === 'string' ? paragraph(span(block)) : block)),
});
const list = (...items: string[]): RichBlock => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: items.map((item) => [paragraph(span(item))]),
});
const text = (parts: { text: string }[]): string => parts.map((part) => part.text).join('');

test('the same words are the same', () => {
  const same = words('Elk kind leest', 'Wij lezen voor.', list('Thuis', 'Op school'));
  expect(compare(same, same).map(({ kind, form }) => [kind, form])).toEqual([
    ['same', 'headline'],
    ['same', 'paragraph'],
    ['same', 'item'],
    ['same', 'item'],
  ]);
});

test('what went and what came is known by the word, and each side reads as it was', () => {
  const [headline, statement] = compare(
    words('Elk kind leest', 'Elk van ons ziet een stukje van het gezin.'),
    words('Elk kind leest thuis', 'Elk van ons ziet een stukje van het hele gezin.'),
  );
  expect([headline?.kind, statement?.kind]).toEqual(['changed', 'changed']);
  expect(statement?.parts.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: 'hele ' }]);
  expect(text(sideOf(statement?.parts ?? [], 'before'))).toBe('Elk van ons ziet een stukje van het gezin.');
  expect(text(sideOf(statement?.parts ?? [], 'after'))).toBe(
    'Elk van ons ziet een stukje van het hele gezin.',
  );
});

test('words that came for others stand in one run', () => {
  const [, row] = compare(
    words('A', 'Wij gaan vandaag samen lezen met alle gezinnen van de wijk.'),
    words('A', 'Wij gaan morgen zingen lezen met alle gezinnen van de wijk.'),
  );
  expect(row?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'vandaag samen' },
    { kind: 'added', text: 'morgen zingen' },
  ]);
});

test('a passage that went and one that came are no change of each other', () => {
  const rows = compare(
    words('A', 'Eerst dit.', 'Ouders noemen ons bij de voornaam.'),
    words('A', 'Eerst dit.', 'Negen van tien kinderen starten goed.', 'En dan nog iets.'),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'removed', 'added', 'added']);
});

test('a passage between others is only that', () => {
  const rows = compare(words('A', 'Eén.', 'Drie.'), words('A', 'Eén.', 'Twee.', 'Drie.'));
  expect(rows.map(({ kind, parts }) => [kind, text(parts)])).toEqual([
    ['same', 'A'],
    ['same', 'Eén.'],
    ['added', 'Twee.'],
    ['same', 'Drie.'],
  ]);
});

test('that the same words look different is said, and in what pieces they come is not', () => {
  const bold = compare(words('A', 'Samen lezen'), words('A', paragraph(span('Samen', true), span(' lezen'))));
  expect(bold.map(({ kind }) => kind)).toEqual(['same', 'restyled']);
  const inPieces = compare(words('A', 'Samen lezen'), words('A', paragraph(span('Samen'), span(' lezen'))));
  expect(inPieces.map(({ kind }) => kind)).toEqual(['same', 'same']);
  const asItem = compare(words('A', 'Samen lezen'), words('A', list('Samen lezen')));
  expect(asItem.map(({ kind, form }) => [kind, form])).toEqual([
    ['same', 'headline'],
    ['restyled', 'item'],
  ]);
});

test('the blanks around words are not marked with them', () => {
  expect(aroundWords(' het hele  ')).toEqual([' ', 'het hele', '  ']);
  expect(aroundWords('hele')).toEqual(['', 'hele', '']);
  expect(aroundWords(' ')).toEqual(['', ' ', '']);
});

test('nothing, and everything', () => {
  expect(compare(words('', ''), words('', ''))).toEqual([]);
  expect(compare(words(''), words('A', 'B')).map(({ kind }) => kind)).toEqual(['added', 'added']);
  expect(compare(words('A', 'B'), words('')).map(({ kind }) => kind)).toEqual(['removed', 'removed']);
});
