// Somebody who follows a board over a WebSocket, hears late and goes offline when told to.
import * as Y from 'yjs';
import { awareness, read, step1, step2, update } from './messages.mjs';

export class Client {
  doc = new Y.Doc();
  /** What the server sent and this client has not heard yet. */
  #inbox = [];
  #socket = null;
  #sent = 0;
  #saved = 0;
  #answers = [];
  #clock = 0;

  constructor(address, ticket, board) {
    this.address = address;
    this.ticket = ticket;
    this.board = board;
    this.doc.on('update', (bytes, origin) => {
      if (origin !== this) this.#send(update(bytes), true);
    });
  }

  get isOnline() {
    return this.#socket !== null;
  }

  /** Whether all that was sent is saved. */
  get isSaved() {
    return this.#saved === this.#sent;
  }

  async connect() {
    const socket = await this.#open();
    [this.#socket, this.#inbox, this.#sent, this.#saved] = [socket, [], 0, 0];
    // The first answer is to the question below.
    this.#answers = [() => {}];
    socket.onmessage = ({ data }) => this.#inbox.push(read(new Uint8Array(data)));
    socket.onclose = ({ code, reason }) => {
      // A refusal is what this is here to find.
      if (this.#socket === socket) this.closed = { code, reason };
    };
    this.#send(step1(Y.encodeStateVector(this.doc)));
    this.#send(awareness(this.doc.clientID, (this.#clock += 1), { room: 'differential' }));
  }

  /** A server that is busy refuses now and then; whoever comes, comes again. */
  async #open(attempts = 20) {
    const query = new URLSearchParams({ ticket: await this.ticket(), saved: '1', v: '1' });
    const socket = new WebSocket(`ws://${this.address}/api/v1/live/${this.board}?${query}`);
    socket.binaryType = 'arraybuffer';
    const isOpen = await new Promise((resolve) => {
      socket.onopen = () => resolve(true);
      socket.onerror = socket.onclose = () => resolve(false);
    });
    if (isOpen) return socket;
    if (attempts === 0) throw new Error('the board cannot be opened');
    await new Promise((resolve) => setTimeout(resolve, 200));
    return this.#open(attempts - 1);
  }

  /** Goes, in the middle of whatever was under way. */
  disconnect() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** Hears so many of the messages that came in. */
  hear(count = Infinity) {
    for (const message of this.#inbox.splice(0, count)) {
      if (message.step1) this.#send(step2(Y.encodeStateAsUpdate(this.doc, message.step1)), true);
      if (message.saved) this.#saved = message.saved;
      const bytes = message.step2 ?? message.update;
      if (bytes) Y.applyUpdate(this.doc, bytes, this);
      if (message.step2) this.#answers.shift()?.(message.step2);
    }
  }

  /** What the server answers to "this is what I have". */
  ask(stateVector) {
    this.#send(step1(stateVector));
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  #send(bytes, isSaved = false) {
    if (!this.#socket || this.closed) return;
    this.#socket.send(bytes);
    if (isSaved) this.#sent += 1;
  }
}
