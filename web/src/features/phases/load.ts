import { api, outcome, type Outcome } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** Where a partnership is on its way, and how it got there. */
export type Way = Schemas['Phases'];
/** How far it is with one phase. */
export type PhaseState = Schemas['PhaseState'];
/** Something that belongs to a phase, held against what really happened. */
export type Evidence = Schemas['Evidence'];
/** How far a partner says it is. */
export type Readiness = Schemas['Readiness'];
export type PartnerReadiness = Schemas['PartnerReadiness'];
export type PhaseMove = Schemas['PhaseMove'];
/** Where a lead wants to go, and why. */
export type NextPhase = Schemas['NextPhase'];

export function loadWay(id: string): Promise<Outcome<Way>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/phases', { params: { path: { id } } }));
}

/** The ids of the partners that said how urgent it is to them. */
export async function loadUrgencies(id: string): Promise<Outcome<Set<string>>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/views', { params: { path: { id } } }));
  if (answer.problem) return { problem: answer.problem };
  const said = answer.data.items.filter(({ urgency }) => urgency !== null);
  return { data: new Set(said.map(({ partner_id }) => partner_id)) };
}

export function goTo(id: string, body: NextPhase): Promise<Outcome<Way>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/phase', { params: { path: { id } }, body }));
}

/** Says for one's own partner how far it is with a phase; null takes it back. */
export function sayReadiness(
  id: string,
  phase: string,
  readiness: Readiness | null,
): Promise<Outcome<unknown>> {
  const params = { path: { id, phase } };
  return readiness === null
    ? outcome(api.DELETE('/api/v1/partnerships/{id}/phases/{phase}/readiness', { params }))
    : outcome(api.PUT('/api/v1/partnerships/{id}/phases/{phase}/readiness', { params, body: { readiness } }));
}
