import { expect, test } from 'vitest';
import { BLOCK_IDS, type BlockId } from '../../../content/canvas';
import type { Note } from '../document';
import { compareCanvases, countAlone, type ComparedBlock, type Side } from './comparing';

let count = 0;
const note = (block: BlockId, text: string, partner: string | null = null): Note => ({
  id: `note ${(count += 1)}`,
  block,
  text,
  order: 'a',
  partner,
});
const said = (compared: ComparedBlock[], block: BlockId, side: Side): string[] =>
  compared
    .filter((one) => one.block.id === block)
    .flatMap((one) => one[side].map(({ note: { text }, onlyHere }) => (onlyHere ? `! ${text}` : text)));

test('all nine blocks are compared, also those in which nothing stands', () => {
  expect(compareCanvases([], []).map(({ block }) => block.id)).toEqual(BLOCK_IDS);
});

test('cards that say the same in the same block stand in both', () => {
  const compared = compareCanvases(
    [note('channels', 'De voorleesbus'), note('channels', 'De website')],
    [note('channels', ' de  Voorleesbus ', 'berend')],
  );
  expect(said(compared, 'channels', 'first')).toEqual(['De voorleesbus', '! De website']);
  expect(said(compared, 'channels', 'second')).toEqual([' de  Voorleesbus ']);
  expect(countAlone(compared, 'first')).toBe(1);
  expect(countAlone(compared, 'second')).toBe(0);
});

test('the same words in another block are another thought', () => {
  const compared = compareCanvases(
    [note('key_partners', 'De bibliotheek')],
    [note('channels', 'De bibliotheek')],
  );
  expect(said(compared, 'key_partners', 'first')).toEqual(['! De bibliotheek']);
  expect(said(compared, 'channels', 'second')).toEqual(['! De bibliotheek']);
});

test('what is said twice on one side and once on the other stands alone once', () => {
  const compared = compareCanvases(
    [note('channels', 'Markt'), note('channels', 'Markt')],
    [note('channels', 'Markt')],
  );
  expect(said(compared, 'channels', 'first')).toEqual(['Markt', '! Markt']);
  expect(said(compared, 'channels', 'second')).toEqual(['Markt']);
});

test('an empty card is left out', () => {
  expect(said(compareCanvases([note('channels', ' \n')], []), 'channels', 'first')).toEqual([]);
});
