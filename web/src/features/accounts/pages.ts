import type { Component } from 'svelte';
import type { Account } from '../../api/types';
import type { LinkPage } from '../../routes';

interface LinkProps extends Record<string, unknown> {
  token: string;
  onsignedin: () => void;
}
type Load<Props extends Record<string, unknown>> = () => Promise<{ default: Component<Props> }>;

/** The pages that a link in a mail opens. Few people see them often, so each comes when it is asked for. */
export const linkPages: Record<LinkPage, Load<LinkProps>> = {
  invitation: () => import('./AcceptInvitation.svelte'),
  forgotten: () => import('./ForgottenPassword.svelte') as Promise<{ default: Component<LinkProps> }>,
  password: () => import('./NewPassword.svelte') as Promise<{ default: Component<LinkProps> }>,
  address: () => import('./ConfirmAddress.svelte') as Promise<{ default: Component<LinkProps> }>,
  outbox: () => import('./Outbox.svelte') as Promise<{ default: Component<LinkProps> }>,
};

/** Somebody's own page. */
export const ownAccount: Load<{ account: Account }> = () => import('./OwnAccount.svelte');
