import { expect, test } from 'vitest';
import type { Partner, PartnerView } from '../../../api/types';
import { byUrgency, columnsOf, formOf, meanwhile, sentOf, touchedOf, type ViewForm } from './views';

const library = { id: 'library', status: 'active' } as Partner;
const school = { id: 'school', status: 'active' } as Partner;
const invited = { id: 'invited', status: 'invited' } as Partner;
const left = { id: 'left', status: 'left' } as Partner;
const silent = { id: 'silent', status: 'left' } as Partner;

function view(partner_id: string, urgency: number | null): PartnerView {
  return { partner_id, seeing: 'Zo', doing: '', urgency } as PartnerView;
}

const before: ViewForm = { seeing: 'Zo', doing: 'Dit', urgency: '3' };

test('each that takes part has a column, and who left keeps it when there is something in it', () => {
  const columns = columnsOf([left, library, invited, school, silent], [view('left', 5), view('school', 2)]);
  expect(columns.map(({ partner, view: said }) => [partner.id, said?.urgency])).toEqual([
    ['library', undefined],
    ['school', 2],
    ['left', 5],
  ]);
});

test('one that did not accept yet has a column where it is one’s own, or where it said something', () => {
  const ids = (own: string | null, ...views: PartnerView[]) =>
    columnsOf([invited, library], views, own).map(({ partner }) => partner.id);
  expect(ids('invited')).toEqual(['invited', 'library']);
  expect(ids('library')).toEqual(['library']);
  expect(ids('library', view('invited', 3))).toEqual(['invited', 'library']);
});

test('how urgent it is for whom stands without one before another', () => {
  const said = [view('library', 4), view('school', 4), view('left', 9)];
  const rows = byUrgency(columnsOf([library, school, left], said));
  expect(rows.map(({ urgency, partners }) => [urgency, partners.map(({ id }) => id)])).toEqual([
    [1, []],
    [2, []],
    [3, []],
    [4, ['library', 'school']],
    [5, []],
    [null, ['left']],
  ]);
});

test('what was not said yet is nothing, not a number', () => {
  expect(formOf(null)).toEqual({ seeing: '', doing: '', urgency: '' });
  expect(sentOf({ seeing: ' Zo ', doing: '', urgency: '' })).toEqual({
    seeing: 'Zo',
    doing: '',
    urgency: null,
  });
  expect(sentOf(before).urgency).toBe(3);
});

test('what others changed beside it stays, and what one wrote is kept', () => {
  const form = { ...before, seeing: 'Anders ' };
  expect(touchedOf(before, form)).toEqual({ seeing: 'Anders ' });
  expect(meanwhile(before, form, { seeing: 'Hun woorden', doing: 'Meer', urgency: '5' })).toEqual({
    seeing: 'Anders ',
    doing: 'Meer',
    urgency: '5',
  });
});
