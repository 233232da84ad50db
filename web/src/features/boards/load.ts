import { api, outcome, type Outcome } from '../../api/client';
import { loadedFile, type LoadedFile } from '../../api/file';
import type { paths } from '../../api/schema';
import type { BoardContent } from '../../api/types';

type Timeline = Answer<'/api/v1/boards/{id}/timeline'>;
type Bin = Answer<'/api/v1/boards/{id}/bin'>;

/** What one person wrote in one go. */
export type Stretch = Timeline['items'][number];
/** Something that was deleted and can still be put back. */
export type BinItem = Bin['items'][number];
/** Who wrote or deleted, with the partner they are for now. */
export type Author = Stretch['author'];

/** What a board can be taken along as. */
export type Format = 'markdown' | 'csv' | 'xlsx' | 'json';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

const params = (id: string, cursor?: string) => ({ params: { path: { id }, query: { cursor } } });

export function loadTimeline(board: string, cursor?: string): Promise<Outcome<Timeline>> {
  return outcome(api.GET('/api/v1/boards/{id}/timeline', params(board, cursor)));
}

export function loadBin(board: string, cursor?: string): Promise<Outcome<Bin>> {
  return outcome(api.GET('/api/v1/boards/{id}/bin', params(board, cursor)));
}

export function restore(board: string, item: string): Promise<Outcome<{ seq: number }>> {
  const path = { id: board, bin_id: item };
  return outcome(api.POST('/api/v1/boards/{id}/bin/{bin_id}/restore', { params: { path } }));
}

/** The board as it was after the change with this number. */
export function loadPast(board: string, at: number): Promise<Outcome<BoardContent>> {
  return outcome(api.GET('/api/v1/boards/{id}/content', { params: { path: { id: board }, query: { at } } }));
}

/** The board as it is. */
export function loadNow(board: string): Promise<Outcome<BoardContent>> {
  return outcome(api.GET('/api/v1/boards/{id}/content', { params: { path: { id: board } } }));
}

/** Makes the board what it was after the change with this number, and empty for 0. */
export function restoreBoard(board: string, at: number): Promise<Outcome<{ seq: number }>> {
  return outcome(api.POST('/api/v1/boards/{id}/restore', { params: { path: { id: board } }, body: { at } }));
}

/** Where the browser finds the file by itself. */
export function fileAddress(board: string, format: Format, language: string): string {
  return `/api/v1/boards/${board}/export?format=${format}&language=${language}`;
}

export function loadFile(board: string, format: Format, language: 'nl' | 'en'): Promise<Outcome<LoadedFile>> {
  const params = { path: { id: board }, query: { format, language } };
  return loadedFile(api.GET('/api/v1/boards/{id}/export', { params, parseAs: 'blob' }), format);
}
