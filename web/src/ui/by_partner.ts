/** What people say in their own name, with the partner for whom they acted; null for somebody who guides. */
interface OfPartner {
  partner_id: string | null;
}

/** By partner in the order of their marks; of those who guide, and of partners that are not known here, last. */
export function byPartner<Partner extends { id: string }, Item extends OfPartner>(
  items: readonly Item[],
  partners: readonly Partner[],
): { partner: Partner | null; items: Item[] }[] {
  const known = new Set(partners.map(({ id }) => id));
  const groups: { partner: Partner | null; items: Item[] }[] = partners.map((partner) => ({
    partner,
    items: items.filter(({ partner_id }) => partner_id === partner.id),
  }));
  const others = items.filter(({ partner_id }) => partner_id === null || !known.has(partner_id));
  groups.push({ partner: null, items: others });
  return groups.filter((group) => group.items.length > 0);
}
