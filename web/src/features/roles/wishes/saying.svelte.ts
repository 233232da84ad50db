import { Asking } from '../../../api/asking.svelte';
import type { Outcome } from '../../../api/client';
import { touchedOf } from '../../../ui/changed_form';
import type { FormShelf } from '../../../ui/form_shelf';

type Fields = Record<string, string>;

/** What is said of one thing, and how it is said anew. */
export interface Ways<Form extends Fields, Said extends { version: number }> {
  /** The form before anything was said. */
  blank: Form;
  formOf: (said: Said) => Form;
  restored: (before: Form, kept: Fields) => Form;
  put: (version: number, form: Form) => Promise<Outcome<Said>>;
  takeBack: (version: number) => Promise<Outcome<unknown>>;
}

/** Something that one says of oneself by choosing: what was read, what one chose since, and what it became elsewhere. */
export class Saying<Form extends Fields, Said extends { version: number }> {
  readonly asking = new Asking();
  form: Form = $state() as Form;
  /** What it became elsewhere while one chose here. */
  theirs: Form | null = $state.raw(null);
  /** Whether one wants to see what there is to choose. */
  open = $state(false);

  #ways: Ways<Form, Said>;
  #shelf: FormShelf;
  #before: Form = $state.raw() as Form;
  #version = $state(0);
  #read: Said | null;

  constructor(found: Said | null, shelf: FormShelf, ways: Ways<Form, Said>) {
    this.#ways = ways;
    this.#shelf = shelf;
    this.#read = found;
    this.#be(found);
    this.form = { ...this.#before };
    const kept = shelf.read();
    this.form = ways.restored(this.#before, kept.fields);
    if (this.touched && kept.version !== this.#version) this.theirs = this.#before;
  }

  get isSaid(): boolean {
    return this.#version > 0;
  }

  /** What is said now, whatever one chooses. */
  get before(): Form {
    return this.#before;
  }

  get touched(): boolean {
    return Object.keys(this.#touched()).length > 0;
  }

  get isOpen(): boolean {
    return this.open || this.touched || this.asking.problem !== null;
  }

  /** Was read anew: taken over where nothing was chosen here, and shown beside it where something was. */
  read(found: Said | null): void {
    if (this.asking.busy || found === this.#read) return;
    this.#read = found;
    const untouched = !this.touched;
    const before = this.#before;
    const version = this.#version;
    this.#be(found);
    if (untouched) return this.letGo(this.open);
    const became = Object.keys(touchedOf(before, this.#before)).length > 0 || version !== this.#version;
    if (!this.touched) this.theirs = null;
    else if (became) this.theirs = this.#before;
  }

  /** Keeps what is not saved yet; to be called when it became another. */
  keep(): void {
    if (this.touched) this.#shelf.write(this.#touched(), this.#version);
    else this.#shelf.remove();
  }

  /** What was chosen here is let go for what is said. */
  letGo(open = false): void {
    this.form = { ...this.#before };
    this.theirs = null;
    this.asking.problem = null;
    this.open = open;
  }

  async save(): Promise<boolean> {
    const sent = { ...this.form };
    const done = await this.asking.ask(() => this.#ways.put(this.#version, sent));
    if (!done) return false;
    this.#be(done.data);
    this.theirs = null;
    // What was chosen meanwhile is not taken away by what came back.
    if (Object.keys(touchedOf(sent, this.form)).length === 0) this.letGo();
    return true;
  }

  async takeBack(): Promise<boolean> {
    const done = await this.asking.ask(() => this.#ways.takeBack(this.#version));
    if (!done) return false;
    this.#be(null);
    this.letGo();
    return true;
  }

  #be(said: Said | null): void {
    this.#before = said ? this.#ways.formOf(said) : this.#ways.blank;
    this.#version = said?.version ?? 0;
  }

  #touched(): Fields {
    return touchedOf(this.#before, this.form);
  }
}
