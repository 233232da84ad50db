import createClient from 'openapi-fetch';
import { isProblem, UNREACHABLE, type Problem } from './problem';
import { refreshOverNetwork } from './refresh';
import type { paths } from './schema';
import { sessionEnded } from './session.svelte';

/** The server's API, typed from its OpenAPI document. An expired session is renewed once, unseen. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: fetchSignedIn });

/** What a call gave: the answer, or the problem to tell the person about. */
export type Outcome<Data> = { data: Data; problem?: undefined } | { data?: undefined; problem: Problem };

/** Turns what openapi-fetch gives into an answer or a problem; a failed network is a problem like any other. */
export async function outcome<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Outcome<Data>> {
  try {
    const { data, error, response } = await call;
    if (response.ok) return { data: data as Data };
    return { problem: problemOf(error, response) };
  } catch {
    return { problem: UNREACHABLE };
  }
}

async function fetchSignedIn(request: Request): Promise<Response> {
  const sentAt = Date.now();
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401 || !(await isUnauthenticated(response))) return response;
  const refreshed = await refreshOverNetwork(sentAt);
  if (refreshed === 'refreshed') return fetch(again);
  if (refreshed === 'ended') sessionEnded();
  return response;
}

async function isUnauthenticated(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return isProblem(body) && body.code === 'unauthenticated';
}

function problemOf(error: unknown, response: Response): Problem {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  if (isProblem(error)) return { ...error, retryAfter };
  // A proxy or a stopped server answers without our problem document.
  const code = response.status >= 502 && response.status <= 504 ? 'unavailable' : 'internal';
  return { status: response.status, code, retryAfter };
}
