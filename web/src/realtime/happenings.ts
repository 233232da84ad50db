import { Line } from './line';

/** Something that happened in a partnership: ids, and names of what changed, never a text. */
export interface Happening {
  cursor: string;
  type: string;
  at: string;
  actor: { account_id: string } | null;
  data: Record<string, unknown>;
}

/** `missed`: nobody can say what happened meanwhile, so whatever is shown is to be read anew. */
export type Heard = Happening | 'missed';
type Hearer = (heard: Heard) => void;

const listenings = new Map<string, Listening>();

/**
 * Hears what happens in a partnership from now on, until what is given back is called. All of a page share one
 * connection. Listen first and read then, or the other way round: `missed` is told once the connection is there.
 */
export function listenTo(partnership: string, hear: Hearer): () => void {
  const listening = listenings.get(partnership) ?? new Listening(partnership);
  listenings.set(partnership, listening);
  listening.hearers.add(hear);
  return () => {
    listening.hearers.delete(hear);
    if (listening.hearers.size > 0) return;
    listening.close();
    listenings.delete(partnership);
  };
}

class Listening {
  readonly hearers = new Set<Hearer>();
  /** Where to go on; none before anything was heard, and when what came after it is forgotten. */
  #cursor: string | null = null;
  #line: Line;

  constructor(partnership: string) {
    this.#line = new Line({
      address: () => {
        const after = this.#cursor === null ? '' : `?after=${encodeURIComponent(this.#cursor)}`;
        return `/api/v1/partnerships/${partnership}/events${after}`;
      },
      heard: (message) => this.#heard(JSON.parse(message) as Happening),
      forget: () => (this.#cursor = null),
    });
  }

  close(): void {
    this.#line.close();
  }

  #heard(happening: Happening): void {
    const anew = happening.type === 'stream.opened' && this.#cursor === null;
    this.#cursor = happening.cursor;
    if (anew) this.#tell('missed');
    else if (!happening.type.startsWith('stream.')) this.#tell(happening);
  }

  #tell(heard: Heard): void {
    for (const hear of [...this.hearers]) hear(heard);
  }
}
