// One board, written on by three people who hear each other late and go offline; and then compared.
import assert from 'node:assert/strict';
import * as Y from 'yjs';
import { Client } from './client.mjs';
import { content } from './content.mjs';
import { Random } from './random.mjs';
import { everything, writer } from './writers.mjs';

const STEPS = 40;

/**
 * Plays one board to its end and gives how many updates were written. Throws when anybody was refused, or when two
 * documents are not the same.
 */
export async function play({ address, board, kind, people, seed }) {
  const random = new Random(seed);
  const clients = people.map((person) => new Client(address, () => person.ticket(), board));
  const writers = clients.map(({ doc }) => writer(kind, doc, random));
  let updates = 0;
  for (const { doc } of clients)
    doc.on('update', (_, origin) => (updates += origin instanceof Client ? 0 : 1));
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const who = random.below(clients.length);
      await act(clients[who], writers[who], random);
      if (random.once(3)) await pause(random.below(4));
    }
    await settle(clients);
    await compare(kind, clients, await people[0].get(`/api/v1/boards/${board}/content`));
  } finally {
    for (const client of clients) client.disconnect();
  }
  return updates;
}

async function act(client, write, random) {
  if (random.once(8)) {
    if (client.isOnline) client.disconnect();
    else await client.connect();
  } else if (random.once(3)) {
    client.hear(random.once(2) ? 1 + random.below(3) : Infinity);
  } else {
    for (let times = 1 + random.below(3); times > 0; times -= 1) write();
  }
}

/** Everybody comes back, and waits until all is saved; and then until they have heard it. */
async function settle(clients) {
  await until(clients, () => clients.every(({ isSaved }) => isSaved));
  let left = clients.length;
  for (const client of clients) client.ask(Y.encodeStateVector(client.doc)).then(() => (left -= 1));
  await until(clients, () => left === 0);
}

async function until(clients, condition) {
  const deadline = Date.now() + 60_000;
  do {
    await pause(2);
    for (const client of clients) {
      client.hear();
      if (client.closed) throw new Error(`refused: ${client.closed.code} ${client.closed.reason}`);
      if (!client.isOnline) await client.connect();
    }
    if (Date.now() > deadline) throw new Error('not in time');
  } while (!condition());
}

async function compare(kind, clients, served) {
  let state = null;
  clients[0].ask(new Uint8Array([0])).then((all) => (state = all));
  await until(clients, () => state !== null);
  const server = documentOf(state);
  for (const { doc } of clients) {
    assert.deepEqual(everything(kind, doc), everything(kind, server), 'the server has another document');
    assert.ok(
      Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(server)),
      'the server has other insertions or deletions',
    );
    const again = documentOf(Y.encodeStateAsUpdate(doc));
    assert.deepEqual(everything(kind, again), everything(kind, server), 'a copy is another document');
    assert.deepEqual(content(kind, doc), content(kind, server));
  }
  const { seq, kind: _, ...rest } = served;
  assert.deepEqual(rest, content(kind, clients[0].doc), 'the content is not what the page shows');
}

function documentOf(state) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
