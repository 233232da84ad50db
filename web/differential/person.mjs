// Somebody who is signed in, for longer than an access token lives.
const RENEWED_AFTER = 5 * 60_000;

export class Person {
  #token = null;
  #since = 0;

  constructor(origin, email, password) {
    this.origin = origin;
    this.credentials = { email, password, mode: 'token' };
  }

  async get(path) {
    return call(this.origin, 'GET', path, { token: await this.#access() });
  }

  async ticket() {
    const { ticket } = await call(this.origin, 'POST', '/api/v1/live/ticket', {
      token: await this.#access(),
    });
    return ticket;
  }

  async #access() {
    if (Date.now() - this.#since > RENEWED_AFTER) {
      this.#since = Date.now();
      this.#token = call(this.origin, 'POST', '/api/v1/sessions', { body: this.credentials });
    }
    return (await this.#token).access_token;
  }
}

/** A server that is busy says so with 503. */
async function call(origin, method, path, { token, body }, attempts = 20) {
  const answer = await fetch(origin + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  if (answer.status === 503 && attempts > 0) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return call(origin, method, path, { token, body }, attempts - 1);
  }
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
