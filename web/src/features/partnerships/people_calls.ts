import { api, outcome, type Outcome } from '../../api/client';
import type { PersonAction } from './people';

/** Somebody in a partnership, as the server knows them. */
export interface Person {
  partnership: string;
  /** The partner they act for. */
  partner: string | null;
  account: string;
  name: string;
}

/** Does something about somebody. */
export function actUpon(person: Person, action: PersonAction): Promise<Outcome<unknown>> {
  switch (action) {
    case 'make_lead':
      return appoint(person, false);
    case 'hand_over':
      return appoint(person, true);
    case 'step_down':
      return outcome(api.DELETE('/api/v1/partnerships/{id}/leads/me', inPartnership(person)));
    case 'give_mandate':
      return mandate(person, true);
    case 'take_mandate':
      return mandate(person, false);
    case 'leave':
      return end(person);
    case 'remove':
      return person.partner === null
        ? end(person)
        : outcome(api.DELETE('/api/v1/partners/{id}/members/{account_id}', ofPartner(person)));
  }
}

function appoint(person: Person, instead: boolean): Promise<Outcome<unknown>> {
  const body = { account_id: person.account, instead };
  return outcome(api.POST('/api/v1/partnerships/{id}/leads', { ...inPartnership(person), body }));
}

function mandate(person: Person, mandated: boolean): Promise<Outcome<unknown>> {
  const path = '/api/v1/partners/{id}/members/{account_id}';
  return outcome(api.PATCH(path, { ...ofPartner(person), body: { mandated } }));
}

function end({ partnership, account }: Person): Promise<Outcome<unknown>> {
  const params = { path: { id: partnership, account_id: account } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/members/{account_id}', { params }));
}

function inPartnership({ partnership }: Person) {
  return { params: { path: { id: partnership } } };
}

function ofPartner({ partner, account }: Person) {
  return { params: { path: { id: partner ?? '', account_id: account } } };
}
