import { expect, test } from 'vitest';
import type { NewsItem } from '../../api/types';
import type { Behind } from './news_behind';
import { newsLines } from './news_lines';

const SINCE = '2026-03-01T10:00:00Z';
const LATER = '2026-03-02T10:00:00Z';
const LAST = '2026-03-03T10:00:00Z';

type Standing = NonNullable<Behind['standing']>;
type Version = Standing['versions'][number];

const fatima = { account_id: 'f', name: 'Fatima Benali', partner_id: 'zorg' };
const sanne = { account_id: 's', name: 'Sanne Mulder', partner_id: 'bieb' };
const reader = {
  account: 's',
  partners: [
    { id: 'bieb', name: 'Bibliotheek Zuid', mark: 1 },
    { id: 'zorg', name: 'Zorggroep Maas', mark: 3 },
  ],
  members: [
    { account_id: 'f', partner_id: 'zorg' },
    { account_id: 's', partner_id: 'bieb' },
  ],
} as Parameters<typeof newsLines>[2];

const NOTHING: Behind = { standing: null, moves: [] };
const item = (kind: string, at: string, people = [fatima], count = 1): NewsItem => ({
  kind,
  count,
  people: people.map(({ account_id, name }) => ({ account_id, name })),
  at,
});

function standing(...endorsements: Version['endorsements']): Behind {
  const version = {
    number: 2,
    proposed_by: sanne,
    proposed_at: '2026-02-01T10:00:00Z',
    withdrawn_at: null,
    endorsements,
  } as Version;
  return { ...NOTHING, standing: { versions: [version] } as Standing };
}

test('who answered what is said with the partner and when, and leads to that version', () => {
  const said = {
    partner_id: 'zorg',
    answer: 'yes_with_wish' as const,
    words: 'Graag.',
    given_by: fatima,
    given_at: LATER,
  };
  const mine = { ...said, partner_id: 'bieb', given_by: sanne };
  const lines = newsLines(
    { since: SINCE, items: [item('ambition.endorsed', LATER)] },
    standing(said, mine),
    reader,
  );
  expect(lines).toEqual([
    {
      key: 'answer 2 zorg',
      text: 'Zorggroep Maas staat achter versie 2 van de ambitie, met een wens',
      room: 'ambition/versions/2',
      people: [{ name: 'Fatima Benali', mark: 3 }],
      at: LATER,
    },
  ]);
});

test('what was said before, or is not known any more, is only counted', () => {
  const before = {
    partner_id: 'zorg',
    answer: 'yes' as const,
    words: null,
    given_by: fatima,
    given_at: '2026-02-20T10:00:00Z',
  };
  const items = [item('ambition.endorsed', LATER)];
  for (const behind of [standing(before), NOTHING])
    expect(newsLines({ since: SINCE, items }, behind, reader)[0]?.text).toBe(
      'Een partner gaf antwoord op de ambitie',
    );
});

test('that it is shared, or not any more, is nobody’s doing alone, and only the last counts', () => {
  const items = [item('ambition.unshared', LAST), item('ambition.shared', LATER)];
  expect(newsLines({ since: SINCE, items }, NOTHING, reader)).toEqual([
    {
      key: 'ambition.unshared',
      text: 'De ambitie is niet meer gedeeld: niet elke partner die nu meedoet, staat erachter',
      room: 'ambition',
      people: [],
      at: LAST,
    },
  ]);
});

test('what one partner says or takes back is said with its name', () => {
  const text = (kind: string, people = [fatima], count = 1): string | undefined =>
    newsLines({ since: SINCE, items: [item(kind, LATER, people, count)] }, NOTHING, reader)[0]?.text;
  expect(text('ambition.reconsidered')).toBe('Zorggroep Maas nam het antwoord op de ambitie terug');
  expect(text('value.weighed', [fatima], 2)).toBe('Zorggroep Maas zei van 2 waarden hoe sterk ze daar leven');
  expect(text('value.weighed', [fatima, sanne])).toBe('Een partner zei hoe sterk een waarde daar leeft');
  expect(text('contribution.added')).toBe('Zorggroep Maas zei wat ze brengen of komen halen');
  expect(text('contribution.removed', [fatima], 2)).toBe(
    'Zorggroep Maas haalde 2 dingen weg bij geven en halen',
  );
  expect(text('contribution.confirmed', [fatima, sanne], 2)).toBe(
    'Partners zeiden 2 keer dat iets klopt bij geven en halen',
  );
});

test('where one went is said, the last first', () => {
  const move = {
    from: 'signal',
    to: 'acquaint',
    reason: null,
    missing: [],
    moved_by: fatima,
    moved_at: LATER,
  };
  const back = { ...move, from: 'acquaint', to: 'signal', moved_at: LAST };
  const behind = { ...NOTHING, moves: [move, back] };
  const lines = newsLines({ since: SINCE, items: [item('phase.moved', LAST)] }, behind, reader);
  expect(lines.map(({ text }) => text)).toEqual([
    'Jullie gingen van ‘Elkaar leren kennen’ naar ‘Signaleren’',
    'Jullie gingen van ‘Signaleren’ naar ‘Elkaar leren kennen’',
  ]);
});

test('a version that was put before the partners is said with its number', () => {
  const behind = standing();
  const [version] = behind.standing?.versions ?? [];
  if (version) Object.assign(version, { proposed_by: fatima, proposed_at: LATER });
  const [line] = newsLines({ since: SINCE, items: [item('ambition.proposed', LATER)] }, behind, reader);
  expect(line?.text).toBe('Versie 2 van de ambitie is aan de partners voorgelegd');
  expect(line?.room).toBe('ambition/versions/2');
});
