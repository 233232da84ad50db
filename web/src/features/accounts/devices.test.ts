import { expect, test } from 'vitest';
import { deviceWords } from './devices';

test('a browser is called what its owner calls it', () => {
  const linux = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  expect(deviceWords(linux)).toMatch(/Firefox.*Linux/);
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0';
  expect(deviceWords(edge)).toMatch(/Edge.*Windows/);
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  expect(deviceWords(phone)).toMatch(/Safari.*iPhone/);
});

test('a program is called what it calls itself', () => {
  expect(deviceWords('curl/8.5.0')).toBe('curl/8.5.0');
});

test('what does not say what it is has a name too', () => {
  expect(deviceWords(null)).not.toBe('');
});
