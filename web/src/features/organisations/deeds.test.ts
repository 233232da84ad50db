import { expect, test } from 'vitest';
import type { AuditItem } from '../../api/types';
import { deedWords } from './deeds';

function item(action: string, more: Partial<Omit<AuditItem, 'data'>> & { data?: object } = {}): AuditItem {
  return {
    number: 1,
    at: '2026-11-22T05:00:00Z',
    actor: { id: 'a', name: 'Marijke' },
    subject: { id: 'b', name: 'Sanne' },
    action,
    data: {},
    from: null,
    ...more,
  } as AuditItem;
}

test('a deed is a sentence', () => {
  expect(deedWords(item('account.deactivated'))).toBe('Marijke deactiveerde Sanne.');
  expect(deedWords(item('organisation.renamed', { data: { from: 'Oud', to: 'Nieuw' } }))).toBe(
    'Marijke gaf Oud een andere naam: Nieuw.',
  );
  expect(deedWords(item('accounts.invited', { data: { accounts: ['x', 'y'] } }))).toBe(
    'Marijke nodigde 2 mensen tegelijk uit.',
  );
});

test('a deed that came later is shown by its name, and nobody is made up', () => {
  expect(deedWords(item('role.shone'))).toBe('Marijke · role.shone · Sanne');
  expect(deedWords(item('password.reset_requested', { actor: null }))).toContain('Sanne');
  expect(deedWords(item('role.shone', { actor: { id: 'a', name: null }, subject: null }))).not.toContain(
    'null',
  );
});
