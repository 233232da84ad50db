import type { Node } from '@tiptap/pm/model';
import type { AnchoredPassage, IndividualAmbition } from '../../../api/types';
import { findPassage, quoteOf, type Binding, type Span } from '../../../rich_text/passages';

/** A passage that answers an ambition, and where its words stand now; nowhere when they are gone. */
export interface Placed {
  passage: AnchoredPassage;
  span: Span | null;
  /** What stands there now, or stood there then. */
  quote: string;
}

/** By the id of each ambition, in the order in which its passages were joined to it. */
export type Places = ReadonlyMap<string, Placed[]>;

/** Finds all passages in the text as it stands now. */
export function placesIn(
  doc: Node,
  binding: Binding,
  ambitions: readonly Pick<IndividualAmbition, 'id' | 'passages'>[],
): Places {
  return new Map(
    ambitions.map(({ id, passages }) => [id, passages.map((passage) => place(doc, binding, passage))]),
  );
}

/** Whether a passage that answers it stands in the text. */
export function isAnswered(places: Places, id: string): boolean {
  return (places.get(id) ?? []).some(({ span }) => span !== null);
}

/** A paragraph, by where it begins, and the ambitions it answers. */
export interface Answering {
  at: number;
  ambitions: IndividualAmbition[];
}

/** The paragraphs that answer something, from the first to the last; of each the ambitions in the order given. */
export function answering(doc: Node, places: Places, ambitions: readonly IndividualAmbition[]): Answering[] {
  const found = new Map<number, IndividualAmbition[]>();
  for (const ambition of ambitions) {
    const spans = (places.get(ambition.id) ?? []).flatMap(({ span }) => span ?? []);
    for (const at of new Set(spans.flatMap((span) => paragraphsOf(doc, span)))) {
      found.set(at, [...(found.get(at) ?? []), ambition]);
    }
  }
  return [...found]
    .map(([at, answered]) => ({ at, ambitions: answered }))
    .toSorted((one, other) => one.at - other.at);
}

function place(doc: Node, binding: Binding, passage: AnchoredPassage): Placed {
  const span = findPassage(passage, doc, binding);
  return { passage, span, quote: span ? quoteOf(doc, span) : passage.quote };
}

/** Where each paragraph begins in which words of the passage stand. */
function paragraphsOf(doc: Node, { from, to }: Span): number[] {
  const starts: number[] = [];
  // A place that was found a moment ago may lie behind the end of what stands there now.
  doc.nodesBetween(Math.min(from, doc.content.size), Math.min(to, doc.content.size), (node, start) => {
    if (node.isTextblock) starts.push(start);
  });
  return starts;
}
