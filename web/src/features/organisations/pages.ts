import type { Component } from 'svelte';
import type { Account } from '../../api/types';
import type { Administration } from '../../routes';

export interface AdministrationProps extends Administration, Record<string, unknown> {
  account: Account;
}

/** Few people administer anything, so what they need comes when it is asked for. */
export const administration: () => Promise<{ default: Component<AdministrationProps> }> = () =>
  import('./Administering.svelte');
