import { expect, test } from 'vitest';
import { HOME } from '../../routes';
import { sayNews } from './news_words';

test('one and more are said differently', () => {
  expect(sayNews({ kind: 'card.added', count: 1 })).toEqual({
    text: '1 nieuwe kaart in het businessmodel',
    room: 'canvas',
  });
  expect(sayNews({ kind: 'card.added', count: 3 })?.text).toBe('3 nieuwe kaarten in het businessmodel');
});

test('whatever happens to partners and people is said, and leads to where it is seen', () => {
  const kinds = [
    'partner.invited',
    'partner.withdrawn',
    'partner.joined',
    'partner.declined',
    'partner.left',
    'member.added',
    'member.changed',
    'member.removed',
    'guest.invited',
    'partnership.started',
  ];
  for (const kind of kinds) expect(sayNews({ kind, count: 1 })?.room, kind).toBe('people');
  expect(sayNews({ kind: 'partnership.changed', count: 1 })?.room).toBe('settings');
  expect(sayNews({ kind: 'partner.joined', count: 1 })?.text).toBe('1 partner doet nu mee');
  expect(sayNews({ kind: 'partner.joined', count: 2 })?.text).toBe('2 partners doen nu mee');
  expect(sayNews({ kind: 'member.added', count: 1 })?.text).toBe('Er kwam iemand bij');
  expect(sayNews({ kind: 'member.added', count: 3 })?.text).toBe('Er kwamen 3 mensen bij');
});

test('that it ends, or does not, is said on the page where one answers', () => {
  const kinds = ['proposed', 'decided', 'withdrawn'].map((verb) => `conclusion.${verb}`);
  kinds.push('partnership.concluded', 'partnership.archived', 'partnership.reopened');
  for (const kind of kinds) expect(sayNews({ kind, count: 1 })?.room, kind).toBe(HOME);
});

test('what happens to a round of looking back leads there', () => {
  for (const verb of ['planned', 'changed', 'cancelled', 'opened', 'reported'])
    expect(sayNews({ kind: `scan.${verb}`, count: 1 })?.room, verb).toBe('scans');
  // That it closes is said by its report.
  expect(sayNews({ kind: 'scan.closing', count: 1 })).toBeNull();
});

test('what is done better, and what went well, leads to where it stands', () => {
  for (const verb of ['chosen', 'changed', 'started', 'finished', 'dropped'])
    expect(sayNews({ kind: `improvement.${verb}`, count: 1 })?.room, verb).toBe('improvements');
  for (const verb of ['recorded', 'changed', 'removed'])
    expect(sayNews({ kind: `success.${verb}`, count: 1 })?.room, verb).toBe('improvements/successes');
  expect(sayNews({ kind: 'improvement.chosen', count: 2 })?.text).toBe('2 verbeterpunten gekozen');
});

test('what partners bring and come to get is said, and leads there', () => {
  for (const verb of ['added', 'changed', 'removed', 'confirmed'])
    expect(sayNews({ kind: `contribution.${verb}`, count: 1 })?.room, verb).toBe('give-and-take');
  expect(sayNews({ kind: 'contribution.removed', count: 2 })?.text).toBe(
    '2 dingen zijn weggehaald bij geven en halen',
  );
});

test('what is decided about the ambition is said, and leads to where it stands', () => {
  for (const verb of ['proposed', 'withdrawn', 'endorsed', 'reconsidered'])
    expect(sayNews({ kind: `ambition.${verb}`, count: 1 })?.room, verb).toBe('ambition/versions');
  for (const verb of ['shared', 'unshared'])
    expect(sayNews({ kind: `ambition.${verb}`, count: 1 })?.room, verb).toBe('ambition');
  expect(sayNews({ kind: 'ambition.endorsed', count: 2 })?.text).toBe(
    'Partners gaven 2 keer antwoord op de ambitie',
  );
});

test('that it moves to another phase is said, and that it looked ahead again', () => {
  expect(sayNews({ kind: 'phase.moved', count: 1 })?.room).toBe('phases');
  expect(sayNews({ kind: 'phase.moved', count: 2 })?.text).toBe('Jullie gingen 2 keer naar een andere fase');
  expect(sayNews({ kind: 'phase.readiness_changed', count: 1 })).toBeNull();
  expect(sayNews({ kind: 'horizon.reviewed', count: 1 })?.room).toBe('ambition');
});

test('how partners see it, and in what they touch, is said and leads there', () => {
  for (const kind of ['view.changed', 'overlap.marked', 'overlap.removed'])
    expect(sayNews({ kind, count: 1 })?.room, kind).toBe('ambition/views');
  expect(sayNews({ kind: 'overlap.marked', count: 2 })?.text).toBe('2 nieuwe raakpunten tussen partners');
  // What people want with it is seen by whom they chose, and is no news.
  expect(sayNews({ kind: 'individual_ambition.changed', count: 1 })).toBeNull();
});

test('what is done with the common values is said, and what people value themselves is not', () => {
  for (const verb of ['added', 'changed', 'removed', 'weighed'])
    expect(sayNews({ kind: `value.${verb}`, count: 1 })?.room, verb).toBe('values');
  expect(sayNews({ kind: 'value.added', count: 2 })?.text).toBe('2 nieuwe waarden opgezet');
  for (const kind of ['own_value.changed', 'tension_check.changed'])
    expect(sayNews({ kind, count: 1 }), kind).toBeNull();
});

test('what this page does not know it passes over, and that a person declined is nobody’s business', () => {
  expect(sayNews({ kind: 'moon.risen', count: 1 })).toBeNull();
  for (const kind of ['assignment.declined', 'guest.declined', 'guest.withdrawn'])
    expect(sayNews({ kind, count: 1 }), kind).toBeNull();
});
