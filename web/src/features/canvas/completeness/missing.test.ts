import { expect, test } from 'vitest';
import type { Partner } from '../../../api/types';
import { BLOCK_IDS } from '../../../content/canvas';
import { filledBlocks, ledgerTalks, named } from './missing';

const partner = (id: string): Partner => ({ id, name: id, mark: 1, status: 'active' }) as Partner;
const BEREND = partner('berend');
const KERS = partner('kers');

test('every block is there, with its cards or with none', () => {
  const filled = filledBlocks({
    blocks: [
      { block: 'channels', cards: 3 },
      { block: 'from_another_day', cards: 9 },
    ],
  });
  expect(filled.map(({ block }) => block.id)).toEqual(BLOCK_IDS);
  expect(filled.filter(({ cards }) => cards > 0).map(({ block }) => block.id)).toEqual(['channels']);
});

test('partners stand in their own order, and one that is not known yet is left out', () => {
  expect(named(['kers', 'new', 'berend'], [BEREND, KERS])).toEqual([BEREND, KERS]);
});

test('the ledger says what to talk about, the partners first', () => {
  const ledger = {
    partner_missing: ['kers'],
    partner_only_costs: ['berend'],
    shares_do_not_add_up: ['line', 'another'],
  };
  expect(ledgerTalks({ ledger }, [BEREND, KERS])).toEqual([
    { about: 'only_costs', partner: BEREND },
    { about: 'missing', partner: KERS },
    { about: 'shares', lines: 2 },
  ]);
});

test('who is not shown the ledger hears nothing of it', () => {
  expect(ledgerTalks({ ledger: null }, [BEREND])).toEqual([]);
});
