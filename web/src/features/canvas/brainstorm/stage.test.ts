import { expect, test } from 'vitest';
import type { Partnership } from '../../../api/types';
import type { Brainstorm } from './load';
import { leftInHand, mayEnd, stageOf, theOneOn, thoseOver } from './stage';

const brainstorm = (given: Partial<Brainstorm>): Brainstorm => ({
  id: 'b',
  block: 'channels',
  question: null,
  begun_by: { account_id: 'joris', name: 'Joris', partner_id: null },
  is_being_revealed: false,
  own_done: false,
  begun_at: '2026-11-23T12:00:00Z',
  ends_at: '2026-11-23T12:05:00Z',
  revealed_at: null,
  stopped_at: null,
  own: [],
  written: 0,
  done: 0,
  ...given,
});
const WHEN = '2026-11-23T12:06:00Z';
const CARD = { id: 'c', text: 'De markt' };

test('the time being up ends nothing: people write until it is shown or stopped', () => {
  expect(stageOf(brainstorm({ ends_at: '2020-01-01T00:00:00Z' }))).toBe('writing');
  expect(stageOf(brainstorm({ revealed_at: WHEN }))).toBe('revealed');
  expect(stageOf(brainstorm({ stopped_at: WHEN }))).toBe('stopped');
});

test('the one that is on is found among those that were', () => {
  const [on, over] = [brainstorm({ id: 'on' }), brainstorm({ id: 'over', revealed_at: WHEN })];
  expect(theOneOn({ items: [over, on] })?.id).toBe('on');
  expect(theOneOn({ items: [over] })).toBeNull();
});

test('those that are over are told from the one that is on', () => {
  const items = [
    brainstorm({ id: 'on' }),
    brainstorm({ id: 'stopped', stopped_at: WHEN }),
    brainstorm({ id: 'shown', revealed_at: WHEN }),
  ];
  expect(thoseOver({ items }).map(({ id }) => id)).toEqual(['stopped', 'shown']);
});

test('whoever began it or leads ends it', () => {
  const as = (role: string): Pick<Partnership, 'me'> => ({ me: { role } }) as unknown as Partnership;
  expect(mayEnd(brainstorm({}), as('member'), 'joris')).toBe(true);
  expect(mayEnd(brainstorm({}), as('member'), 'sanne')).toBe(false);
  expect(mayEnd(brainstorm({}), as('lead'), 'sanne')).toBe(true);
  expect(mayEnd(brainstorm({}), as('observer'), 'joris')).toBe(false);
});

test('what one was still typing is kept, unless it is on a card', () => {
  const over = brainstorm({ revealed_at: WHEN, own: [CARD] });
  expect(leftInHand({ text: ' De school ', card: null }, over)).toBe('De school');
  expect(leftInHand({ text: 'De markt', card: 'c' }, over)).toBeNull();
  expect(leftInHand({ text: '  ', card: null }, over)).toBeNull();
});
