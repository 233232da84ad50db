import { Asking } from '../../api/asking.svelte';
import type { Scan } from '../../api/types';
import { courier } from './courier.svelte';
import {
  fitting,
  newChoice,
  responseOf,
  stepsOf,
  togglePriority,
  unanswered,
  type Draft,
  type Step,
} from './draft';
import type { ScanDraftShelf } from './draft_shelf';
import { askForBallot } from './load';

/** What somebody is filling in. Every change is kept in this browser at once. */
export class Answering {
  draft: Draft = $state.raw(fitting(null, []));
  /** Whether this browser keeps it over a reload. */
  kept = $state(true);
  readonly asking = new Asking();
  readonly kind: Scan['kind'];
  readonly statements: string[];
  readonly steps: Step[];

  #shelf: ScanDraftShelf;
  /** What was sent is not kept again, whatever is still pressed before the page goes on. */
  #sent = false;

  constructor(
    { kind, statements }: Pick<Scan, 'kind' | 'statements'>,
    shelf: ScanDraftShelf,
    given?: Partial<Draft>,
  ) {
    this.kind = kind;
    this.statements = statements;
    this.#shelf = shelf;
    const draft = shelf.read();
    // What was given before is where a change begins, unless one was already changing it.
    this.draft = fitting(draft, statements);
    if (!draft && given) this.draft = { ...this.draft, ...given };
    this.steps = stepsOf(kind, this.draft.order);
    if (this.draft.step >= this.steps.length) this.draft = { ...this.draft, step: 0 };
    // So that the order stays, also of who looked first and answers later. What a partner gave is on the server, and a
    // colleague may give it anew: of that only what one changes is kept.
    if (!given) this.kept = shelf.write(this.draft);
  }

  get step(): Step | undefined {
    return this.steps[this.draft.step];
  }

  get open(): string[] {
    return unanswered(this.draft);
  }

  get isLast(): boolean {
    return this.draft.step === this.steps.length - 1;
  }

  answer(statement: string, value: number | null): void {
    this.#change({ answers: { ...this.draft.answers, [statement]: value } });
  }

  toggle(factor: string): void {
    this.#change({ priorities: togglePriority(this.draft.priorities, factor) });
  }

  say(words: string): void {
    this.#change({ words });
  }

  go(step: number): void {
    this.#change({ step: Math.min(this.steps.length - 1, Math.max(0, step)) });
  }

  /** On which page a statement is asked. */
  pageOf(statement: string): number {
    return this.steps.findIndex((step) => step.kind === 'statements' && step.statements.includes(statement));
  }

  response() {
    return responseOf(this.kind, this.statements, this.draft);
  }

  /** Both steps of sending; the second one comes some moments later. False when the first was refused. */
  async send(partnership: string, scan: string): Promise<boolean> {
    const choice = this.draft.choice ?? this.#shelf.read()?.choice ?? newChoice();
    this.#change({ choice });
    const answer = await this.asking.ask(() => askForBallot(partnership, scan, choice));
    if (!answer) return false;
    courier.take({ scan, ballot: answer.data.ballot, response: this.response() });
    this.forget();
    return true;
  }

  forget(): void {
    this.#sent = true;
    this.#shelf.remove();
  }

  #change(changes: Partial<Draft>): void {
    // Another window of the same person may be about to send: with its choice this one would get the same ballot.
    const choice = this.draft.choice ?? this.#shelf.read()?.choice ?? null;
    this.draft = { ...this.draft, choice, ...changes };
    if (!this.#sent) this.kept = this.#shelf.write(this.draft);
  }
}
