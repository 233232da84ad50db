import { frameKind, type Frame } from './frame';

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
