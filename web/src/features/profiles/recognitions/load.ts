import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';

type Schemas = components['schemas'];

/** A core quality that somebody recognises in somebody else, with an example. */
export type Recognition = Schemas['Recognition'];
export type RecognitionState = Schemas['RecognitionState'];

export async function loadRecognitions(id: string): Promise<Outcome<Recognition[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/recognitions', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function recognise(id: string, body: Schemas['NewRecognition']): Promise<Outcome<Recognition>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/recognitions', { params: { path: { id } }, body }));
}

export function answerRecognition(
  id: string,
  recognition_id: string,
  state: RecognitionState,
): Promise<Outcome<Recognition>> {
  const init = { params: { path: { id, recognition_id } }, body: { state } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/recognitions/{recognition_id}/answer', init));
}

export function thankFor(id: string, recognition_id: string): Promise<Outcome<Recognition>> {
  const init = { params: { path: { id, recognition_id } } };
  return outcome(api.POST('/api/v1/partnerships/{id}/recognitions/{recognition_id}/thanks', init));
}

export function takeBack(id: string, recognition_id: string): Promise<Outcome<unknown>> {
  const init = { params: { path: { id, recognition_id } } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/recognitions/{recognition_id}', init));
}
