import type { Partnership } from '../../api/types';

/** Whether everything in it stays as it is, to be read. */
export function isConcluded({ status }: Pick<Partnership, 'status'>): boolean {
  return status === 'concluded' || status === 'archived';
}

/** Whether whoever is signed in may write on its boards now. */
export function mayWrite(partnership: Pick<Partnership, 'status' | 'me'>): boolean {
  return partnership.me.role !== 'observer' && !isConcluded(partnership);
}

export type Answer = 'yes' | 'not_yet' | 'none';

/** What each partner that takes part says to concluding it, in the order of their marks. */
export function answers(partnership: Pick<Partnership, 'partners' | 'conclusion'>): {
  partner: Partnership['partners'][number];
  answer: Answer;
}[] {
  const said = partnership.conclusion?.decisions ?? [];
  const active = partnership.partners.filter(({ status }) => status === 'active');
  return active.map((partner) => {
    const decision = said.find(({ partner_id }) => partner_id === partner.id);
    return { partner, answer: decision ? (decision.agrees ? 'yes' : 'not_yet') : 'none' };
  });
}

/** Whether whoever is signed in answers for their partner. */
export function answersForPartner(partnership: Pick<Partnership, 'partners' | 'me'>): boolean {
  const { mandated, partner_id } = partnership.me;
  return mandated && partnership.partners.some(({ id, status }) => id === partner_id && status === 'active');
}
