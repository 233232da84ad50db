// The messages of y-websocket.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const sync = (step, payload) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};

/** "This is what I have; send me the rest." */
export const step1 = (stateVector) => sync(0, stateVector);
/** "This is all you lack." */
export const step2 = (update) => sync(1, update);
/** "I changed this." */
export const update = (bytes) => sync(2, bytes);

/** "This is where I am." */
export function awareness(client, clock, state) {
  const list = encoding.createEncoder();
  encoding.writeVarUint(list, 1);
  encoding.writeVarUint(list, client);
  encoding.writeVarUint(list, clock);
  encoding.writeVarString(list, JSON.stringify(state));
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(list));
  return encoding.toUint8Array(encoder);
}

/** What the server says: `{ step1 }`, `{ update }`, `{ step2 }`, `{ saved }`, or nothing that matters here. */
export function read(bytes) {
  const decoder = decoding.createDecoder(bytes);
  const kind = decoding.readVarUint(decoder);
  if (kind === 100) return { saved: decoding.readVarUint(decoder) };
  if (kind !== 0) return {};
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  return [{ step1: payload }, { step2: payload }, { update: payload }][step] ?? {};
}
