import { expect, test } from 'vitest';
import { compare, countOf, type FrozenCard, type Model } from './comparing';
import type { FrozenLine } from './load';

const card = (block: string, text: string, partner: string | null = null): FrozenCard => ({
  block,
  text,
  partner,
});
const line = (words: string, more: Partial<FrozenLine> = {}): FrozenLine => ({
  amount: 120_000,
  certainty: 'assumed',
  frequency: 'yearly',
  from: null,
  kind: 'cost',
  nature: 'money',
  note: '',
  partner: null,
  shares: [],
  until: null,
  words,
  ...more,
});
function model(cards: FrozenCard[], lines: FrozenLine[] | null = [], begins = '2027-01'): Model {
  return { canvas: { title: 'Businessmodel', cards }, costs: lines && { begins, lines, years: [] } };
}

test('what is the same is no difference, in whatever order it stands', () => {
  const cards = [card('channels', 'Wijkavonden'), card('channels', 'Een nieuwsbrief', 'brug')];
  const huur = line('Huur', { shares: [{ amount: 60_000, partner: 'brug' }] });
  const again = Object.fromEntries(Object.entries(huur).toReversed()) as FrozenLine;
  const differences = compare(model(cards, [huur]), model(cards.toReversed(), [again]));
  expect(countOf(differences)).toBe(0);
});

test('a card came, one went, one says something else, and one is for somebody else', () => {
  const before = model([
    card('channels', 'Wijkavonden in het buurthuis'),
    card('channels', 'Een nieuwsbrief'),
    card('key_partners', 'De bibliotheek'),
  ]);
  const after = model([
    card('channels', 'Wijkavonden in de school'),
    card('key_partners', 'De bibliotheek', 'maas'),
    card('key_partners', 'Ouders'),
  ]);
  expect(
    compare(before, after).cards.map(({ kind, before: was, after: is }) => [kind, was?.text, is?.text]),
  ).toEqual([
    ['changed', 'De bibliotheek', 'De bibliotheek'],
    ['added', undefined, 'Ouders'],
    ['changed', 'Wijkavonden in het buurthuis', 'Wijkavonden in de school'],
    ['removed', 'Een nieuwsbrief', undefined],
  ]);
  // What has little in common is another card.
  const other = compare(
    model([card('channels', 'Wijkavonden')]),
    model([card('channels', 'Een nieuwsbrief')]),
  );
  expect(other.cards.map(({ kind }) => kind)).toEqual(['added', 'removed']);
});

test('a card that was taken to another block is moved, and not a new one', () => {
  const { cards } = compare(
    model([card('channels', 'Ouders')]),
    model([card('customer_segments', 'Ouders')]),
  );
  expect(cards).toMatchObject([
    { kind: 'moved', before: { block: 'channels' }, after: { block: 'customer_segments' } },
  ]);
});

test('two cards with the same words are two', () => {
  const one = card('channels', 'Ouders');
  expect(compare(model([one]), model([one, { ...one }])).cards).toMatchObject([{ kind: 'added' }]);
  expect(compare(model([one, { ...one }]), model([one])).cards).toMatchObject([{ kind: 'removed' }]);
});

test('a line with another amount is the same line; a cost never becomes a benefit', () => {
  const { lines } = compare(
    model([], [line('Huur'), line('Subsidie')]),
    model([], [line('Huur', { amount: 150_000 }), line('Subsidie', { kind: 'benefit' })]),
  );
  expect(lines?.map(({ kind, after, before }) => [kind, (after ?? before)?.words])).toEqual([
    ['changed', 'Huur'],
    ['added', 'Subsidie'],
    ['removed', 'Subsidie'],
  ]);
});

test('who does not read what it costs and brings reads no difference in it', () => {
  const differences = compare(model([card('channels', 'Ouders')], null), model([], null));
  expect(differences).toMatchObject({ begins: null, lines: null, cards: [{ kind: 'removed' }] });
});

test('other years, and another name of the canvas, are differences too', () => {
  const after = model([], [], '2028-01');
  after.canvas.title = 'Plan B';
  const differences = compare(model([]), after);
  expect(differences.begins).toEqual({ before: '2027-01', after: '2028-01' });
  expect(differences.title).toEqual({ before: 'Businessmodel', after: 'Plan B' });
  expect(countOf(differences)).toBe(2);
});
