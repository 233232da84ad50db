import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { eachOnce, presences } from './presence';

const SANNE = { id: 'sanne', name: 'Sanne Mulder', partner: 'library', color: '#0072B2' };
const JORIS = { id: 'joris', name: 'Joris Vermeer', partner: null, color: '#52616a' };

function awarenessOf(own: object, others: [number, object][]): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(own);
  for (const [id, state] of others) awareness.getStates().set(id, state);
  return awareness;
}

test('somebody with two windows counts once, and oneself comes first', () => {
  const awareness = awarenessOf({ user: SANNE }, [
    [1, { user: JORIS, room: 'canvas' }],
    [2, { user: SANNE }],
    [3, { user: JORIS }],
  ]);
  const people = eachOnce(presences(awareness));
  expect(people.map(({ id, self }) => [id, self])).toEqual([
    ['sanne', true],
    ['joris', false],
  ]);
  awareness.doc.destroy();
});

test('a state without a stamp is nobody', () => {
  const awareness = awarenessOf({}, [[1, { user: { name: 'Ghost' } }]]);
  expect(presences(awareness)).toEqual([]);
  awareness.doc.destroy();
});
