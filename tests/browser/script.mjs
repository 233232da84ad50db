// A script that writes on the boards with nothing but HTTP: no Yjs, no WebSocket, no cookies.
import { PASSWORD } from './journey.mjs';

/** Signs in as somebody of the demo and finds the boards of their partnership. */
export async function startScript(server, name) {
  const call = caller(server);
  const credentials = { email: `${name}@demo.example`, password: PASSWORD, mode: 'token' };
  const { access_token: token } = await call('POST', '/sessions', credentials);
  const signedIn = caller(server, token);
  const { items: partnerships } = await signedIn('GET', '/partnerships');
  const { items: boards } = await signedIn('GET', `/partnerships/${partnerships[0].id}/boards`);
  return { call: signedIn, board: (kind) => `/boards/${boards.find((board) => board.kind === kind).id}` };
}

function caller(server, token) {
  return async (method, path, body) => {
    const response = await fetch(`${server.origin}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
}
