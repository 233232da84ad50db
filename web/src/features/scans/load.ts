import { api, outcome, type Outcome } from '../../api/client';
import type { Report, Scan, ScanKind, ScanList, ScanMode, ScanVoice } from '../../api/types';
import type { Response } from './draft';

export interface Opening {
  mode: ScanMode;
  floor: 3 | 5;
  days: number;
}

export function loadScans(id: string): Promise<Outcome<ScanList>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/scans', { params: { path: { id } } }));
}

export function loadScan(id: string, scan_id: string): Promise<Outcome<Scan>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/scans/{scan_id}', { params: { path: { id, scan_id } } }));
}

export function planScan(id: string, kind: ScanKind, planned_for: string): Promise<Outcome<Scan>> {
  const body = { kind, planned_for };
  return outcome(api.POST('/api/v1/partnerships/{id}/scans', { params: { path: { id } }, body }));
}

export function changeScan(
  id: string,
  scan_id: string,
  body: { planned_for?: string; shared?: boolean },
): Promise<Outcome<Scan>> {
  return outcome(
    api.PATCH('/api/v1/partnerships/{id}/scans/{scan_id}', { params: { path: { id, scan_id } }, body }),
  );
}

export function cancelScan(id: string, scan_id: string): Promise<Outcome<unknown>> {
  const params = { path: { id, scan_id } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/scans/{scan_id}', { params }));
}

export function openScan(id: string, scan_id: string, body: Opening): Promise<Outcome<Scan>> {
  const params = { path: { id, scan_id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/scans/{scan_id}/open', { params, body }));
}

export function closeScan(id: string, scan_id: string): Promise<Outcome<Scan>> {
  const params = { path: { id, scan_id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/scans/{scan_id}/close', { params }));
}

/** The first step of sending. With the same choice it gives the same ballot. */
export function askForBallot(
  id: string,
  scan_id: string,
  choice: string,
): Promise<Outcome<{ ballot: string }>> {
  const params = { path: { id, scan_id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/scans/{scan_id}/sending', { params, body: { choice } }));
}

/** What my partner answered; null when it did not yet. */
export async function loadVoice(id: string, scan_id: string): Promise<Outcome<ScanVoice | null>> {
  const params = { path: { id, scan_id } };
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/scans/{scan_id}/voice', { params }));
  return answer.problem?.status === 404 ? { data: null } : answer;
}

export function giveVoice(id: string, scan_id: string, body: Response): Promise<Outcome<unknown>> {
  const params = { path: { id, scan_id } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/scans/{scan_id}/voice', { params, body }));
}

export function loadReport(id: string, scan_id: string): Promise<Outcome<Report>> {
  const params = { path: { id, scan_id } };
  return outcome(api.GET('/api/v1/partnerships/{id}/scans/{scan_id}/report', { params }));
}

export type Format = 'csv' | 'json';

/** Where the browser finds the report as a file by itself. */
export function fileAddress(id: string, scan: string, format: Format, language: string): string {
  return `/api/v1/partnerships/${id}/scans/${scan}/report/export?format=${format}&language=${language}`;
}

export async function loadFile(
  id: string,
  scan_id: string,
  format: Format,
  language: 'nl' | 'en',
): Promise<Outcome<{ name: string; content: Blob }>> {
  const params = { path: { id, scan_id }, query: { format, language } };
  let name = `samenspel.${format}`;
  const answer = await outcome(
    api
      .GET('/api/v1/partnerships/{id}/scans/{scan_id}/report/export', { params, parseAs: 'blob' })
      .then(({ data, error, response }) => {
        name = response.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? name;
        return { data: data as Blob | undefined, error, response };
      }),
  );
  return answer.problem ? { problem: answer.problem } : { data: { name, content: answer.data } };
}
