// Three people write on each of many boards, concurrently and offline, with the web's own code; then every document
// must be the same one, at each of them and at the server.
//
// Reads what to do as JSON from its input: `{ address, people: [{ email, password }], boards: [{ id, kind }], seed }`.
import { text } from 'node:stream/consumers';
import { play } from './board.mjs';
import { Person } from './person.mjs';

/** How many boards are open at the same time. */
const AT_ONCE = 20;

const { address, people, boards, seed } = JSON.parse(await text(process.stdin));
const signedIn = people.map(({ email, password }) => new Person(`http://${address}`, email, password));
const problems = [];
let [next, updates, refused] = [0, 0, 0];

async function playSome() {
  while (next < boards.length) {
    const number = next;
    next += 1;
    const { id, kind } = boards[number];
    try {
      const played = await play({
        address,
        board: id,
        kind,
        people: signedIn,
        seed: seed * 1_000_003 + number,
      });
      updates += played;
    } catch (error) {
      if (/^refused/.test(error.message)) refused += 1;
      problems.push(`board ${number} (${kind}): ${error.stack}`);
    }
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, playSome));
for (const problem of problems.slice(0, 10)) console.log(problem);
console.log(
  `${boards.length} boards, ${updates} updates, seed ${seed}: ` +
    `${problems.length - refused} differences, ${refused} refused`,
);
process.exit(problems.length === 0 ? 0 : 1);
