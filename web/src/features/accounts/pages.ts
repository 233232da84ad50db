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
  forgotten: taking(() => import('./ForgottenPassword.svelte')),
  password: taking(() => import('./NewPassword.svelte')),
  address: taking(() => import('./ConfirmAddress.svelte')),
  unsubscribe: taking(() => import('./Unsubscribe.svelte')),
  outbox: taking(() => import('./Outbox.svelte')),
};

/** A page that takes only some of what it is given, or nothing; the types of Svelte do not know that this is fine. */
function taking(load: () => Promise<{ default: unknown }>): Load<LinkProps> {
  return load as Load<LinkProps>;
}

/** Somebody's own page. */
export const ownAccount: Load<{ account: Account }> = () => import('./OwnAccount.svelte');
