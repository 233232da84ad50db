import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isEmpty, putPassageBack, salvage, together } from './lost';

/** Two people with the same document, who have not heard of each other's edits since. */
function apart(write: (doc: Y.Doc) => void): { mine: Y.Doc; theirs: Y.Doc } {
  const theirs = new Y.Doc();
  write(theirs);
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  return { mine, theirs };
}

/** Their edits arrive; what they took from me comes back. All that is mine counts as unsaved. */
function hear({ mine, theirs }: { mine: Y.Doc; theirs: Y.Doc }): Y.Doc | null {
  let lost: Y.Doc | null = null;
  const look = (transaction: Y.Transaction): void => {
    lost = salvage(transaction, (item) => item.id.client === mine.clientID);
  };
  mine.on('afterTransaction', look);
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'server');
  mine.off('afterTransaction', look);
  return lost;
}

function paragraph(text: string, nodeName = 'paragraph'): Y.XmlElement {
  const element = new Y.XmlElement(nodeName);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function textIn(doc: Y.Doc, index: number): Y.XmlText {
  const element = doc.getXmlFragment('statement').get(index) as Y.XmlElement;
  return element.get(0) as Y.XmlText;
}

const statement = (doc: Y.Doc): string => doc.getXmlFragment('statement').toString();

function passages(doc: Y.Doc): void {
  doc.getXmlFragment('statement').insert(
    0,
    ['een', 'twee', 'drie'].map((text) => paragraph(text)),
  );
}

function card(doc: Y.Doc, text = 'kaart'): void {
  const note = new Y.Map<unknown>([
    ['block', 'channels'],
    ['text', new Y.Text(text)],
    ['order', 'a0'],
    ['partner', null],
  ]);
  doc.getMap('notes').set('id', note);
}

const note = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('notes').get('id') as Y.Map<unknown>;

test('a passage that was deleted while I wrote in it is kept with my words, and goes back where it was', () => {
  const two = apart(passages);
  textIn(two.mine, 1).insert(4, ' van mij');
  two.theirs.getXmlFragment('statement').delete(1, 1);
  const lost = hear(two);
  expect(statement(two.mine)).not.toContain('van mij');
  const passage = lost?.getXmlFragment('statement').get(0) as Y.XmlElement;
  expect((passage.get(0) as Y.XmlText).toString()).toBe('twee van mij');

  putPassageBack(two.mine.getXmlFragment('statement'), passage);
  expect(statement(two.mine)).toBe(
    '<paragraph>een</paragraph><paragraph>twee van mij</paragraph><paragraph>drie</paragraph>',
  );
});

test('the first passage goes back to the beginning, and formatting goes along', () => {
  const two = apart(passages);
  textIn(two.mine, 0).insert(3, ' vet', { bold: {} });
  two.theirs.getXmlFragment('statement').delete(0, 1);
  const passage = hear(two)?.getXmlFragment('statement').get(0) as Y.XmlElement;
  putPassageBack(two.mine.getXmlFragment('statement'), passage);
  expect(textIn(two.mine, 0).toDelta()).toEqual([
    { insert: 'een' },
    { insert: ' vet', attributes: { bold: {} } },
  ]);
});

test('everything deleted at once gives back only what I wrote in', () => {
  const two = apart(passages);
  textIn(two.mine, 2).insert(0, 'ik: ');
  two.theirs.getXmlFragment('statement').delete(0, 3);
  const lost = hear(two);
  expect(lost?.getXmlFragment('statement').length).toBe(1);
  putPassageBack(
    two.mine.getXmlFragment('statement'),
    lost?.getXmlFragment('statement').get(0) as Y.XmlElement,
  );
  expect(statement(two.mine)).toBe('<paragraph>ik: drie</paragraph>');
});

test('a paragraph that became a heading was not lost, but my words in it were', () => {
  const become = (doc: Y.Doc): void =>
    doc.transact(() => {
      doc.getXmlFragment('statement').delete(1, 1);
      doc.getXmlFragment('statement').insert(1, [paragraph('twee', 'heading')]);
    });
  const untouched = apart(passages);
  become(untouched.theirs);
  expect(hear(untouched)).toBeNull();

  const two = apart(passages);
  textIn(two.mine, 1).insert(4, ' van mij');
  become(two.theirs);
  expect(hear(two)?.getXmlFragment('statement').length).toBe(1);
});

test('words that somebody takes out of a text that stays are an edit, not a loss', () => {
  const two = apart(passages);
  textIn(two.mine, 1).insert(2, '…');
  textIn(two.theirs, 1).delete(0, 4);
  expect(hear(two)).toBeNull();
  expect(textIn(two.mine, 1).toString()).toBe('…');
});

/** Both have the words, and mine were written a moment ago: they are no longer unsaved, and still mine. */
function heardOfEachOther({ mine, theirs }: { mine: Y.Doc; theirs: Y.Doc }): void {
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
}

test('a passage of which only an empty paragraph is left was deleted', () => {
  const two = apart(passages);
  textIn(two.mine, 1).insert(4, ' van mij');
  heardOfEachOther(two);
  // What the editor makes of selecting a paragraph and pressing Backspace.
  textIn(two.theirs, 1).delete(0, textIn(two.theirs, 1).length);
  const passage = hear(two)?.getXmlFragment('statement').get(0) as Y.XmlElement;
  expect((passage.get(0) as Y.XmlText).toString()).toBe('twee van mij');

  putPassageBack(two.mine.getXmlFragment('statement'), passage);
  expect(statement(two.mine)).toBe(
    '<paragraph>een</paragraph><paragraph></paragraph><paragraph>twee van mij</paragraph><paragraph>drie</paragraph>',
  );
});

test('words that went from a blank paragraph into another were not lost', () => {
  const two = apart(passages);
  textIn(two.mine, 1).insert(4, ' van mij');
  heardOfEachOther(two);
  two.theirs.transact(() => {
    textIn(two.theirs, 1).delete(0, textIn(two.theirs, 1).length);
    textIn(two.theirs, 0).insert(3, ' twee van mij');
  });
  expect(hear(two)).toBeNull();
});

test('half of my words, and the last letter of what went letter by letter, are an edit', () => {
  const two = apart(passages);
  textIn(two.mine, 1).insert(4, ' van mij');
  heardOfEachOther(two);
  textIn(two.theirs, 1).delete(1, 11);
  expect(hear(two)).toBeNull();
  textIn(two.theirs, 1).delete(0, 1);
  expect(hear(two)).toBeNull();
});

test('a headline that was emptied under my hands is kept as a line, and a second one beside it', () => {
  const two = apart((doc) => doc.getText('headline').insert(0, 'Elk kind'));
  const empty = (): Y.Doc | null => {
    heardOfEachOther(two);
    two.theirs.getText('headline').delete(0, two.theirs.getText('headline').length);
    return hear(two);
  };
  two.mine.getText('headline').insert(8, ' leest');
  const first = empty();
  two.mine.getText('headline').insert(0, 'Elk kind rekent');
  const second = empty();
  if (!first || !second) throw new Error('nothing was lost');
  const lines = together(first, second).getText('headline').toString().split('\n');
  expect(lines.filter(Boolean).sort()).toEqual(['Elk kind leest', 'Elk kind rekent']);
});

test('an item of a list that was deleted comes back as a paragraph after the list', () => {
  const two = apart((doc) => {
    const list = new Y.XmlElement('bulletList');
    list.insert(
      0,
      ['a', 'b'].map((text) => {
        const item = new Y.XmlElement('listItem');
        item.insert(0, [paragraph(text)]);
        return item;
      }),
    );
    doc.getXmlFragment('statement').insert(0, [list, paragraph('erna')]);
  });
  const inList = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('statement').get(0) as Y.XmlElement;
  const mine = (inList(two.mine).get(1) as Y.XmlElement).get(0) as Y.XmlElement;
  (mine.get(0) as Y.XmlText).insert(1, '!');
  inList(two.theirs).delete(1, 1);
  const passage = hear(two)?.getXmlFragment('statement').get(0) as Y.XmlElement;
  putPassageBack(two.mine.getXmlFragment('statement'), passage);
  expect(statement(two.mine)).toMatch(
    /<\/bulletlist><paragraph>b!<\/paragraph><paragraph>erna<\/paragraph>$/i,
  );
});

test('a card that was deleted while I wrote in it is kept whole', () => {
  const two = apart(card);
  (note(two.mine).get('text') as Y.Text).insert(5, ' van mij');
  note(two.mine).set('block', 'key_partners');
  two.theirs.getMap('notes').delete('id');
  const lost = hear(two);
  expect(two.mine.getMap('notes').size).toBe(0);
  expect(lost?.getMap('notes').toJSON()).toEqual({
    id: { block: 'key_partners', text: 'kaart van mij', order: 'a0', partner: null },
  });
});

test("a card of which I only changed the order for a neighbour is nobody's loss", () => {
  const two = apart(card);
  note(two.mine).set('order', 'a1');
  two.theirs.getMap('notes').delete('id');
  expect(hear(two)).toBeNull();
});

test('a card in which I wrote nothing is nothing of mine', () => {
  const two = apart(card);
  two.theirs.getMap('notes').delete('id');
  expect(hear(two)).toBeNull();
});

test('a deeper part of a card counts as the card', () => {
  const two = apart((doc) => {
    const qualities = new Y.Map([['patience', 2]]);
    doc.getMap('roles').set(
      'id',
      new Y.Map<unknown>([
        ['title', new Y.Text('Gids')],
        ['qualities', qualities],
      ]),
    );
  });
  const role = two.mine.getMap('roles').get('id') as Y.Map<unknown>;
  (role.get('qualities') as Y.Map<number>).set('patience', 3);
  two.theirs.getMap('roles').delete('id');
  expect(hear(two)?.getMap('roles').toJSON()).toEqual({ id: { title: 'Gids', qualities: { patience: 3 } } });
});

test('losses add up, and a document is empty when the last was settled', () => {
  const [one, other] = [apart(card), apart(passages)];
  (note(one.mine).get('text') as Y.Text).insert(0, 'x');
  one.theirs.getMap('notes').delete('id');
  textIn(other.mine, 0).insert(0, 'x');
  other.theirs.getXmlFragment('statement').delete(0, 1);
  const [first, second] = [hear(one), hear(other)];
  if (!first || !second) throw new Error('nothing was lost');
  const both = together(first, second);
  expect(isEmpty(both)).toBe(false);
  both.getMap('notes').delete('id');
  both.getXmlFragment('statement').delete(0, 1);
  expect(isEmpty(both)).toBe(true);
});
