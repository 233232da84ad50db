import { api, outcome, type Outcome } from '../../../api/client';
import { loadedFile, type LoadedFile } from '../../../api/file';
import type { components } from '../../../api/schema';

type Schemas = components['schemas'];

/** What it costs and brings, jointly and for each partner. */
export type Ledger = Schemas['Ledger'];
export type Line = Schemas['LedgerLine'];
export type OwnLine = Schemas['OwnLedgerLine'];
export type Beginning = Schemas['LedgerBeginning'];
export type Year = Schemas['LedgerYear'];
export type Figures = Schemas['LedgerFigures'];
export type Totals = Schemas['LedgerTotals'];
export type Kind = Schemas['LedgerKind'];
export type Nature = Schemas['LedgerNature'];
export type Frequency = Schemas['LedgerFrequency'];
export type Certainty = Schemas['LedgerCertainty'];
/** Which line, as it was read. */
type Read = Pick<Line, 'id' | 'version'>;

/** A ledger, and how sure a line had to be to be summed in it. */
export interface Summed {
  ledger: Ledger;
  atLeast: Certainty;
}

export async function loadLedger(id: string, atLeast: Certainty = 'assumed'): Promise<Outcome<Summed>> {
  const params = { path: { id }, query: { at_least: atLeast } };
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/ledger', { params }));
  return answer.problem ? { problem: answer.problem } : { data: { ledger: answer.data, atLeast } };
}

/** Writes one down; once, however often it is sent by the same key, a UUID. */
export function addLine(id: string, key: string, body: OwnLine): Promise<Outcome<Line>> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  return outcome(api.POST('/api/v1/partnerships/{id}/ledger/lines', { params, body }));
}

/** Writes one anew, unless it became another since this version. */
export function changeLine(id: string, read: Read, body: OwnLine): Promise<Outcome<Line>> {
  const init = { params: named(id, read), body };
  return outcome(api.PUT('/api/v1/partnerships/{id}/ledger/lines/{line_id}', init));
}

export function removeLine(id: string, read: Read): Promise<Outcome<unknown>> {
  const init = { params: named(id, read) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/ledger/lines/{line_id}', init));
}

/** Chooses the first month of the years, unless somebody chose another since this version. */
export function beginIn(id: string, month: string, version: number): Promise<Outcome<unknown>> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/ledger/beginning', { params, body: { month } }));
}

function named(id: string, { id: line_id, version }: Read) {
  return { path: { id, line_id }, header: { 'If-Match': `"${version}"` } };
}

/** As what a ledger can be taken along. */
export type LedgerFormat = 'csv' | 'xlsx' | 'json';

/** Where the browser finds the file by itself. */
export function ledgerAddress(id: string, format: LedgerFormat, language: string): string {
  return `/api/v1/partnerships/${id}/ledger/export?format=${format}&language=${language}`;
}

/** The ledger as a file, as one sees it. */
export function loadLedgerFile(
  id: string,
  format: LedgerFormat,
  language: 'nl' | 'en',
): Promise<Outcome<LoadedFile>> {
  const params = { path: { id }, query: { format, language } };
  return loadedFile(
    api.GET('/api/v1/partnerships/{id}/ledger/export', { params, parseAs: 'blob' }) as Promise<{
      data?: Blob;
      response: Response;
    }>,
    format,
  );
}
