import { describe, expect, it } from 'vitest';
import { readAddress } from './formatting';

describe('a typed address', () => {
  it.each([
    ['https://example.org/a?b', 'https://example.org/a?b'],
    [' example.org ', 'https://example.org'],
    ['example.org/pad', 'https://example.org/pad'],
    ['sanne@demo.example', 'mailto:sanne@demo.example'],
    ['mailto:sanne@demo.example', 'mailto:sanne@demo.example'],
  ])('%j becomes %j', (typed, address) => {
    expect(readAddress(typed)).toBe(address);
  });

  it.each(['', 'javascript:alert(1)', 'http://example.org', 'geen adres', 'ftp://a.nl', 'data:text/html,x'])(
    '%j is refused',
    (typed) => {
      expect(readAddress(typed)).toBeNull();
    },
  );
});
