import type { Partner } from '../../api/types';
import type { Contribution } from './load';
import { isActive } from './standing';

/** What one partner gives another, whichever of the two said it. */
export interface Flow {
  from: Partner;
  to: Partner;
  said: Contribution[];
  met: number;
}

/** Who gives to whom. */
export interface Flows {
  givers: { from: Partner; flows: (Flow | null)[] }[];
  takers: Partner[];
}

/** The partners that take part, in the order of their marks; nothing as long as nobody names another. */
export function flowsOf(partners: readonly Partner[], all: readonly Contribution[]): Flows | null {
  const present = partners.filter(isActive).sort((one, other) => one.mark - other.mark);
  const givers = present.map((from) => ({
    from,
    flows: present.map((to) => (from.id === to.id ? null : flowOf(from, to, all))),
  }));
  const any = givers.some(({ flows }) => flows.some((flow) => flow !== null && flow.said.length > 0));
  return any ? { givers, takers: present } : null;
}

function flowOf(from: Partner, to: Partner, all: readonly Contribution[]): Flow {
  const said = all.filter((one) => giverOf(one) === from.id && takerOf(one) === to.id);
  return { from, to, said, met: said.filter(({ is_met }) => is_met).length };
}

/** Which partner gives it, whichever of the two said it; nobody where that is not known yet. */
export function giverOf({ direction, partner_id, with_partner_id }: Contribution): string | null {
  return direction === 'brings' ? partner_id : with_partner_id;
}

function takerOf({ direction, partner_id, with_partner_id }: Contribution): string | null {
  return direction === 'brings' ? with_partner_id : partner_id;
}
