import * as Y from 'yjs';

/** Everything written in a document as plain text, whatever its kind: for taking one's words along. */
export function documentText(doc: Y.Doc): string {
  return textOfWhere(doc, () => true);
}

/** As above, but only the cards, roles and passages in which something is that `isWanted` asks for. */
export function textOfWhere(doc: Y.Doc, isWanted: (item: Y.Item) => boolean): string {
  return [...doc.share.values()]
    .flatMap((root) => partsOf(root).filter((part) => part.some((item) => holds(item, isWanted))))
    .map((part) => part.map(textOfItem).join(''))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** The text of one shared type, or nothing for what holds none. */
export function plainText(value: unknown): string {
  if (value instanceof Y.Text) return insertedText(value);
  if (value instanceof Y.XmlFragment) return value.toArray().map(plainText).filter(Boolean).join('\n');
  if (value instanceof Y.Map) return [...value.values()].map(writtenIn).filter(Boolean).join('\n');
  return '';
}

// A root is read item by item: as long as no room has asked for it, it does not know its own kind.
function partsOf(root: Content): Y.Item[][] {
  const there = itemsOf(root).filter((item) => !item.deleted);
  const letters = there.filter(({ content }) => content instanceof Y.ContentString);
  const wholes = there.filter(({ content }) => content instanceof Y.ContentType);
  return [letters, ...wholes.map((item) => [item])];
}

function holds(item: Y.Item, isWanted: (item: Y.Item) => boolean): boolean {
  if (item.deleted) return false;
  if (isWanted(item)) return true;
  return (
    item.content instanceof Y.ContentType && itemsOf(item.content.type).some((part) => holds(part, isWanted))
  );
}

function textOfItem({ content }: Y.Item): string {
  if (content instanceof Y.ContentString) return content.str;
  return content instanceof Y.ContentType ? plainText(content.type) : '';
}

// Inside a map, plain strings are ids and orders; only shared texts were written by somebody.
function writtenIn(value: unknown): string {
  return value instanceof Y.AbstractType ? plainText(value) : '';
}

function insertedText(text: Y.Text): string {
  const parts = text.toDelta() as { insert: unknown }[];
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

type Content = Pick<Y.AbstractType<unknown>, '_map' | '_start'>;

function itemsOf(type: Content): Y.Item[] {
  const items = [...type._map.values()];
  for (let item = type._start; item !== null; item = item.right) items.push(item);
  return items;
}
