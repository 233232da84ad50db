import * as decoding from 'lib0/decoding';
import type { Frame } from './acknowledgements';

/** What the board wants to know of the socket that the provider opens by itself, again and again. */
export interface SocketObserver {
  opened(): void;
  /** Asked before a frame leaves; answering false keeps it back. */
  sending(frame: Frame): boolean;
}

/** A WebSocket class for the provider that reports every write frame before it leaves. */
export function observedSocket(observer: SocketObserver): typeof WebSocket {
  return class ObservedSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      observer.opened();
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      const frame = data instanceof Uint8Array ? frameKind(data) : 'other';
      if (observer.sending(frame)) super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}

/** Reads the first two numbers of a y-websocket message: 0 is sync, and in it 1 is step 2 and 2 an update. */
export function frameKind(data: Uint8Array): Frame {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== 0) return 'other';
  const kind = decoding.readVarUint(decoder);
  return kind === 1 ? 'step2' : kind === 2 ? 'update' : 'other';
}
