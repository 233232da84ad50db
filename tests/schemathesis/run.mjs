// Sends the running server what its own description says it takes, and what it says it does not, by schemathesis:
// for somebody who is not signed in, a lead, and those who administer an organisation and the installation. No answer
// may be a 5xx, and none may have a status, a type or a shape that the description does not name.
//
//   node run.mjs <schemathesis> [requests of each kind for each route]
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../process.mjs';

const [schemathesis, examples = '6'] = process.argv.slice(2);
const description = fileURLToPath(new URL('../../web/src/api/openapi.json', import.meta.url));

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

/** What would end the session of whoever asks, so that everything after it is only refused. */
const ENDS = '^/api/v1/sessions|/(suspend|deactivate|leave)$|^/api/v1/me/password$|/members/|/leads/me$';

const ACTORS = [
  { name: 'nobody', email: null, leaves: null },
  { name: 'lead', email: 'lead@demo.example', leaves: ENDS },
  { name: 'organisation admin', email: 'orgadmin@demo.example', leaves: ENDS },
  { name: 'platform admin', email: 'admin@demo.example', leaves: ENDS },
];

const server = await startServer({ demo: true });
const folder = await mkdtemp(join(tmpdir(), 'samenspel-schemathesis-'));
let total = 0;
let failed = false;
try {
  const ids = await idsOfDemo();
  for (const actor of ACTORS) {
    const { code, output } = await run(actor, ids);
    const cases = Number(/Test cases:\s+(\d+) generated/.exec(output)?.[1] ?? 0);
    total += cases;
    console.log(`${actor.name}: ${cases} requests`);
    if (code === 0 && cases > 0) continue;
    failed = true;
    console.log(output);
  }
} finally {
  await server.remove();
  await rm(folder, { recursive: true });
}
console.log(`${total} requests, ${failed ? 'something is not as described' : 'all answered as described'}`);
process.exitCode = failed ? 1 : 0;

async function run({ name, email, leaves }, ids) {
  const config = join(folder, `${name}.toml`);
  await writeFile(config, toml(ids, email === null ? null : (await signIn(email)).access_token));
  const args = ['--config-file', config, 'run', description, '--url', server.origin];
  args.push('--phases', 'examples,coverage,fuzzing', '--max-examples', examples, '--seed', '1', '--no-shrink');
  args.push('--checks', CHECKS.join(','), '--continue-on-failure', '--warnings', 'off');
  if (leaves !== null) args.push('--exclude-path-regex', leaves);
  const child = spawn(schemathesis, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((done) => child.on('close', done));
  return { code, output };
}

/** Most of what is sent names what is there: an id that was guessed gets no further than the door. */
function toml({ partnership, partner, organisation, ambition, canvas, roles }, token) {
  const headers = [`Origin = "${server.origin}"`, ...(token === null ? [] : [`Authorization = "Bearer ${token}"`])];
  const named = [
    ['^/api/v1/partnerships/', partnership],
    ['^/api/v1/(partners|me/partnership-invitations)/', partner],
    ['^/api/v1/organisations/', organisation],
    ['^/api/v1/boards/[^/]+/notes', canvas],
    ['^/api/v1/boards/[^/]+/roles', roles],
    ['^/api/v1/boards/[^/]+/(?!notes|roles)', ambition],
  ];
  const operations = named.map(
    ([pattern, id]) => `[[operations]]\ninclude-path-regex = '${pattern}'\nparameters = { "path.id" = "${id}" }\n`,
  );
  return `headers = { ${headers.join(', ')} }\n${operations.join('')}`;
}

async function idsOfDemo() {
  const { access_token } = await signIn('lead@demo.example');
  const get = async (path) =>
    (
      await fetch(`${server.origin}${path}`, {
        headers: { authorization: `Bearer ${access_token}` },
      })
    ).json();
  const partnership = (await get('/api/v1/partnerships')).items[0];
  const boards = (await get(`/api/v1/partnerships/${partnership.id}/boards`)).items;
  const board = (kind) => boards.find((one) => one.kind === kind).id;
  return {
    partnership: partnership.id,
    partner: partnership.partner.id,
    organisation: (await get('/api/v1/me')).organisation.id,
    ambition: board('ambition'),
    canvas: board('canvas'),
    roles: board('roles'),
  };
}

async function signIn(email) {
  const answer = await fetch(`${server.origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      email,
      password: 'samenspel-demo-2026',
      mode: 'token',
    }),
  });
  if (answer.status !== 201) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.json();
}
