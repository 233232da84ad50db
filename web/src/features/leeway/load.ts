import { api, outcome, type Outcome } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** What somebody may go ahead with, until a day. */
export type RoomToMove = Schemas['RoomToMove'];
export type RoomVoice = Schemas['RoomVoice'];
export type RoomReading = Schemas['RoomReading'];
export type NewRoom = Schemas['NewRoom'];
export type OwnVoice = Schemas['OwnVoice'];
export type OwnReading = Schemas['OwnReading'];
export type Person = Schemas['PartnershipPerson'];

/** The newest first. */
export async function loadRooms(id: string): Promise<Outcome<RoomToMove[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/rooms-to-move', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function askRoom(id: string, body: NewRoom): Promise<Outcome<RoomToMove>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/rooms-to-move', { params: { path: { id } }, body }));
}

/** Takes one's question back. */
export function withdrawRoom(id: string, room_id: string): Promise<Outcome<unknown>> {
  const params = { path: { id, room_id } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/rooms-to-move/{room_id}', { params }));
}

/** One wants what somebody else asked for one. */
export function takeRoom(id: string, room_id: string): Promise<Outcome<RoomToMove>> {
  const params = { path: { id, room_id } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/taking', { params }));
}

/** One does not want it, or not any more. */
export function giveBackRoom(id: string, room_id: string): Promise<Outcome<RoomToMove>> {
  const params = { path: { id, room_id } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/taking', { params }));
}

/** What one's own partner says of it. */
export function voiceRoom(id: string, room_id: string, body: OwnVoice): Promise<Outcome<RoomToMove>> {
  const params = { path: { id, room_id } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/voice', { params, body }));
}

/** How much room one finds is taken and given. */
export function readRoom(id: string, room_id: string, body: OwnReading): Promise<Outcome<RoomToMove>> {
  const params = { path: { id, room_id } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/reading', { params, body }));
}

export function takeReadingBack(id: string, room_id: string): Promise<Outcome<unknown>> {
  const params = { path: { id, room_id } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/rooms-to-move/{room_id}/reading', { params }));
}
