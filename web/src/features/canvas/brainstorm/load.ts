import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';

type Schemas = components['schemas'];

/** For some minutes everybody writes for themselves, and then all cards appear together. */
export type Brainstorm = Schemas['Brainstorm'];
/** What whoever is signed in wrote; nobody else reads it before it is revealed. */
export type OwnCard = Schemas['OwnBrainstormCard'];
/** All that were on this canvas, the newest first, and how late the server finds it. */
export type Brainstorms = Schemas['BrainstormPage'];
export type NewBrainstorm = Schemas['NewBrainstorm'];

export function loadBrainstorms(board: string): Promise<Outcome<Brainstorms>> {
  return outcome(api.GET('/api/v1/boards/{id}/brainstorms', on(board)));
}

export function begin(board: string, body: NewBrainstorm): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/boards/{id}/brainstorms', { ...on(board), body }));
}

export function writeCard(board: string, id: string, text: string): Promise<Outcome<unknown>> {
  const init = { ...of(board, id), body: { text } };
  return outcome(api.POST('/api/v1/boards/{id}/brainstorms/{brainstorm_id}/cards', init));
}

export function changeCard(board: string, id: string, card: OwnCard): Promise<Outcome<unknown>> {
  const init = { ...ofCard(board, id, card.id), body: { text: card.text } };
  return outcome(api.PUT('/api/v1/boards/{id}/brainstorms/{brainstorm_id}/cards/{card_id}', init));
}

export function removeCard(board: string, id: string, card: string): Promise<Outcome<unknown>> {
  const path = '/api/v1/boards/{id}/brainstorms/{brainstorm_id}/cards/{card_id}';
  return outcome(api.DELETE(path, ofCard(board, id, card)));
}

export function sayDone(board: string, id: string, done: boolean): Promise<Outcome<unknown>> {
  const init = { ...of(board, id), body: { done } };
  return outcome(api.PUT('/api/v1/boards/{id}/brainstorms/{brainstorm_id}/done', init));
}

/** So many minutes from now; none ends the time. */
export function giveTime(board: string, id: string, minutes: number): Promise<Outcome<unknown>> {
  const init = { ...of(board, id), body: { minutes } };
  return outcome(api.PUT('/api/v1/boards/{id}/brainstorms/{brainstorm_id}/time', init));
}

/** Lays down what everybody wrote. */
export function reveal(board: string, id: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/boards/{id}/brainstorms/{brainstorm_id}/reveal', of(board, id)));
}

/** Ends it, and shows nobody what others wrote. */
export function stop(board: string, id: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/boards/{id}/brainstorms/{brainstorm_id}/stop', of(board, id)));
}

function on(board: string) {
  return { params: { path: { id: board } } };
}
function of(board: string, brainstorm: string) {
  return { params: { path: { id: board, brainstorm_id: brainstorm } } };
}
function ofCard(board: string, brainstorm: string, card: string) {
  return { params: { path: { id: board, brainstorm_id: brainstorm, card_id: card } } };
}
