import type { Transaction } from 'yjs';
import type { LiveBoard } from '../../realtime/live_board';
import { keepsOthersWork } from '../../realtime/others_work';
import type { Presence } from '../../realtime/presence';
import { undoHistory, type UndoHistory } from '../../realtime/undo.svelte';
import { watch } from '../../realtime/watch.svelte';
import {
  addRole,
  moveRole,
  ORIGIN,
  readRoles,
  removeRole,
  restoreRole,
  rolesRoot,
  roleTexts,
  type NewRole,
  type Role,
} from './document';

/** What one person sees and does among the roles; it knows no DOM. */
export class RolesState {
  readonly history: UndoHistory;
  /** The role this person writes in. */
  editing: string | null = $state(null);

  #live: LiveBoard;
  #reading: { readonly current: Role[] };
  #kept: Role | null = null;

  constructor(live: LiveBoard) {
    this.#live = live;
    const root = rolesRoot(live.doc);
    this.history = undoHistory([root], ORIGIN, { mayDelete: keepsOthersWork(root) });
    this.#reading = watch([root], () => readRoles(live.doc));
    root.observeDeep(this.#keep);
    root.observe(this.#missing);
  }

  close(): void {
    const root = rolesRoot(this.#live.doc);
    root.unobserveDeep(this.#keep);
    root.unobserve(this.#missing);
    if (!this.#live.readonly) this.#live.awareness.setLocalStateField('role', null);
    this.history.close();
  }

  get roles(): Role[] {
    return this.#reading.current;
  }

  /** Roles that others deleted while this person wrote in them or had them open, as they were last. */
  get lost(): Role[] {
    return this.#live.lost ? readRoles(this.#live.lost) : [];
  }

  texts(id: string): ReturnType<typeof roleTexts> {
    void this.roles;
    return roleTexts(this.#live.doc, id);
  }

  /** Others who write in this role now, each once. */
  writers(id: string): Presence[] {
    const others = this.#live.people.filter((person) => !person.self && person.state['role'] === id);
    return [...new Map(others.map((person) => [person.id, person])).values()];
  }

  /** Makes one change that undo takes back by itself. */
  change(write: (doc: LiveBoard['doc']) => void): void {
    this.history.startNewStep();
    write(this.#live.doc);
    this.history.startNewStep();
  }

  add(role: Omit<NewRole, 'id'>): string {
    const id = crypto.randomUUID();
    this.change((doc) => addRole(doc, { ...role, id }));
    return id;
  }

  edit(id: string): void {
    this.history.startNewStep();
    this.editing = id;
    this.#kept = readRoles(this.#live.doc).find((role) => role.id === id) ?? null;
    this.#live.awareness.setLocalStateField('role', id);
  }

  done(): void {
    if (this.editing === null) return;
    this.editing = null;
    this.#kept = null;
    this.#live.awareness.setLocalStateField('role', null);
    this.history.startNewStep();
  }

  /** One place up (-1) or down (1); gives back its new place, counted from 0. */
  move(id: string, by: -1 | 1): number {
    const at = this.roles.findIndex((role) => role.id === id);
    const to = Math.max(0, Math.min(this.roles.length - 1, at + by));
    if (to !== at) this.change((doc) => moveRole(doc, id, to));
    return to;
  }

  /** Takes a role away; what is given back puts it back again. */
  remove(id: string): { role: Role; putBack: () => void } | null {
    this.done();
    this.history.startNewStep();
    const role = removeRole(this.#live.doc, id);
    return role && { role, putBack: () => this.change((doc) => restoreRole(doc, role)) };
  }

  /** Puts a lost role back where it was, or beside it when somebody already did. */
  putLostBack(lost: Role): string {
    this.letGo(lost);
    if (rolesRoot(this.#live.doc).has(lost.id)) return this.add(lost);
    this.change((doc) => restoreRole(doc, lost));
    return lost.id;
  }

  letGo(lost: Role): void {
    this.#live.changeLost((doc) => rolesRoot(doc).delete(lost.id));
  }

  #keep = (): void => {
    if (this.editing === null) return;
    this.#kept = readRoles(this.#live.doc).find((role) => role.id === this.editing) ?? this.#kept;
  };

  #missing = (_event: unknown, transaction: Transaction): void => {
    if (this.editing === null || rolesRoot(this.#live.doc).has(this.editing)) return;
    const kept = this.#kept;
    this.done();
    // Also when one wrote nothing in it since: it was open, so it was not done with.
    if (!transaction.local && kept) this.#live.changeLost((doc) => restoreRole(doc, kept));
  };
}
