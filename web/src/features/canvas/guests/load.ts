import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';
import type { BlockId } from '../../../content/canvas';

type Schemas = components['schemas'];

/** A link by which somebody outside sees one block and says something about it. */
export type BlockLink = Schemas['BlockLink'];
/** The same, with its address, which is told only when it is made. */
export type MadeBlockLink = Schemas['MadeBlockLink'];
/** What somebody sees who has a link. */
export type SharedBlock = Schemas['SharedBlock'];
/** Something that somebody outside said. */
export type GuestRemark = Schemas['GuestRemark'];

export async function loadBlockLinks(id: string): Promise<Outcome<BlockLink[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/block-links', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function makeBlockLink(
  id: string,
  asked: { board: string; block: BlockId; question: string; days: number },
): Promise<Outcome<MadeBlockLink>> {
  const { board, block, question, days } = asked;
  const body = { board_id: board, block, question: question.trim() === '' ? null : question, days };
  return outcome(api.POST('/api/v1/partnerships/{id}/block-links', { params: { path: { id } }, body }));
}

export function revokeBlockLink(id: string, link: string): Promise<Outcome<BlockLink>> {
  const params = { path: { id, link_id: link } };
  return outcome(api.POST('/api/v1/partnerships/{id}/block-links/{link_id}/revoke', { params }));
}

export async function loadRemarks(id: string): Promise<Outcome<GuestRemark[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/guest-remarks', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function settleRemark(id: string, remark: string, settled: boolean): Promise<Outcome<GuestRemark>> {
  const params = { path: { id, remark_id: remark } };
  return outcome(
    api.PUT('/api/v1/partnerships/{id}/guest-remarks/{remark_id}/settled', { params, body: { settled } }),
  );
}

/** Without an account. The token goes in the body, which no log holds. */
export function readBlock(token: string): Promise<Outcome<SharedBlock>> {
  return outcome(api.POST('/api/v1/shared-block', { body: { token } }));
}

/** Without an account. What is sent twice under one id is there once. */
export function sayAsGuest(
  token: string,
  remark: { id: string; name: string; words: string },
): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/shared-block/remarks', { body: { token, ...remark } }));
}
