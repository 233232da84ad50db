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
  /** The server said what it has on this connection, and was given what it lacks. */
  #isComplete = false;
  /** What was asked and not answered yet, in order. */
  #questions = [];
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

  /** Whether all that was written is saved: what was written before this connection went along in the first answer. */
  get isSaved() {
    return this.isOnline && this.#isComplete && this.#saved === this.#sent;
  }

  async connect() {
    const socket = await this.#open();
    [this.#socket, this.#inbox, this.#sent, this.#saved, this.#isComplete] = [socket, [], 0, 0, false];
    socket.onmessage = ({ data }) => this.#inbox.push(read(new Uint8Array(data)));
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      // A refusal is what this is here to find; after anything else a page comes back, and so does this.
      if (code >= 4400 && code < 4500) this.closed = { code, reason };
    };
    const unanswered = this.#questions.filter(({ answered }) => answered);
    this.#questions = [];
    this.#ask({ stateVector: Y.encodeStateVector(this.doc) });
    for (const question of unanswered) this.#ask(question);
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
      if (message.step1) {
        this.#send(step2(Y.encodeStateAsUpdate(this.doc, message.step1)), true);
        this.#isComplete = true;
      }
      if (message.saved) this.#saved = message.saved;
      const bytes = message.step2 ?? message.update;
      if (bytes) Y.applyUpdate(this.doc, bytes, this);
      if (message.step2) this.#questions.shift()?.answered?.(message.step2);
    }
  }

  /** What the server answers to "this is what I have"; asked again should the connection go meanwhile. */
  ask(stateVector) {
    return new Promise((answered) => this.#ask({ stateVector, answered }));
  }

  #ask(question) {
    this.#questions.push(question);
    this.#send(step1(question.stateVector));
  }

  #send(bytes, isSaved = false) {
    if (!this.#socket || this.closed) return;
    this.#socket.send(bytes);
    if (isSaved) this.#sent += 1;
  }
}
