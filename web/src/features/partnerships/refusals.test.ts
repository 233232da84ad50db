import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalOf, type Refusal } from './refusals';

/** Every reason of the server's gate, as it stands in its source, and what it is to the person. */
const GATE: Record<string, Refusal> = {
  'this is not an update': 'damaged',
  'nested too deeply': 'vocabulary',
  'too many client ids in one message': 'size',
  '{0} have no place on a board': 'vocabulary',
  'unknown root {0}': 'vocabulary',
  'unknown key {0}': 'vocabulary',
  'unknown element {0}': 'vocabulary',
  'element {0} may not stand here': 'vocabulary',
  'unknown attribute {0}': 'vocabulary',
  'unknown mark {0}': 'vocabulary',
  'mark {0} does not have this value': 'vocabulary',
  'a link to an address of this kind is not allowed': 'vocabulary',
  '{0} does not have this value': 'vocabulary',
  'text and types of this kind may not stand here': 'vocabulary',
  'one text is much too long': 'size',
  'a name or id is too long': 'size',
  'its parent holds nothing': 'damaged',
  'its neighbours stand in different places': 'damaged',
  'this part of the board is of another version': 'vocabulary',
  'this makes more work than any page would': 'size',
  'another account writes under this client id': 'ownership',
  'this update cannot be applied': 'damaged',
};

test('every reason of the gate has its words', () => {
  const source = readFileSync('../server/src/realtime/gate/refusal.rs', 'utf8');
  const reasons = [...source.matchAll(/#\[error\("([^"]+)"\)\]/g)].map(([, reason]) => reason ?? '');
  expect(new Set(reasons)).toEqual(new Set(Object.keys(GATE)));
});

test.each(Object.entries(GATE))('"%s" is a matter of %s', (reason, refusal) => {
  expect(refusalOf(reason.replace('{0}', '"something"'))).toBe(refusal);
});

test('what the server says in other places, or not at all, is damage', () => {
  for (const reason of ['malformed message', 'something is missing that was never sent', '']) {
    expect(refusalOf(reason)).toBe('damaged');
  }
});
