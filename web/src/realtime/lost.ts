import * as Y from 'yjs';

/** Names, in a lost passage only, what stood before it: the client and clock of that item. */
const AFTER = 'after';
const FIRST = 'nothing';

type Shared = Pick<Y.AbstractType<unknown>, '_map' | '_start'>;
/** A card, a role, a value or a passage; a text that is a root itself, such as a headline, has no item. */
type Unit = Y.Item | Shared;

/**
 * What a change of others took away while one was writing in it: whole cards and roles, whole passages of a
 * running text, as they were just before. A passage is also taken away when its words are, and only an empty
 * paragraph or an empty headline is left: that is what selecting a paragraph and deleting it does. The document that
 * is given back is shaped like the board's and holds nothing else, so a room reads it as it reads its board. Null when
 * nothing of ours went.
 *
 * To be called after the transaction and before its garbage is collected (`afterTransaction`): what it deleted
 * still has its content then.
 */
export function salvage(
  transaction: Y.Transaction,
  isOurs: (item: Y.Item, where: 'entry' | 'passage') => boolean,
): Y.Doc | null {
  const gone = new Set<Unit>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !wasThere(struct, transaction) || !isWritten(struct)) return;
    const unit = takenAwayWith(struct, transaction);
    if (unit && isOurs(struct, unit instanceof Y.Item && isEntry(unit) ? 'entry' : 'passage')) gone.add(unit);
  });
  const lost = new Y.Doc();
  for (const unit of gone) {
    if (unit instanceof Y.Item) keep(unit, transaction, lost);
    else keepLine(unit, transaction, lost);
  }
  return isEmpty(lost) ? null : lost;
}

/** Puts a passage back into the text it was taken from: after what stood before it, or else at the end. */
export function putPassageBack(fragment: Y.XmlFragment, passage: Y.XmlElement): void {
  const again = passage.clone();
  again.removeAttribute(AFTER);
  const before = passage.getAttribute(AFTER);
  if (before === FIRST) fragment.insert(0, [again]);
  else fragment.insert(placeAfter(fragment, before), [again]);
}

/** Adds what `more` holds to what is in `lost` already. */
export function together(lost: Y.Doc | null, more: Y.Doc): Y.Doc {
  const both = new Y.Doc();
  if (lost) Y.applyUpdate(both, Y.encodeStateAsUpdate(lost));
  Y.applyUpdate(both, Y.encodeStateAsUpdate(more));
  return both;
}

/** The document that an update makes by itself. */
export function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

export function isEmpty(lost: Y.Doc): boolean {
  return [...lost.share.values()].every(
    (root) => root._length === 0 && [...root._map.values()].every((item) => item.deleted),
  );
}

// An order is set by everybody who moves a neighbour; it is nothing that somebody wrote.
function isWritten(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentString) return true;
  return item.content instanceof Y.ContentAny && item.parentSub !== null && item.parentSub !== 'order';
}

/**
 * The card, role or passage that went together with `item`. Null when the item was deleted by itself: words that
 * somebody took out of a text of which something is left were read by whoever did it.
 */
function takenAwayWith(item: Y.Item, transaction: Y.Transaction): Unit | null {
  let highest: Y.Item | null = null;
  let at = item;
  for (let up = parentOf(at); up; up = parentOf(at)) {
    at = up;
    if (Y.isDeleted(transaction.deleteSet, at.id)) highest = at;
  }
  if (highest === null) return isEntry(at) ? null : leftBlank(item, transaction);
  if (isEntry(at)) return at;
  return isBareText(highest) ? parentOf(highest) : highest;
}

/**
 * The block or the line that held `item` and holds no word any more. The last letter of what somebody takes away
 * letter by letter is no passage.
 */
function leftBlank(item: Y.Item, transaction: Y.Transaction): Unit | null {
  if (!(item.content instanceof Y.ContentString) || item.parentSub !== null) return null;
  const text = parentOf(item);
  const block = text && isBareText(text) ? parentOf(text) : null;
  const held = text === null ? rootOf(item) : block && typeOf(block);
  if (!held || wordsIn(held, isStillThere) !== '') return null;
  return wordsIn(held, (part) => wasThere(part, transaction)).length > 1 ? (block ?? held) : null;
}

function keep(unit: Y.Item, transaction: Y.Transaction, lost: Y.Doc): void {
  const root = rootOf(unit);
  const name = nameOf(root);
  const was = asItWas(unit, transaction);
  if (isEntry(unit)) {
    if (was instanceof Y.Map) lost.getMap(name).set(unit.parentSub ?? '', was);
    return;
  }
  if (!(was instanceof Y.XmlElement) || stillReads(root, unit, transaction)) return;
  // An item of a list is nothing by itself; what is written in it is.
  const passages = was.nodeName === 'listItem' ? childrenAsTheyWere(unit, transaction) : [was];
  const elements = passages.filter((child) => child instanceof Y.XmlElement);
  for (const element of elements) element.setAttribute(AFTER, whatStoodBefore(unit));
  lost.getXmlFragment(name).push(elements);
}

