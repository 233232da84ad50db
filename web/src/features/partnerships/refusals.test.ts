import { expect, test } from 'vitest';
import { refusalOf } from './refusals';

// The reasons are those of `server/src/realtime/gate/refusal.rs` and of the room.
test.each([
  ['unknown root evil', 'vocabulary'],
  ['unknown mark strike', 'vocabulary'],
  ['element blockquote may not stand here', 'vocabulary'],
  ['block does not have this value', 'vocabulary'],
  ['a link to an address of this kind is not allowed', 'vocabulary'],
  ['this part of the board is of another version', 'vocabulary'],
  ['another account writes under this client id', 'ownership'],
  ['one text is much too long', 'size'],
  ['too many client ids in one message', 'size'],
  ['malformed message', 'damaged'],
  ['this is not an update', 'damaged'],
  ['something is missing that was never sent', 'damaged'],
  ['', 'damaged'],
])('"%s" is a matter of %s', (reason, refusal) => {
  expect(refusalOf(reason)).toBe(refusal);
});
