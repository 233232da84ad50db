// The API by HTTP alone: no Yjs, no WebSocket, no cookies.
import { PASSWORD } from './journey.mjs';

/** Calls the API as whoever has this token; without one, as nobody. What is refused fails. */
export function caller(server, token) {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${server.origin}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
}

/** Signs somebody of the demo in (`lead`); gives what calls the API as them. */
export async function signedIn(server, name) {
  const credentials = { email: `${name}@demo.example`, password: PASSWORD, mode: 'token' };
  const { access_token: token } = await caller(server)('POST', '/sessions', credentials);
  return caller(server, token);
}
