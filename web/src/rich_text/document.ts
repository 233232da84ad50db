import * as Y from 'yjs';

export interface RichSpan {
  kind: 'span';
  text: string;
  bold: boolean;
  italic: boolean;
  /** An https or mailto address, or null. */
  link: string | null;
}

export type RichInline = RichSpan | { kind: 'break' };

export type RichBlock =
  | { kind: 'paragraph'; inline: RichInline[] }
  | { kind: 'heading'; level: 2 | 3; inline: RichInline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: RichBlock[][] };

/** A rich text as plain blocks, for a rendering that cannot write. What the vocabulary does not know is left out. */
export function readRichText(parent: Y.XmlFragment | Y.XmlElement): RichBlock[] {
  return elementsOf(parent).flatMap((element) => readBlock(element) ?? []);
}

/** True when there is not a single letter in the rich text. */
export function isBlank(fragment: Y.XmlFragment | Y.XmlElement): boolean {
  return fragment.toArray().every((child) => {
    if (child instanceof Y.XmlText) return child.length === 0;
    return child instanceof Y.XmlElement && isBlank(child);
  });
}

/** The longest address of a link in characters: even of three bytes each they fit into what the server takes. */
export const LONGEST_ADDRESS = 2000;

/** Only addresses that the vocabulary allows may become a link: the server sends away who writes another. */
export function isAllowedAddress(address: unknown): address is string {
  return (
    typeof address === 'string' &&
    address.length <= LONGEST_ADDRESS &&
    /^(https:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address)
  );
}

function readBlock(element: Y.XmlElement): RichBlock | null {
  switch (element.nodeName) {
    case 'paragraph':
      return { kind: 'paragraph', inline: readInline(element) };
    case 'heading':
      return {
        kind: 'heading',
        level: readNumber(element, 'level', 2) === 3 ? 3 : 2,
        inline: readInline(element),
      };
    case 'bulletList':
    case 'orderedList':
      return {
        kind: 'list',
        ordered: element.nodeName === 'orderedList',
        start: readNumber(element, 'start', 1),
        items: elementsOf(element)
          .filter((item) => item.nodeName === 'listItem')
          .map(readRichText),
      };
    default:
      return null;
  }
}

function readInline(element: Y.XmlElement): RichInline[] {
  return element.toArray().flatMap((child): RichInline[] => {
    if (child instanceof Y.XmlText) return readSpans(child);
    return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? [{ kind: 'break' }] : [];
  });
}

function readSpans(text: Y.XmlText): RichSpan[] {
  const parts: Array<{ insert?: unknown; attributes?: Record<string, unknown> }> = text.toDelta();
  return parts.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return [];
    return [
      {
        kind: 'span' as const,
        text: insert,
        bold: 'bold' in attributes,
        italic: 'italic' in attributes,
        link: readAddress(attributes['link']),
      },
    ];
  });
}

function readAddress(mark: unknown): string | null {
  if (typeof mark !== 'object' || mark === null || !('href' in mark)) return null;
  return isAllowedAddress(mark.href) ? mark.href : null;
}

function readNumber(element: Y.XmlElement, name: string, otherwise: number): number {
  const value: unknown = element.getAttribute(name);
  return typeof value === 'number' ? value : otherwise;
}

function elementsOf(parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement);
}
