import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { frameKind } from './frame';

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

test('only step 2 and updates are frames that write', () => {
  const doc = new Y.Doc();
  expect(frameKind(message(0, (encoder) => sync.writeSyncStep1(encoder, doc)))).toBe('other');
  expect(frameKind(message(0, (encoder) => sync.writeSyncStep2(encoder, doc)))).toBe('step2');
  expect(frameKind(message(0, (encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(doc))))).toBe(
    'update',
  );
  expect(frameKind(message(1, (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array())))).toBe(
    'other',
  );
});
