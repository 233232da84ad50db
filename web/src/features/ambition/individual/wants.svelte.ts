import type { Editor } from '@tiptap/core';
import { tick } from 'svelte';
import type * as Y from 'yjs';
import { Asking } from '../../../api/asking.svelte';
import type { Account, AnchoredPassage, IndividualAmbition, Partner, Partnership } from '../../../api/types';
import { Followed } from '../../../realtime/followed.svelte';
import { bindingOf } from '../../../rich_text/passage_marks';
import { keepPassage, quoteOf, wordsIn, type Span } from '../../../rich_text/passages';
import { coverage, type Coverage } from './ambitions';
import { changeAmbition, loadAmbitions } from './load';
import { answering, isAnswered, placesIn, type Answering, type Places } from './places';

/** What is being joined to the text: an ambition, perhaps in the place of a passage that is gone. */
interface Linking {
  ambition: string;
  instead: AnchoredPassage | null;
}

/** What people want with it, as one sees it, and where the text answers that. */
export class Wants {
  readonly linked = new Asking();
  /** Null until it is known; and where nobody writes, for there is no editor that knows. */
  places: Places | null = $state.raw(null);
  answering: readonly Answering[] = $state.raw([]);
  linking: Linking | null = $state.raw(null);
  /** The words that are selected in the text, while one joins something to it. */
  selected = $state('');
  /** The one that is looked at. */
  shown: string | null = $state(null);

  readonly #followed: Followed<IndividualAmbition[]>;
  readonly #partnership: string;
  readonly #fragment: Y.XmlFragment;
  #editor: Editor | null = $state.raw(null);
  readonly me: string;

  constructor({ id }: Pick<Partnership, 'id'>, me: Pick<Account, 'id'>, fragment: Y.XmlFragment) {
    this.#partnership = id;
    this.#fragment = fragment;
    this.me = me.id;
    this.#followed = new Followed(
      () => loadAmbitions(id),
      /^(individual_ambition|member|partner|partnership)\./,
    );
  }

  get all(): readonly IndividualAmbition[] | null {
    return this.#followed.data;
  }

  get problem(): Followed<IndividualAmbition[]>['problem'] {
    return this.#followed.problem;
  }

  get editor(): Editor | null {
    return this.#editor;
  }

  follow(): () => void {
    return this.#followed.follow(this.#partnership);
  }

  look(): Promise<void> {
    return this.#followed.look();
  }

  find(id: string | null): IndividualAmbition | null {
    return this.all?.find((ambition) => ambition.id === id) ?? null;
  }

  isOwn({ account_id }: IndividualAmbition): boolean {
    return account_id === this.me;
  }

  /** How much of what one may see of each partner is in the text; null until that is known. */
  covered(partners: readonly Partner[]): Coverage[] | null {
    const { all, places } = this;
    return all && places && coverage(all, partners, ({ id }) => isAnswered(places, id));
  }

  /** Looks where the passages stand at every change of the text, as long as the editor is on the page. */
  watch(editor: Editor): () => void {
    this.#editor = editor;
    let waits = 0;
    // Only then has what oneself wrote reached the shared text.
    const later = (): void => {
      waits ||= requestAnimationFrame(() => {
        waits = 0;
        this.locate();
      });
    };
    editor.on('transaction', later);
    later();
    return () => {
      cancelAnimationFrame(waits);
      editor.off('transaction', later);
      this.#editor = null;
    };
  }

  locate(): void {
    const editor = this.#editor;
    const ambitions = this.all;
    if (!editor || editor.isDestroyed || !ambitions) return;
    const { doc, selection } = editor.state;
    const binding = bindingOf(editor.state, this.#fragment);
    // Before the text stands in the editor, everything would seem to be gone.
    if (!binding || (binding.mapping.size === 0 && this.#fragment.length > 0)) return;
    this.places = placesIn(doc, binding, ambitions);
    this.answering = answering(doc, this.places, ambitions);
    const words = wordsIn(doc, selection);
    this.selected = words ? quoteOf(doc, words) : '';
  }

  begin(ambition: IndividualAmbition, instead: AnchoredPassage | null = null): void {
    this.linked.problem = null;
    this.linking = { ambition: ambition.id, instead };
  }

  cancel(): void {
    this.linking = null;
    this.#editor?.commands.focus();
  }

  /** Joins it to the words that are selected; says whether it did. */
  async link(): Promise<boolean> {
    const ambition = this.find(this.linking?.ambition ?? null);
    const passage = this.#selection();
    if (!ambition || !passage) return false;
    const instead = this.linking?.instead;
    const kept = ambition.passages.filter((one) => one.start !== instead?.start || one.end !== instead.end);
    const done = await this.#put(ambition, [...kept, passage]);
    if (done) this.cancel();
    return done;
  }

  /** Takes it apart from a passage; gives what takes that back. */
  async unlink(ambition: IndividualAmbition, passage: AnchoredPassage): Promise<(() => void) | null> {
    const before = ambition.passages;
    const done = await this.#put(
      ambition,
      before.filter((one) => one !== passage),
    );
    if (!done) return null;
    return () => {
      const now = this.find(ambition.id);
      if (now) void this.#put(now, before);
    };
  }

  /** Shows words in the text, and goes on from there. */
  async go({ from, to }: Span): Promise<void> {
    const editor = this.#editor;
    if (!editor) return;
    editor.chain().focus().setTextSelection({ from, to }).run();
    await tick();
    const { node } = editor.view.domAtPos(from);
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'center' });
  }

  async #put(ambition: IndividualAmbition, passages: AnchoredPassage[]): Promise<boolean> {
    const done = await this.linked.ask(() => changeAmbition(this.#partnership, ambition, { passages }));
    await this.look();
    return done !== null;
  }

  #selection(): AnchoredPassage | null {
    const editor = this.#editor;
    if (!editor) return null;
    const { doc, selection } = editor.state;
    const span = wordsIn(doc, selection);
    const binding = bindingOf(editor.state, this.#fragment);
    return span && binding && keepPassage(doc, span, binding);
  }
}
