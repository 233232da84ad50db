import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';
import type { VersionsStanding, AmbitionVersion, BoardContent, EndorsementSaid } from '../../../api/types';

type Schemas = components['schemas'];

/** Who wrote what stands on the board, word by word. */
export type BoardAuthors = Schemas['BoardAuthors'];
export type BoardAuthor = Schemas['TextAuthor'];

/** Which version is shared, which one waits, every version there was, and whether other words stand there now. */
export function loadStanding(id: string): Promise<Outcome<VersionsStanding>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/ambition', { params: { path: { id } } }));
}

/** One version with its words, which never change. */
export function loadVersion(id: string, number: number): Promise<Outcome<AmbitionVersion>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/ambition/versions/{number}', at(id, number)));
}

/** The words that stand there now, and the number of the last change in them. */
export function loadDraft(board: string): Promise<Outcome<BoardContent>> {
  return outcome(api.GET('/api/v1/boards/{id}/content', { params: { path: { id: board } } }));
}

/** Who wrote it as it stood after this change; or as it stands now. */
export function loadAuthors(board: string, at?: number): Promise<Outcome<BoardAuthors>> {
  const params = { path: { id: board }, query: { at } };
  return outcome(api.GET('/api/v1/boards/{id}/authors', { params }));
}

/** Puts the ambition before the partners exactly as it stood after this change. */
export function proposeVersion(id: string, seq: number): Promise<Outcome<AmbitionVersion>> {
  const params = { path: { id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/ambition/versions', { params, body: { seq } }));
}

export function withdrawVersion(id: string, number: number): Promise<Outcome<AmbitionVersion>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/ambition/versions/{number}/withdraw', at(id, number)));
}

/** Says for one's partner whether it stands behind a version. */
export function endorse(
  id: string,
  number: number,
  body: EndorsementSaid,
): Promise<Outcome<AmbitionVersion>> {
  const init = { ...at(id, number), body };
  return outcome(api.PUT('/api/v1/partnerships/{id}/ambition/versions/{number}/endorsement', init));
}

/** Takes back what was said for one's partner. It needs no reason. */
export function takeBack(id: string, number: number): Promise<Outcome<AmbitionVersion>> {
  return outcome(
    api.DELETE('/api/v1/partnerships/{id}/ambition/versions/{number}/endorsement', at(id, number)),
  );
}

function at(id: string, number: number): { params: { path: { id: string; number: number } } } {
  return { params: { path: { id, number } } };
}
