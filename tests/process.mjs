// The real server in a process of its own, which can be killed. For the tests that run in Node.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const binary =
  process.env.SAMENSPEL_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'samenspel');

/**
 * Starts the server on a free port and a database of its own: a temporary file, or the PostgreSQL that
 * SAMENSPEL_TEST_POSTGRES names, which must be empty.
 * @param {{ demo: boolean }} options
 */
export async function startServer({ demo }) {
  if (!existsSync(binary)) throw new Error(`${binary} is not there; run \`cargo build\` first`);
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-test-'));
  const server = new Server(await freePort(), folder, demo);
  await server.start();
  return server;
}

class Server {
  #folder;
  #demo;
  #child = null;
  /** Everything it printed, for whoever wonders why it ended. */
  output = '';

  constructor(port, folder, demo) {
    this.address = `127.0.0.1:${port}`;
    this.origin = `http://${this.address}`;
    this.#folder = folder;
    this.#demo = demo;
  }

  async start() {
    this.#child = spawn(binary, ['serve', ...(this.#demo ? ['--demo'] : [])], {
      env: {
        ...process.env,
        SAMENSPEL_LISTEN: this.address,
        SAMENSPEL_PUBLIC_URL: this.origin,
        SAMENSPEL_MAIL_FOLDER: join(this.#folder, 'mail'),
        SAMENSPEL_DATABASE_URL: process.env.SAMENSPEL_TEST_POSTGRES ?? `sqlite:${join(this.#folder, 'samenspel.db')}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.output += text));
    }
    await until('the server is ready', async () => {
      if (this.#child.exitCode !== null) throw new Error(`the server ended: ${this.output}`);
      const answer = await fetch(`${this.origin}/health/ready`).catch(() => null);
      return answer?.ok;
    });
  }

  /** The mails to somebody, the newest first; an installation without SMTP keeps them in a folder. */
  async mails(to) {
    const folder = join(this.#folder, 'mail');
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => /^[^.].*\.json$/.test(name)) : [];
    const mails = await Promise.all(
      names.sort().map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))),
    );
    return mails.filter((mail) => mail.to === to).reverse();
  }

  /** Ends it in the middle of whatever it does. */
  async kill() {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** Lets it do nothing at all, as if it were very slow, until `goOn` is called. */
  hold() {
    this.#child.kill('SIGSTOP');
  }

  goOn() {
    this.#child.kill('SIGCONT');
  }

  /** Ends it, and forgets its database. */
  async remove() {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Waits until `condition` holds, and fails at the deadline, saying what was waited for. */
export async function until(what, condition, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
