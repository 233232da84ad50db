import type { Ballot } from './ballot_box';

/** Why answers were not counted: the round was closed first, or the server did not take them for what they were. */
export type Refusal = 'too_late' | 'not_accepted';

/** What came of giving answers: `later` when nobody knows yet. */
export type Cast = 'counted' | Refusal | 'later';

/** As long as this after the ballot was handed out, and no longer, in milliseconds. */
const SOONEST = 1_000;
const LATEST = 30_000;

/** A moment of chance, so that who asked for a ballot and what comes in cannot be told together by the clock. */
export function pause(random: number = randomShare()): number {
  return SOONEST + Math.floor(random * (LATEST - SOONEST));
}

/**
 * Gives answers with their ballot, without being signed in: no cookie goes along, and this is not the client of the
 * rest of the app, which would renew a session and try again.
 */
export async function cast({ ballot, response }: Ballot, send: typeof fetch = fetch): Promise<Cast> {
  try {
    const answer = await send('/api/v1/ballots', {
      method: 'POST',
      credentials: 'omit',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ballot, response }),
    });
    if (answer.ok) return 'counted';
    return REFUSALS[await codeOf(answer)] ?? 'later';
  } catch {
    return 'later';
  }
}

/** Trying again would not help. */
const REFUSALS: Record<string, Refusal | undefined> = {
  not_open: 'too_late',
  no_ballot: 'not_accepted',
  validation_failed: 'not_accepted',
};

async function codeOf(answer: globalThis.Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : '';
  return typeof code === 'string' ? code : '';
}

function randomShare(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
