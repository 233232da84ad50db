import { expect, test } from 'vitest';
import { byKind, hangingOn, linkTo } from './hanging';
import type { CardLink, Target } from '../../../card_links/load';

const link = (id: string, card: string, target: Target): CardLink => ({
  id,
  board_id: 'canvas',
  card_id: card,
  target,
  made_by: { account_id: 'joris', name: 'Joris', partner_id: null },
  made_at: '2026-11-23T12:00:00Z',
});
const toCard = (card: string, board = 'canvas'): Target => ({ kind: 'card', board_id: board, card_id: card });
const toLine = (line: string): Target => ({ kind: 'ledger_line', line_id: line, words: 'Zaalhuur' });

test('two cards hang together whichever was named first, and cards of other canvases are others', () => {
  const links = [link('1', 'market', toCard('door')), link('2', 'bus', toCard('market', 'other'))];
  expect(hangingOn(links, { board: 'canvas', card: 'market' })).toEqual([
    { id: '1', target: toCard('door') },
  ]);
  expect(hangingOn(links, { board: 'canvas', card: 'door' })).toEqual([
    { id: '1', target: toCard('market') },
  ]);
  expect(hangingOn(links, { board: 'other', card: 'market' })).toEqual([{ id: '2', target: toCard('bus') }]);
  expect(hangingOn(links, { board: 'other', card: 'door' })).toEqual([]);
});

test('what is linked already is known again', () => {
  const passage = {
    kind: 'passage',
    board_id: 'ambition',
    field: 'statement',
    start: 'a',
    end: 'b',
  } as const;
  const links = [
    link('1', 'market', toLine('rent')),
    link('2', 'market', { ...passage, quote: 'Elk kind leest' }),
  ];
  const hanging = hangingOn(links, { board: 'canvas', card: 'market' });
  expect(linkTo(hanging, { kind: 'ledger_line', line_id: 'rent' })?.id).toBe('1');
  expect(linkTo(hanging, { ...passage, quote: 'Elk kind leest nu' })?.id).toBe('2');
  expect(linkTo(hanging, { ...passage, start: 'c', quote: 'Elk kind leest' })).toBeNull();
  expect(linkTo(hanging, { kind: 'card', board_id: 'canvas', card_id: 'rent' })).toBeNull();
});

test('words of the ambition come first, and a kind of which there is nothing is left out', () => {
  const links = [link('1', 'market', toLine('rent')), link('2', 'market', toCard('door'))];
  expect(byKind(hangingOn(links, { board: 'canvas', card: 'market' })).map(({ kind }) => kind)).toEqual([
    'card',
    'ledger_line',
  ]);
});
