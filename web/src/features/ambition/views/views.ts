import type { OwnView, Partner, Partnership, PartnerView } from '../../../api/types';

export const LONGEST_TEXT = 4000;
/** From one that can wait to one that cannot. */
export const URGENCIES = [1, 2, 3, 4, 5] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A partner, and how it sees the challenge when it said so. */
export interface Column {
  partner: Partner;
  view: PartnerView | null;
}

/**
 * Those that take part, in the order of their marks, then those that left and said something. One that has not accepted yet
 * stands among the first when it said something, or when it is one's own: there one says it.
 */
export function columnsOf(
  partners: readonly Partner[],
  views: readonly PartnerView[],
  own: string | null = null,
): Column[] {
  const columns = partners.map((partner) => ({
    partner,
    view: views.find(({ partner_id }) => partner_id === partner.id) ?? null,
  }));
  return [
    ...columns.filter(
      ({ partner, view }) =>
        partner.status === 'active' ||
        (partner.status === 'invited' && (view !== null || partner.id === own)),
    ),
    ...columns.filter(({ partner, view }) => partner.status === 'left' && view !== null),
  ];
}

/** Which partners find it how urgent; null for those that did not say. Nobody is before another. */
export function byUrgency(columns: readonly Column[]): { urgency: Urgency | null; partners: Partner[] }[] {
  return [...URGENCIES, null].map((urgency) => ({
    urgency,
    partners: columns.filter(({ view }) => urgencyOf(view) === urgency).map(({ partner }) => partner),
  }));
}

export function urgencyOf(view: Pick<PartnerView, 'urgency'> | null): Urgency | null {
  return URGENCIES.find((one) => one === view?.urgency) ?? null;
}

/** Whether whoever is signed in may write here. */
export function maySpeak({ me, status }: Pick<Partnership, 'me' | 'status'>): boolean {
  return me.role !== 'observer' && status !== 'concluded' && status !== 'archived';
}

/** What the form says; no urgency when one does not say it yet. */
export interface ViewForm extends Record<string, string> {
  seeing: string;
  doing: string;
  urgency: string;
}
const FIELDS = ['seeing', 'doing', 'urgency'] as const;

export function formOf(view: PartnerView | null): ViewForm {
  return {
    seeing: view?.seeing ?? '',
    doing: view?.doing ?? '',
    urgency: urgencyOf(view)?.toString() ?? '',
  };
}

export function sentOf({ seeing, doing, urgency }: ViewForm): OwnView {
  return { seeing: seeing.trim(), doing: doing.trim(), urgency: urgency === '' ? null : Number(urgency) };
}

/** Only what somebody made another, to be kept until it is sent. */
export function touchedOf(before: ViewForm, form: ViewForm): Record<string, string> {
  return Object.fromEntries(
    FIELDS.filter((field) => form[field] !== before[field]).map((field) => [field, form[field]]),
  );
}

/** After somebody else changed it: what one did not touch is as they left it, what one did stays as one meant it. */
export function meanwhile(before: ViewForm, form: ViewForm, now: ViewForm): ViewForm {
  return { ...now, ...touchedOf(before, form) };
}
