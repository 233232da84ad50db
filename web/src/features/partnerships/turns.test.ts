import { expect, test } from 'vitest';
import type { Contents } from './load';
import { isNew, turnsFor } from './turns';

const ME = { partner: 'library', reads: false, agrees: true };
const BLOCKS = ['channels', 'key_partners'];

function contents(): Required<Contents> {
  const note = { id: 'n', text: 'x', order: 'a0', partner: 'library' };
  return {
    ambition: {
      seq: 1,
      kind: 'ambition',
      headline: 'Elk kind leest',
      statement: 'Samen.',
      horizon: '',
      statement_html: '',
      horizon_html: '',
    },
    canvas: {
      seq: 1,
      kind: 'canvas',
      notes: [
        { ...note, block: 'channels' },
        { ...note, id: 'm', block: 'key_partners' },
      ],
    },
    roles: {
      seq: 1,
      kind: 'roles',
      roles: [
        {
          id: 'r',
          title: 'Coördinator',
          purpose: '',
          seats_min: 1,
          seats_max: 1,
          qualities: { calm: 2 },
          drives: {},
          order: 'a0',
        },
      ],
    },
    values: { seq: 1, kind: 'values', values: [] },
  };
}

test('nothing waits when everything has a beginning', () => {
  expect(turnsFor(ME, contents(), BLOCKS)).toEqual([]);
});

test('an empty partnership begins with the ambition', () => {
  const empty = contents();
  empty.ambition.headline = ' ';
  empty.canvas.notes = [];
  empty.roles.roles = [];
  expect(turnsFor(ME, empty, BLOCKS).map(({ kind }) => kind)).toEqual([
    'headline',
    'card',
    'blocks',
    'roles',
  ]);
});

test('first the ambition, then how: what is not begun before its time is not asked for', () => {
  const empty = contents();
  empty.ambition.headline = '';
  empty.canvas.notes = [];
  empty.roles.roles = [];
  const early = { ...ME, agrees: false };
  expect(turnsFor(early, empty, BLOCKS)).toEqual([{ kind: 'headline' }]);
  // Once somebody began it, it is there to go on with.
  empty.canvas.notes = contents().canvas.notes.slice(0, 1);
  expect(turnsFor(early, empty, BLOCKS)).toEqual([
    { kind: 'headline' },
    { kind: 'blocks', blocks: ['key_partners'] },
  ]);
});

test('a partnership is new until something stands on a board', () => {
  const empty = contents();
  empty.ambition.headline = ' ';
  empty.ambition.statement = '';
  empty.canvas.notes = [];
  empty.roles.roles = [];
  expect(isNew(empty)).toBe(true);
  expect(isNew({ ...empty, roles: contents().roles })).toBe(false);
  expect(isNew(contents())).toBe(false);
});

test('a partner without a card is asked for one, somebody without a partner is not', () => {
  const board = contents();
  board.canvas.notes = board.canvas.notes.map((note) => ({ ...note, partner: 'school' }));
  expect(turnsFor(ME, board, BLOCKS)).toEqual([{ kind: 'card' }]);
  expect(turnsFor({ ...ME, partner: null }, board, BLOCKS)).toEqual([]);
});

test('an observer is asked nothing, and a board that could not be read asks nothing', () => {
  expect(turnsFor({ ...ME, reads: true }, {}, BLOCKS)).toEqual([]);
  expect(turnsFor(ME, {}, BLOCKS)).toEqual([]);
});
