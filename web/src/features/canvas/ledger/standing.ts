import type { Partner, Partnership } from '../../../api/types';
import type { Ledger, Line } from './load';

type Inside = Pick<Partnership, 'me' | 'partners' | 'status'>;

/** What whoever is signed in may do here. */
export interface Rights {
  /** Whether they write what is joint. */
  joint: boolean;
  /** The partner whose own lines they write. */
  own: Partner | null;
  /** The partner whose lines they see although nobody else does, and take back once all is over. */
  mine: Partner | null;
  /** Partners that left, whose lines they can put aside. */
  left: string[];
}

export function rightsIn({ me, partners, status }: Inside): Rights {
  const open = status !== 'concluded' && status !== 'archived' && me.role !== 'observer';
  const mine = partners.find(({ id }) => id === me.partner_id) ?? null;
  const left = partners.filter((partner) => partner.status !== 'active').map(({ id }) => id);
  return {
    joint: open,
    own: open && mine?.status === 'active' ? mine : null,
    mine,
    left: open && me.role === 'lead' ? left : [],
  };
}

export function mayChange({ partner_id }: Line, { joint, own }: Rights): boolean {
  return partner_id === null ? joint : partner_id === own?.id;
}

/** What is one's own can be taken back, also once all is over; what a partner showed that left, a lead can put aside. */
export function mayRemove(line: Line, rights: Rights): boolean {
  const { partner_id: whose } = line;
  return (
    mayChange(line, rights) || (whose !== null && (whose === rights.mine?.id || rights.left.includes(whose)))
  );
}

/** Lines of one of them, or those that are joint. */
export interface Group {
  /** Null is all together. */
  partner: Partner | null;
  costs: Line[];
  benefits: Line[];
}

/** What is joint first, then each partner that takes part, then those that left and wrote something. */
export function groupsOf(lines: readonly Line[], partners: readonly Partner[]): Group[] {
  const group = (partner: Partner | null): Group => {
    const own = lines.filter(({ partner_id }) => partner_id === (partner?.id ?? null));
    return {
      partner,
      costs: own.filter(({ kind }) => kind === 'cost'),
      benefits: own.filter(({ kind }) => kind === 'benefit'),
    };
  };
  const active = partners.filter(({ status }) => status === 'active');
  const others = partners.filter(
    ({ id, status }) => status !== 'active' && lines.some(({ partner_id }) => partner_id === id),
  );
  return [group(null), ...active.map(group), ...others.map(group)];
}

/** Something to talk about: of a partner, or of a line. */
export type Talk =
  { about: 'missing' | 'only_costs'; partner: Partner } | { about: 'shares'; line: Line; rest: number };

/** What the checks found, the partners first. */
export function talksOf({ checks, lines }: Ledger, partners: readonly Partner[]): Talk[] {
  const found = (ids: string[], about: 'missing' | 'only_costs'): Talk[] =>
    partners.filter(({ id }) => ids.includes(id)).map((partner) => ({ about, partner }));
  const unresolved = lines.filter(({ id }) => checks.shares_do_not_add_up.includes(id));
  return [
    ...found(checks.partner_only_costs, 'only_costs'),
    ...found(checks.partner_missing, 'missing'),
    ...unresolved.map((line): Talk => ({ about: 'shares', line, rest: undivided(line, partners) })),
  ];
}

/** What of a joint line is for nobody that takes part; negative when more was divided than there is. */
export function undivided({ amount, shares }: Line, partners: readonly Partner[]): number {
  const counts = (id: string): boolean => partners.some((one) => one.id === id && one.status === 'active');
  return shares.reduce((rest, share) => rest - (counts(share.partner_id) ? share.amount : 0), amount ?? 0);
}
