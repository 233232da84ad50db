import { expect, test } from 'vitest';
import { withLinks } from './mail_text';

test('the addresses of a mail can be followed, and nothing of it is lost', () => {
  const mail = 'Dag Nel,\n\nBegin:\nhttp://localhost:8080/invitation#abc_-1\n\n-- \nWaarom';
  const pieces = withLinks(mail);
  expect(pieces.filter(({ link }) => link).map(({ text }) => text)).toEqual([
    'http://localhost:8080/invitation#abc_-1',
  ]);
  expect(pieces.map(({ text }) => text).join('')).toBe(mail);
});
