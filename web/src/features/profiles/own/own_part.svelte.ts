import { Asking } from '../../../api/asking.svelte';
import type { Outcome } from '../../../api/client';
import type { Circle } from '../../../api/types';
import type { FormShelf } from '../../../ui/form_shelf';
import type { PartName, ProfileContent, ProfilePart } from '../load';
import { contentOf, nothingOf, restored, saidIn, saysSame, type Said } from '../parts';

type Save = (
  version: number,
  body: { content: ProfileContent; visible_to: Circle },
) => Promise<Outcome<ProfilePart>>;

interface Written<Part extends PartName> {
  said: Said[Part];
  visible_to: Circle;
}

/** A part of one's own profile while one writes it: what was read, what one made of it, and what it became elsewhere. */
export class OwnPart<Part extends PartName> {
  readonly part: Part;
  readonly asking = new Asking();
  said: Said[Part] = $state() as Said[Part];
  visibleTo: Circle = $state('me');
  /** What it became elsewhere while one wrote here. */
  theirs: Written<Part> | null = $state.raw(null);
  /** Whether what stands here was saved here. */
  saved = $state(false);

  #base: Written<Part> = $state.raw() as Written<Part>;
  #version = 0;
  #shelf: FormShelf;
  #save: Save;

  constructor(
    part: Part,
    found: ProfilePart | null,
    circles: readonly Circle[],
    shelf: FormShelf,
    save: Save,
  ) {
    this.part = part;
    this.#shelf = shelf;
    this.#save = save;
    this.#base = { said: nothingOf(part), visible_to: 'me' };
    this.#take(found);
    this.#restore(circles);
  }

  get touched(): boolean {
    return this.visibleTo !== this.#base.visible_to || !saysSame(this.part, this.said, this.#base.said);
  }

  /** Was read anew: another one is taken over where nothing was written here, and shown beside it where something was. */
  read(found: ProfilePart | null): void {
    if (this.asking.busy || found === null || found.version <= this.#version) return;
    const untouched = !this.touched;
    this.#base = { said: saidIn(this.part, found), visible_to: found.visible_to };
    this.#version = found.version;
    this.saved = false;
    if (untouched) this.takeTheirs();
    else this.theirs = this.touched ? this.#base : null;
  }

  takeTheirs(): void {
    this.said = structuredClone(this.#base.said);
    this.visibleTo = this.#base.visible_to;
    this.theirs = null;
    this.asking.problem = null;
  }

  /** Keeps what is not saved yet; to be called when it became another. */
  keep(): void {
    if (!this.touched) return this.#shelf.remove();
    this.saved = false;
    this.#shelf.write({ said: JSON.stringify(this.said), visible_to: this.visibleTo }, this.#version);
  }

  async save(): Promise<boolean> {
    const sent = {
      content: contentOf(this.part, $state.snapshot(this.said) as Said[Part]),
      visible_to: this.visibleTo,
    };
    const before = JSON.stringify(sent);
    const done = await this.asking.ask(() => this.#save(this.#version, sent));
    if (!done) return false;
    const same =
      JSON.stringify({ content: contentOf(this.part, this.said), visible_to: this.visibleTo }) === before;
    this.#base = { said: saidIn(this.part, done.data), visible_to: done.data.visible_to };
    this.#version = done.data.version;
    this.theirs = null;
    this.saved = same;
    // What was typed meanwhile is not taken away by what came back.
    if (same) this.takeTheirs();
    return true;
  }

  #take(found: ProfilePart | null): void {
    if (found) this.#base = { said: saidIn(this.part, found), visible_to: found.visible_to };
    this.#version = found?.version ?? 0;
    this.takeTheirs();
  }

  #restore(circles: readonly Circle[]): void {
    const kept = this.#shelf.read();
    this.said = restored(this.part, kept.fields['said']) ?? this.said;
    this.visibleTo = circles.find((circle) => circle === kept.fields['visible_to']) ?? this.visibleTo;
    const isOther = Object.keys(kept.fields).length > 0 && kept.version !== this.#version;
    this.theirs = isOther && this.touched ? this.#base : null;
  }
}
