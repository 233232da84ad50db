/** What something is said about. A passage is named by where it begins and ends in the document. */
export type Anchor = { kind: 'card' | 'role' | 'value'; id: string } | PassageAnchor;

export interface PassageAnchor {
  kind: 'passage';
  field: PassageField;
  /** Yjs relative positions, in base64. */
  start: string;
  end: string;
  quote: string;
}

export type PassageField = 'statement' | 'horizon';

/** A passage about which there is an open thread. */
export interface Passage extends Omit<PassageAnchor, 'kind'> {
  thread: string;
}

/** What is said about a board, as far as its room has to do with it. */
export interface Discussion {
  readonly mayComment: boolean;
  /** How many threads are open. */
  readonly openCount: number;
  readonly isShown: boolean;
  /** The passages to mark. */
  readonly passages: readonly Passage[];
  /** The thread that is looked at. */
  readonly chosen: string | null;
  /** How much is said in open threads about a card, a role or a value. */
  count(kind: 'card' | 'role' | 'value', id: string): number;
  /** Shows what is said about something, and lets one say something; `quote` is what stands there. */
  about(anchor: Anchor, quote: string): void;
  /** Shows a thread. */
  choose(thread: string): void;
  toggle(): void;
  /**
   * A part of the room says what stands in it, in its order: the keys of cards, roles and values, or the threads whose passages
   * are there. What stands nowhere is lost.
   */
  stands(part: string, keys: readonly string[]): void;
}
