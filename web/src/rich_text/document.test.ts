import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isAllowedAddress, isBlank, readRichText } from './document';

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

describe('reading a rich text', () => {
  it('reads paragraphs, headings, marks and line breaks', () => {
    const statement = new Y.Doc().getXmlFragment('statement');
    const heading = new Y.XmlElement('heading');
    heading.setAttribute('level', 3 as unknown as string);
    heading.insert(0, [new Y.XmlText('Waaraan we het merken')]);
    const text = new Y.XmlText();
    const body = new Y.XmlElement('paragraph');
    body.insert(0, [text, new Y.XmlElement('hardBreak')]);
    statement.insert(0, [heading, body]);
    text.insert(0, 'lees verder', { link: { href: 'https://example.org' }, bold: {} });

    expect(readRichText(statement)).toEqual([
      {
        kind: 'heading',
        level: 3,
        inline: [{ kind: 'span', text: 'Waaraan we het merken', bold: false, italic: false, link: null }],
      },
      {
        kind: 'paragraph',
        inline: [
          { kind: 'span', text: 'lees verder', bold: true, italic: false, link: 'https://example.org' },
          { kind: 'break' },
        ],
      },
    ]);
  });

  it('reads lists in lists', () => {
    const statement = new Y.Doc().getXmlFragment('statement');
    const [outer, inner] = [new Y.XmlElement('orderedList'), new Y.XmlElement('bulletList')];
    const [item, innerItem] = [new Y.XmlElement('listItem'), new Y.XmlElement('listItem')];
    innerItem.insert(0, [paragraph('binnen')]);
    inner.insert(0, [innerItem]);
    item.insert(0, [paragraph('buiten'), inner]);
    outer.insert(0, [item]);
    statement.insert(0, [outer]);

    const [list] = readRichText(statement);
    expect(list).toMatchObject({ kind: 'list', ordered: true, start: 1 });
    expect(list?.kind === 'list' && list.items[0]?.[1]).toMatchObject({ kind: 'list', ordered: false });
  });

  it('shows no link to an address the vocabulary forbids', () => {
    const statement = new Y.Doc().getXmlFragment('statement');
    const text = new Y.XmlText();
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [text]);
    statement.insert(0, [element]);
    text.insert(0, 'klik', { link: { href: 'javascript:alert(1)' } });
    expect(readRichText(statement)).toMatchObject([{ inline: [{ text: 'klik', link: null }] }]);
  });

  it('leaves out what it does not know', () => {
    const statement = new Y.Doc().getXmlFragment('statement');
    statement.insert(0, [new Y.XmlElement('script'), paragraph('tekst')]);
    expect(readRichText(statement)).toHaveLength(1);
  });

  it('calls a text without letters blank', () => {
    const horizon = new Y.Doc().getXmlFragment('horizon');
    expect(isBlank(horizon)).toBe(true);
    horizon.insert(0, [paragraph('')]);
    expect(isBlank(horizon)).toBe(true);
    horizon.insert(1, [paragraph('x')]);
    expect(isBlank(horizon)).toBe(false);
  });

  it('allows https and mailto only', () => {
    expect(['https://a.nl', 'mailto:a@b.nl', 'HTTPS://a.nl'].every(isAllowedAddress)).toBe(true);
    expect(['http://a.nl', 'javascript:0', '//a.nl', 'a.nl', '', null].some(isAllowedAddress)).toBe(false);
    expect(
      ['https://', 'mailto:', 'https://a b', 'https://a\u0001', 'https://a\u2028'].some(isAllowedAddress),
    ).toBe(false);
    expect(isAllowedAddress(`https://a.nl/${'x'.repeat(2000)}`)).toBe(false);
  });
});
