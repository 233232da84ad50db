import * as Y from 'yjs';

/** Everything written in a document as plain text, whatever its kind: for taking one's words along. */
export function documentText(doc: Y.Doc): string {
  return [...doc.share.values()]
    .map(textOf)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function textOf(value: unknown): string {
  if (value instanceof Y.Text) return insertedText(value);
  if (value instanceof Y.XmlFragment) return value.toArray().map(textOf).filter(Boolean).join('\n');
  if (value instanceof Y.Map) return [...value.values()].map(writtenIn).filter(Boolean).join('\n');
  return '';
}

// Inside a map, plain strings are ids and orders; only shared texts were written by somebody.
function writtenIn(value: unknown): string {
  return value instanceof Y.AbstractType ? textOf(value) : '';
}

function insertedText(text: Y.Text): string {
  const parts = text.toDelta() as { insert: unknown }[];
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
