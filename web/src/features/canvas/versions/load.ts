import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';
import type { EndorsementSaid, VersionsStanding } from '../../../api/types';

type Schemas = components['schemas'];

/** A version of the business model, with what it consists of. */
export type ModelVersion = Schemas['BusinessModelVersion'];
/** What would be put before the partners now. */
export type ModelDraft = Schemas['BusinessModelDraft'];
export type FrozenCanvas = Schemas['FrozenCanvas'];
export type FrozenCosts = Schemas['FrozenCosts'];
export type FrozenLine = Schemas['FrozenLedgerLine'];

/** Which version is shared, which one waits, every version there was, and whether it is another by now. */
export function loadStanding(id: string): Promise<Outcome<VersionsStanding>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/business-model', { params: { path: { id } } }));
}

export function loadDraft(id: string): Promise<Outcome<ModelDraft>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/business-model/draft', { params: { path: { id } } }));
}

/** One version with what it consists of, which never changes. */
export function loadVersion(id: string, number: number): Promise<Outcome<ModelVersion>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/business-model/versions/{number}', at(id, number)));
}

/** Puts the draft with this hash before the partners, if it is that still. */
export function proposeVersion(id: string, hash: string): Promise<Outcome<ModelVersion>> {
  const params = { path: { id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/business-model/versions', { params, body: { hash } }));
}

export function withdrawVersion(id: string, number: number): Promise<Outcome<ModelVersion>> {
  return outcome(
    api.POST('/api/v1/partnerships/{id}/business-model/versions/{number}/withdraw', at(id, number)),
  );
}

/** Says for one's partner whether it stands behind a version. */
export function endorse(id: string, number: number, body: EndorsementSaid): Promise<Outcome<ModelVersion>> {
  const init = { ...at(id, number), body };
  return outcome(api.PUT('/api/v1/partnerships/{id}/business-model/versions/{number}/endorsement', init));
}

/** Takes back what was said for one's partner. It needs no reason. */
export function takeBack(id: string, number: number): Promise<Outcome<ModelVersion>> {
  return outcome(
    api.DELETE('/api/v1/partnerships/{id}/business-model/versions/{number}/endorsement', at(id, number)),
  );
}

function at(id: string, number: number): { params: { path: { id: string; number: number } } } {
  return { params: { path: { id, number } } };
}
