import { expect, test } from 'vitest';
import type { Note } from '../document';
import { cardsToLink, passagesToLink, searched } from './candidates';

const note = (id: string, block: Note['block'], text: string): Note => ({
  id,
  block,
  text,
  order: id,
  partner: null,
});

test('a card is linked to others that say something, block by block', () => {
  const notes = [
    note('a', 'channels', 'De markt'),
    note('b', 'channels', ' '),
    note('c', 'key_partners', 'De bibliotheek'),
    note('d', 'channels', 'Aan de deur'),
  ];
  const groups = searched(cardsToLink({ board: 'canvas', variant: null, cards: notes }, 'a'), '');
  expect(groups.map(({ candidates }) => candidates.map(({ words }) => words))).toEqual([
    ['De bibliotheek'],
    ['Aan de deur'],
  ]);
  expect(groups[0]?.candidates[0]?.target).toEqual({ kind: 'card', board_id: 'canvas', card_id: 'c' });
});

test('of cards of another variant one reads in which they stand', () => {
  const cards = [note('a', 'channels', 'De markt')];
  const groups = searched(cardsToLink({ board: 'other', variant: 'Klein begin', cards }, 'a'), '');
  expect(groups).toEqual([]);
  const [group] = searched(cardsToLink({ board: 'other', variant: 'Klein begin', cards }, 'b'), '');
  expect(group?.name).toContain('Klein begin');
  expect(group?.candidates[0]?.target).toEqual({ kind: 'card', board_id: 'other', card_id: 'a' });
});

test('who searches finds what holds every word, with or without accents', () => {
  const passage = (start: string, quote: string) => ({ field: 'statement' as const, start, end: 'z', quote });
  const groups = passagesToLink('ambition', [passage('a', 'Elk kind leest thuis'), passage('b', 'Eén stad')]);
  expect(searched(groups, 'thuis elk').flatMap(({ candidates }) => candidates.map(({ key }) => key))).toEqual(
    ['a'],
  );
  expect(searched(groups, 'een')[0]?.candidates[0]?.key).toBe('b');
  expect(searched(groups, 'zorg')).toEqual([]);
});
