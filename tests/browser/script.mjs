// A script that writes on the boards with nothing but HTTP.
import { signedIn } from './calling.mjs';

/** Signs in as somebody of the demo and finds the boards of their partnership. */
export async function startScript(server, name) {
  const call = await signedIn(server, name);
  const { items: partnerships } = await call('GET', '/partnerships');
  const { items: boards } = await call('GET', `/partnerships/${partnerships[0].id}/boards`);
  return { call, board: (kind) => `/boards/${boards.find((board) => board.kind === kind).id}` };
}
