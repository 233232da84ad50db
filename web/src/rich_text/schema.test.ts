import { getSchema } from '@tiptap/core';
import type { NodeType } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import vocabulary from '../../../server/src/boards/vocabulary.json';
import { isAllowedAddress } from './document';
import { richTextExtensions } from './schema';

const schema = getSchema(richTextExtensions);
const { elements, marks } = vocabulary.rich_text;

interface Element {
  in: string[];
  inline?: boolean;
  attributes?: Record<string, unknown>;
}

/** The names of all nodes that may stand somewhere directly in a node of this type. */
function children(type: NodeType): Set<string> {
  const names = new Set<string>();
  const seen = new Set([type.contentMatch]);
  for (const match of seen) {
    for (let edge = 0; edge < match.edgeCount; edge += 1) {
      names.add(match.edge(edge).type.name);
      seen.add(match.edge(edge).next);
    }
  }
  return names;
}

function parents(name: string): string[] {
  return Object.values(schema.nodes)
    .filter((type) => children(type).has(name))
    .map((type) => (type === schema.topNodeType ? 'root' : type.name))
    .sort();
}

describe('the editor knows exactly the vocabulary', () => {
  it('has its elements and no others', () => {
    const names = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text');
    expect(names.sort()).toEqual(Object.keys(elements).sort());
  });

  it.each(Object.entries(elements) as Array<[string, Element]>)(
    'lets %s stand where it may',
    (name, element) => {
      expect(parents(name)).toEqual([...element.in].sort());
      expect(parents('text').includes(name)).toBe(element.inline === true);
      expect(Object.keys(schema.nodes[name]?.spec.attrs ?? {}).sort()).toEqual(
        Object.keys(element.attributes ?? {}).sort(),
      );
    },
  );

  it('has headings of the same levels', () => {
    const heading = richTextExtensions.find((extension) => extension.name === 'heading');
    expect(heading?.options.levels).toEqual(elements.heading.attributes.level);
  });

  it('has its marks, their attributes, and no others', () => {
    expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(marks).sort());
    expect(Object.keys(schema.marks['link']?.spec.attrs ?? {}).sort()).toEqual(
      [...marks.link.attributes].sort(),
    );
  });

  it('links to the same schemes', () => {
    expect(
      marks.link.schemes.every((scheme) => isAllowedAddress(`${scheme}:${scheme === 'https' ? '//' : ''}a`)),
    ).toBe(true);
    for (const scheme of ['http://', 'javascript:', 'data:', 'ftp://', 'tel:']) {
      expect(isAllowedAddress(`${scheme}a`)).toBe(false);
    }
  });
});
