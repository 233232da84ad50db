import { expect, test } from 'vitest';
import { lineAt } from './paste_rows';

test('a line is found where it stands in the list', () => {
  const text = '- Eén\n\n- Drie';
  expect(text.slice(...lineAt(text, 1))).toBe('- Eén');
  expect(text.slice(...lineAt(text, 2))).toBe('');
  expect(text.slice(...lineAt(text, 3))).toBe('- Drie');
  expect(text.slice(...lineAt(text, 9))).toBe('');
});
