import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addRole,
  moveRole,
  readRoles,
  removeRole,
  restoreRole,
  rolesRoot,
  roleTexts,
  setDrive,
  setQuality,
  setSeatsMax,
  setSeatsMin,
} from './document';

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

let mine: Y.Doc;
let theirs: Y.Doc;

beforeEach(() => {
  [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  addRole(mine, { id: 'a', title: 'Verbinder', qualities: { empathy: 3 }, drives: ['connection'] });
  addRole(mine, { id: 'b' });
  sync(mine, theirs);
});

describe('roles', () => {
  it('are created whole', () => {
    expect([...rolesRoot(mine).get('b')!.keys()].sort()).toEqual([
      'drives',
      'order',
      'purpose',
      'qualities',
      'seats_max',
      'seats_min',
      'title',
    ]);
    expect(readRoles(mine)[0]).toMatchObject({
      title: 'Verbinder',
      seatsMin: 1,
      seatsMax: 1,
      qualities: { empathy: 3 },
      drives: ['connection'],
    });
  });

  it('keep the fewest seats at or below the most, between 0 and 20', () => {
    setSeatsMin(mine, 'a', 3);
    expect(readRoles(mine)[0]).toMatchObject({ seatsMin: 3, seatsMax: 3 });
    setSeatsMax(mine, 'a', 2);
    expect(readRoles(mine)[0]).toMatchObject({ seatsMin: 2, seatsMax: 2 });
    setSeatsMax(mine, 'a', 99);
    setSeatsMin(mine, 'a', -4);
    expect(readRoles(mine)[0]).toMatchObject({ seatsMin: 0, seatsMax: 20 });
    setSeatsMin(mine, 'a', Number.NaN);
    expect(rolesRoot(mine).get('a')!.get('seats_min')).toBe(0);
  });

  it('ask for qualities and drives, and no longer', () => {
    setQuality(mine, 'a', 'vision', 2);
    setQuality(mine, 'a', 'empathy', null);
    setDrive(mine, 'a', 'care', true);
    setDrive(mine, 'a', 'connection', false);
    expect(readRoles(mine)[0]).toMatchObject({ qualities: { vision: 2 }, drives: ['care'] });
  });

  it('change places', () => {
    moveRole(mine, 'b', 0);
    expect(readRoles(mine).map((role) => role.id)).toEqual(['b', 'a']);
  });

  it('come back whole after being removed', () => {
    const before = readRoles(mine);
    const removed = removeRole(mine, 'a');
    if (removed) restoreRole(mine, removed);
    expect(readRoles(mine)).toEqual(before);
  });
});

describe('two people at the same time', () => {
  it('keep both their words and both their choices', () => {
    roleTexts(mine, 'a')?.title.insert(0, 'Warme ');
    roleTexts(theirs, 'a')?.purpose.insert(0, 'Kent iedereen.');
    setQuality(mine, 'a', 'vision', 1);
    setQuality(theirs, 'a', 'tact', 2);
    moveRole(theirs, 'a', 1);
    sync(mine, theirs);
    expect(readRoles(mine)).toEqual(readRoles(theirs));
    expect(readRoles(mine).map((role) => role.id)).toEqual(['b', 'a']);
    expect(readRoles(mine)[1]).toMatchObject({
      title: 'Warme Verbinder',
      purpose: 'Kent iedereen.',
      qualities: { empathy: 3, vision: 1, tact: 2 },
    });
  });

  it('who each change one end of the seats still see a range', () => {
    setSeatsMax(mine, 'a', 5);
    sync(mine, theirs);
    setSeatsMin(mine, 'a', 4);
    setSeatsMax(theirs, 'a', 2);
    sync(mine, theirs);
    expect(readRoles(mine)[0]).toMatchObject({ seatsMin: 2, seatsMax: 4 });
  });
});
