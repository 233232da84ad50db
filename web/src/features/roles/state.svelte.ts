import type { LiveBoard } from '../../realtime/live_board';
import { Entries } from '../../realtime/entries.svelte';
import {
  addRole,
  moveRole,
  ORIGIN,
  readRoles,
  removeRole,
  restoreRole,
  rolesRoot,
  roleTexts,
  type Role,
} from './document';

/** What one person sees and does among the roles; it knows no DOM. */
export class RolesState extends Entries<Role> {
  #doc: LiveBoard['doc'];

  constructor(live: LiveBoard) {
    super(live, {
      presence: 'role',
      origin: ORIGIN,
      root: rolesRoot,
      read: readRoles,
      add: addRole,
      move: moveRole,
      remove: removeRole,
      restore: restoreRole,
    });
    this.#doc = live.doc;
  }

  texts(id: string): ReturnType<typeof roleTexts> {
    void this.all;
    return roleTexts(this.#doc, id);
  }
}