/** Lines are told apart by what ends them, so that those that were lost one after another stay two. */
function keepLine(root: Shared, transaction: Y.Transaction, lost: Y.Doc): void {
  const letters = [...sequence(root)].filter((item) => wasThere(item, transaction));
  const line = letters.map(({ content }) => (content instanceof Y.ContentString ? content.str : '')).join('');
  lost.getText(nameOf(root)).insert(0, `${line}\n`);
}

/**
 * The nearest thing before it that is still there, an empty paragraph that is left of it included; for what stood
 * inside something, that thing itself.
 */
function whatStoodBefore(unit: Y.Item): string {
  let item: Y.Item | null = unit;
  for (let up = parentOf(unit); up; up = parentOf(up)) item = up;
  while (item?.deleted) item = item.left;
  return item ? `${item.id.client}:${item.id.clock}` : FIRST;
}

function placeAfter(fragment: Y.XmlFragment, before: string | undefined): number {
  const index = fragment
    .toArray()
    .findIndex(({ _item: item }) => item && `${item.id.client}:${item.id.clock}` === before);
  return index < 0 ? fragment.length : index + 1;
}

/** A paragraph that became a heading, or that was joined with another, was taken away and stands there again. */
function stillReads(root: Shared, unit: Y.Item, transaction: Y.Transaction): boolean {
  const text = textOf(unit, (item) => wasThere(item, transaction));
  return text === '' || wordsIn(root, isStillThere).includes(text);
}

function asItWas(item: Y.Item, transaction: Y.Transaction): unknown {
  if (!(item.content instanceof Y.ContentType)) return item.content.getContent().at(-1);
  const { type } = item.content;
  if (type instanceof Y.XmlElement) {
    const element = new Y.XmlElement(type.nodeName);
    for (const [key, value] of valuesAsTheyWere(type, transaction))
      element.setAttribute(key, value as string);
    element.insert(0, childrenAsTheyWere(item, transaction));
    return element;
  }
  if (type instanceof Y.Text) {
    const text = type instanceof Y.XmlText ? new Y.XmlText() : new Y.Text();
    text.applyDelta(deltaAsItWas(type, transaction));
    return text;
  }
  if (type instanceof Y.Map) return new Y.Map(valuesAsTheyWere(type, transaction));
  return null;
}

function valuesAsTheyWere(type: Shared, transaction: Y.Transaction): [string, unknown][] {
  return [...type._map].flatMap(([key, latest]): [string, unknown][] => {
    let item: Y.Item | null = latest;
    while (item && !wasThere(item, transaction)) item = item.left;
    return item ? [[key, asItWas(item, transaction)]] : [];
  });
}

function childrenAsTheyWere(item: Y.Item, transaction: Y.Transaction): (Y.XmlElement | Y.XmlText)[] {
  if (!(item.content instanceof Y.ContentType)) return [];
  return [...sequence(item.content.type)]
    .filter((child) => wasThere(child, transaction))
    .map((child) => asItWas(child, transaction))
    .filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

function deltaAsItWas(type: Shared, transaction: Y.Transaction): unknown[] {
  const delta: unknown[] = [];
  const attributes: Record<string, unknown> = {};
  for (const item of sequence(type)) {
    if (!wasThere(item, transaction)) continue;
    if (item.content instanceof Y.ContentFormat) {
      if (item.content.value === null) delete attributes[item.content.key];
      else attributes[item.content.key] = item.content.value;
    } else if (item.content instanceof Y.ContentString) {
      delta.push({ insert: item.content.str, attributes: { ...attributes } });
    }
  }
  return delta;
}

/** Whether the item was in the document when the transaction began. */
function wasThere(item: Y.Item, transaction: Y.Transaction): boolean {
  const isOlder = item.id.clock < (transaction.beforeState.get(item.id.client) ?? 0);
  return isOlder && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));
}

function isStillThere(item: Y.Item): boolean {
  return !item.deleted;
}

function wordsIn(type: Shared, isThere: (item: Y.Item) => boolean): string {
  return [...sequence(type)].map((item) => textOf(item, isThere)).join('');
}

function textOf(item: Y.Item, isThere: (item: Y.Item) => boolean): string {
  if (!isThere(item)) return '';
  if (item.content instanceof Y.ContentString) return item.content.str.replace(/\s+/g, '');
  return item.content instanceof Y.ContentType ? wordsIn(item.content.type, isThere) : '';
}

function* sequence(type: Shared): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) yield item;
}

function isEntry(item: Y.Item): boolean {
  return item.parentSub !== null && parentOf(item) === null;
}

function isBareText(item: Y.Item): boolean {
  return typeOf(item) instanceof Y.XmlText;
}

function typeOf(item: Y.Item): Shared | null {
  return item.content instanceof Y.ContentType ? item.content.type : null;
}

function parentOf(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null;
}

function rootOf(item: Y.Item): Shared {
  const parent = parentOf(item);
  return parent ? rootOf(parent) : (item.parent as Shared);
}

function nameOf(root: Shared): string {
  return Y.findRootTypeKey(root as Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>);
}
