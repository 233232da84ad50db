import { expect, test } from 'vitest';
import { byPartner } from './by_partner';

test('it stands by partner in the order of their marks, and of those who guide it comes last', () => {
  const items = [
    { id: 'a', partner_id: null },
    { id: 'b', partner_id: 'school' },
    { id: 'c', partner_id: 'library' },
    { id: 'd', partner_id: 'school' },
  ];
  const groups = byPartner(items, [{ id: 'library' }, { id: 'school' }, { id: 'gone' }]);
  expect(groups.map(({ partner, items }) => [partner?.id, items.map(({ id }) => id)])).toEqual([
    ['library', ['c']],
    ['school', ['b', 'd']],
    [undefined, ['a']],
  ]);
});
