// Makes the corpus of the mutants, `tests/mutants/honest`: what three people sent who wrote on a board with the web's
// own code, in the order in which a server heard it.
//
//   node differential/corpus.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { awareness, step1, step2, update } from './messages.mjs';
import { Random } from './random.mjs';
import { writer } from './writers.mjs';

const FOLDER = fileURLToPath(new URL('../../tests/mutants/honest/', import.meta.url));
const BOARDS_PER_KIND = 6;
const STEPS = 90;

mkdirSync(FOLDER, { recursive: true });
for (const kind of ['ambition', 'canvas', 'roles', 'values']) {
  for (let number = 1; number <= BOARDS_PER_KIND; number += 1) {
    const lines = session(kind, new Random(number * 1000 + kind.length));
    writeFileSync(
      `${FOLDER}${kind}-${number}.jsonl`,
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
  }
}

function session(kind, random) {
  const lines = [{ kind }];
  const server = new Y.Doc();
  const people = [0, 1, 2].map((who) => {
    const doc = new Y.Doc();
    doc.clientID = 1 + random.below(2 ** 32 - 1);
    return { who, doc, write: writer(kind, doc, random), online: false, unheard: [], clock: 0 };
  });
  const say = (person, frame) =>
    lines.push({ who: person.who, frame: Buffer.from(frame).toString('base64') });
  const hear = (person, bytes) => Y.applyUpdate(person.doc, bytes, 'server');

  for (const person of people) {
    person.doc.on('update', (bytes, origin) => {
      if (origin === 'server' || !person.online) return;
      say(person, update(bytes));
      Y.applyUpdate(server, bytes);
      for (const other of people) if (other !== person && other.online) other.unheard.push(bytes);
    });
  }
  const arrive = (person) => {
    say(person, step1(Y.encodeStateVector(person.doc)));
    say(person, awareness(person.doc.clientID, (person.clock += 1), { room: kind, cursor: null }));
    const rest = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server));
    say(person, step2(rest));
    hear(person, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person.doc)));
    Y.applyUpdate(server, rest);
    for (const other of people) if (other !== person && other.online) other.unheard.push(rest);
    person.online = true;
    person.unheard = [];
  };

  people.forEach(arrive);
  for (let step = 0; step < STEPS; step += 1) {
    const person = random.of(people);
    if (random.once(10)) {
      if (person.online) person.online = false;
      else arrive(person);
    } else if (random.once(3)) {
      for (const bytes of person.unheard.splice(0)) hear(person, bytes);
    } else {
      person.write();
    }
  }
  return lines;
}
