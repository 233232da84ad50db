import * as decoding from 'lib0/decoding';

/** What a message the provider sends means for the question "is everything saved?". */
export type Frame = 'update' | 'step2' | 'other';

/** Reads the first two numbers of a y-websocket message: 0 is sync, and in it 1 is step 2 and 2 an update. */
export function frameKind(data: Uint8Array): Frame {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== 0) return 'other';
  const kind = decoding.readVarUint(decoder);
  return kind === 1 ? 'step2' : kind === 2 ? 'update' : 'other';
}
