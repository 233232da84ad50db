// Somebody who writes with the unmodified npm provider `y-websocket` and a ticket, as any script could.
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Signs in with an access token. */
export async function signIn(server, email) {
  const session = await call(server, 'POST', '/api/v1/sessions', {
    body: { email, password: 'samenspel-demo-2026', mode: 'token' },
  });
  return new Person(server, session.access_token, session.account);
}

class Person {
  constructor(server, token, account) {
    this.server = server;
    this.token = token;
    this.account = account;
  }

  get(path) {
    return call(this.server, 'GET', path, { token: this.token });
  }

  /** The ids of the boards of the one partnership this person is in, by kind. */
  async boards() {
    const partnerships = await this.get('/api/v1/partnerships');
    const boards = await this.get(`/api/v1/partnerships/${partnerships.items[0].id}/boards`);
    return Object.fromEntries(boards.items.map((board) => [board.kind, board.id]));
  }

  /**
   * Opens a board. What two providers in one process see of each other must have come through the server. Whoever is
   * sent away for good is told to `onclosed`.
   */
  async open(board, onclosed = ({ code }) => fail(`closed with ${code}`)) {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`ws://${this.server.address}/api/v1/live`, board, doc, {
      WebSocketPolyfill: WebSocket,
      disableBc: true,
      connect: false,
      params: { ticket: await this.ticket() },
    });
    // A ticket is good once: after a lost connection the old one is refused with 4401, and a new one is asked for.
    provider.on('closed', async (closed) => {
      if (closed.code !== 4401) return onclosed(closed);
      provider.params.ticket = await this.ticket();
      provider.connect();
    });
    provider.connect();
    return { doc, provider, awareness: provider.awareness };
  }

  async ticket() {
    const { ticket } = await call(this.server, 'POST', '/api/v1/live/ticket', { token: this.token });
    return ticket;
  }
}

function fail(reason) {
  throw new Error(reason);
}

async function call(server, method, path, { token, body } = {}) {
  const answer = await fetch(server.origin + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
