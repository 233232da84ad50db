import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { difference, mapEdit, mapPosition, writeEdit } from './text_edit';

describe('the smallest edit', () => {
  it.each([
    ['', 'a'],
    ['lezen', 'voorlezen'],
    ['thuis lezen', 'thuis voorlezen'],
    ['een twee drie', 'een drie'],
    ['aaaa', 'aaa'],
    ['😀', '😁'],
    ['a😀b', 'a😁b'],
    ['abc', ''],
  ])('makes %j into %j', (before, after) => {
    const edit = difference(before, after);
    expect(edit).not.toBeNull();
    if (!edit) return;
    const made = before.slice(0, edit.index) + edit.insert + before.slice(edit.index + edit.remove);
    expect(made).toBe(after);
  });

  it('is none when nothing changed', () => {
    expect(difference('zelfde', 'zelfde')).toBeNull();
  });

  it('does not replace what stayed', () => {
    expect(difference('samen lezen', 'samen voorlezen')).toEqual({ index: 6, remove: 0, insert: 'voor' });
  });

  it('uses the caret to tell which of equal letters was typed', () => {
    expect(difference('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
    expect(difference('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' });
  });

  it('keeps a smiley whole', () => {
    const edit = difference('😀', '😁');
    expect(edit).toEqual({ index: 0, remove: 2, insert: '😁' });
  });
});

describe('a position while others write', () => {
  it('moves with what is inserted before it and stays before what is inserted at it', () => {
    expect(mapPosition([{ insert: 'ab' }], 3)).toBe(5);
    expect(mapPosition([{ retain: 3 }, { insert: 'ab' }], 3)).toBe(3);
    expect(mapPosition([{ retain: 5 }, { insert: 'ab' }], 3)).toBe(3);
  });

  it('moves back when text before it goes, and to the start of what goes around it', () => {
    expect(mapPosition([{ delete: 2 }], 5)).toBe(3);
    expect(mapPosition([{ retain: 2 }, { delete: 6 }], 5)).toBe(2);
  });
});

describe('writing into a shared text', () => {
  it('keeps the words of two people who wrote at the same time', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    mine.getText('t').insert(0, 'Een gezicht');
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const first = difference('Een gezicht', 'Een vertrouwd gezicht');
    const second = difference('Een gezicht', 'Een gezicht thuis');
    if (first) writeEdit(mine.getText('t'), first, 'me');
    if (second) writeEdit(theirs.getText('t'), second, 'them');
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(mine.getText('t').toString()).toBe('Een vertrouwd gezicht thuis');
    expect(theirs.getText('t').toString()).toBe('Een vertrouwd gezicht thuis');
  });

  it('carries an edit over changes that came while it was being composed', () => {
    const text = new Y.Doc().getText('t');
    text.insert(0, 'huis en school');
    const composed = difference('huis en school', 'huis of school');
    text.insert(8, 'de ');
    text.insert(0, 'Ons ');
    const meanwhile = [[{ retain: 8 }, { insert: 'de ' }], [{ insert: 'Ons ' }]];
    if (composed) writeEdit(text, mapEdit(composed, meanwhile), 'me');
    expect(text.toString()).toBe('Ons huis of de school');
  });
});
