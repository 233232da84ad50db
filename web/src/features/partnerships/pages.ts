import type { Component } from 'svelte';
import type { Account, Partnership } from '../../api/types';

type Load<Props extends Record<string, unknown>> = () => Promise<{ default: Component<Props> }>;

/** Pages that few people see often, so each comes when it is asked for. */
export const startPartnership: Load<{ account: Account }> = () => import('./StartPartnership.svelte');

/** What whoever administers an organisation decides for it. */
export const ourOrganisation: Load<{
  account: Account;
  organisation: string;
  onchanged: () => void;
}> = () => import('./OurOrganisation.svelte');

interface PlaceProps extends Record<string, unknown> {
  account: Account;
  partnership: Partnership;
  onchanged: () => void;
}

/** The places of a partnership that are not a board. */
export const places: Record<'people' | 'settings', Load<PlaceProps>> = {
  people: () => import('./People.svelte'),
  settings: () => import('./Settings.svelte') as Promise<{ default: Component<PlaceProps> }>,
};

export function isPlace(room: string): room is keyof typeof places {
  return room in places;
}
