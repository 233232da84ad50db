import type { Partnership, RoleWish } from '../../../api/types';

type OfSomebody = Pick<RoleWish, 'person'>;

/** Whether whoever is signed in sees what people say of roles: those who only look on do not. */
export function seesWishes({ me }: Partnership): boolean {
  return me.role !== 'observer';
}

/** Whether they say it themselves: whoever acts for a partner that takes part, as long as the work goes on. */
export function speaksOfRoles({ me, partners, status }: Partnership): boolean {
  if (me.role === 'observer' || status === 'concluded' || status === 'archived') return false;
  return partners.some((partner) => partner.id === me.partner_id && partner.status === 'active');
}

/** Whether they take back what they said, which they still may once all is over. */
export function takesBackOfRoles({ me, status }: Partnership): boolean {
  return (
    me.role !== 'observer' && me.partner_id !== null && (status === 'concluded' || status === 'archived')
  );
}

export function ofRole(role: string, wishes: readonly RoleWish[] = []): RoleWish[] {
  return wishes.filter(({ role_id }) => role_id === role);
}

export function isOf(account: string): (said: OfSomebody) => boolean {
  return ({ person }) => person.account_id === account;
}

export function isOfOthers(account: string): (said: OfSomebody) => boolean {
  return ({ person }) => person.account_id !== account;
}
