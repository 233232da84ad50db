import { expect, test } from 'vitest';
import { BallotBox } from './ballot_box';
import { newDraft } from './draft';
import { ScanDraftShelf } from './draft_shelf';
import { BALLOTS } from './waiting_ballots';

const ballot = {
  scan: 's1',
  ballot: 'ZZZ',
  response: { answers: { a: 4 }, priorities: [], words: 'Maandag' },
};

function storage(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

test('what was filled in is there after a reload, for whoever filled it in and in that round only', () => {
  const browser = storage();
  const draft = { ...newDraft(['a', 'b']), answers: { a: null }, priorities: ['strong_team'], step: 2 };
  expect(new ScanDraftShelf('ik', 's1', browser).write(draft)).toBe(true);
  expect(new ScanDraftShelf('ik', 's1', browser).read()).toEqual(draft);
  expect(new ScanDraftShelf('zij', 's1', browser).read()).toBeNull();
  expect(new ScanDraftShelf('ik', 's2', browser).read()).toBeNull();
  new ScanDraftShelf('ik', 's1', browser).remove();
  expect(browser.length).toBe(0);
});

test('a browser that keeps nothing, or something else, is no reason not to answer', () => {
  expect(new ScanDraftShelf('ik', 's1', storage(true)).write(newDraft(['a']))).toBe(false);
  expect(new ScanDraftShelf('ik', 's1').read()).toBeNull();
  const browser = storage();
  for (const kept of ['{', '[]', '7', '{"order":[1],"answers":{},"priorities":[],"words":""}']) {
    browser.setItem('samenspel.scan.ik.s1', kept);
    expect(new ScanDraftShelf('ik', 's1', browser).read()).toBeNull();
  }
});

test('answers wait until they were counted, and nothing says whose they are', () => {
  const browser = storage();
  const key = new BallotBox(browser).put(ballot);
  expect(key).toMatch(/^samenspel\.ballot\.[0-9a-f-]{36}$/);
  expect(browser.getItem(key)).toBe(JSON.stringify(ballot));
  expect(new BallotBox(browser).waiting()).toEqual([[key, ballot]]);
  new BallotBox(browser).remove(key);
  expect(browser.length).toBe(0);
});

test('of what came too late only the words are kept, for their round', () => {
  const browser = storage();
  const box = new BallotBox(browser);
  box.refuse(box.put(ballot), 'too_late');
  expect(box.waiting()).toEqual([]);
  const [[key, refused] = ['', null]] = box.refusedOf('s1');
  expect(refused).toEqual({ scan: 's1', words: 'Maandag', why: 'too_late' });
  expect(box.refusedOf('s2')).toEqual([]);
  box.remove(key);
  expect(browser.length).toBe(0);
});

test('in a browser that keeps nothing answers wait as long as the page is open', () => {
  for (const browser of [storage(true), undefined]) {
    const box = new BallotBox(browser);
    const key = box.put(ballot);
    expect(box.waiting()).toEqual([[key, ballot]]);
    expect(box.get(key)).toEqual(ballot);
    box.remove(key);
    expect(box.waiting()).toEqual([]);
  }
});

test('what lies there and is no ballot stays where it is', () => {
  const browser = storage();
  browser.setItem(`${BALLOTS}x`, '{"scan":1}');
  expect(new BallotBox(browser).waiting()).toEqual([]);
});
