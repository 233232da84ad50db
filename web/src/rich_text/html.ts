import { isAllowedAddress, type RichBlock, type RichInline, type RichSpan } from './document';

/**
 * The server's HTML of a rich text as plain blocks. It is read, never put into the page: what is not one of the few
 * elements of the vocabulary comes out as its text.
 */
export function readHtml(html: string): RichBlock[] {
  return readBlocks(new DOMParser().parseFromString(html, 'text/html').body);
}

function readBlocks(parent: Element): RichBlock[] {
  return [...parent.children].map(readBlock);
}

function readBlock(element: Element): RichBlock {
  switch (element.localName) {
    case 'h2':
    case 'h3':
      return { kind: 'heading', level: element.localName === 'h3' ? 3 : 2, inline: readInline(element) };
    case 'ul':
    case 'ol':
      return {
        kind: 'list',
        ordered: element.localName === 'ol',
        start: Number(element.getAttribute('start') ?? 1),
        items: [...element.children].map(readBlocks),
      };
    default:
      return { kind: 'paragraph', inline: readInline(element) };
  }
}

type Marks = Pick<RichSpan, 'bold' | 'italic' | 'link'>;
const PLAIN: Marks = { bold: false, italic: false, link: null };

function readInline(parent: Element, marks = PLAIN): RichInline[] {
  return [...parent.childNodes].flatMap((node): RichInline[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ kind: 'span', text: node.textContent ?? '', ...marks }];
    if (!(node instanceof Element)) return [];
    return node.localName === 'br' ? [{ kind: 'break' }] : readInline(node, withMark(node, marks));
  });
}

function withMark(element: Element, marks: Marks): Marks {
  if (element.localName === 'strong') return { ...marks, bold: true };
  if (element.localName === 'em') return { ...marks, italic: true };
  const address = element.localName === 'a' ? element.getAttribute('href') : null;
  return isAllowedAddress(address) ? { ...marks, link: address } : marks;
}
