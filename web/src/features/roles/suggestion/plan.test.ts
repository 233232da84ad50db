import { expect, test } from 'vitest';
import { askEach, canTryAgain, type Came } from './ask_each';
import {
  freeOf,
  given,
  isSamePlan,
  moved,
  optionsFor,
  standing,
  totalOf,
  without,
  type Place,
  type Plan,
} from './plan';
import type { KeptSeat, Person, Situation } from './situation';
import { warningsOf } from './warnings';

/** How well each of two roles fits: connector, keeper. */
function person(account: string, partner: string, connector: number | null, keeper: number | null): Person {
  const points = new Map([
    ['connector', connector],
    ['keeper', keeper],
  ]);
  return { account, name: account, partner, capacity: null, points };
}

function kept(role: string, account: string, partner: string, points: number): KeptSeat {
  return { role, account, name: account, partner, accepted: true, points };
}

const SITUATION: Situation = {
  roles: [
    { id: 'connector', title: 'Verbinder', least: 1, most: 2 },
    { id: 'keeper', title: 'Bewaker', least: 1, most: 1 },
  ],
  people: [
    person('ann', 'library', 80, 20),
    person('bea', 'school', 60.5, 50),
    person('cas', 'school', 30, null),
  ],
  kept: [],
  share: 2,
};

const place = (role: string, account: string): Place => ({ role, account });
const PLAN: Plan = [place('connector', 'ann'), place('keeper', 'bea')];

test('a plan comes to the sum of its fits and of those who have a seat already', () => {
  expect(totalOf(SITUATION, PLAN)).toBe(130);
  const of = { ...SITUATION, kept: [kept('connector', 'cas', 'school', 30)] };
  expect(totalOf(of, PLAN)).toBe(160);
});

test('two people change places when one is moved to the seat of the other', () => {
  const swapped = moved(SITUATION, PLAN, place('keeper', 'bea'), place('connector', 'ann'));
  expect(swapped).toEqual([place('connector', 'bea'), place('keeper', 'ann')]);
  expect(totalOf(SITUATION, swapped ?? [])).toBe(80.5);
});

test('nobody comes where they are not available, nor goes there in a swap', () => {
  const plan = [place('connector', 'cas'), place('keeper', 'bea')];
  expect(moved(SITUATION, plan, place('keeper', 'bea'), place('connector', 'cas'))).toBeNull();
  expect(moved(SITUATION, PLAN, { account: 'cas', role: null }, place('keeper', 'bea'))).toBeNull();
});

test('somebody is moved to a free seat, from another or from none, as long as there is one', () => {
  const free = { role: 'connector', account: null };
  expect(freeOf(SITUATION, PLAN, 'connector')).toBe(1);
  expect(moved(SITUATION, PLAN, place('keeper', 'bea'), free)).toEqual([
    place('connector', 'ann'),
    place('connector', 'bea'),
  ]);
  const full = [...PLAN, place('connector', 'cas')];
  expect(moved(SITUATION, PLAN, { account: 'cas', role: null }, free)).toEqual(full);
  expect(moved(SITUATION, full, place('keeper', 'bea'), free)).toBeNull();
  expect(moved(SITUATION, PLAN, place('connector', 'ann'), free)).toBeNull();
});

test('a seat is emptied by moving somebody out of the plan', () => {
  expect(moved(SITUATION, PLAN, place('keeper', 'bea'), 'nobody')).toEqual([place('connector', 'ann')]);
  expect(moved(SITUATION, PLAN, { account: 'cas', role: null }, 'nobody')).toBeNull();
  expect(without(PLAN, place('keeper', 'ann'))).toEqual(PLAN);
});

test('whom a seat is given keeps what they have, and nobody gets a role twice', () => {
  expect(given(SITUATION, PLAN, place('keeper', 'bea'), 'ann')).toEqual([
    place('connector', 'ann'),
    place('keeper', 'ann'),
  ]);
  expect(given(SITUATION, PLAN, { role: 'connector', account: null }, 'ann')).toBeNull();
  const of = { ...SITUATION, kept: [kept('keeper', 'ann', 'library', 20)] };
  expect(given(of, [place('connector', 'bea')], { role: 'keeper', account: null }, 'bea')).toBeNull();
});

test('for a seat everybody can be chosen but who is in the role, the best first and who is not available last', () => {
  const options = optionsFor(SITUATION, PLAN, place('keeper', 'bea'));
  expect(options.map(({ person, points }) => [person.account, points])).toEqual([
    ['ann', 20],
    ['cas', null],
  ]);
  expect(options[0]?.has).toEqual(['connector']);
  expect(options[0]?.swap).toEqual({
    role: 'connector',
    plan: [place('connector', 'bea'), place('keeper', 'ann')],
  });
  expect([options[1]?.give, options[1]?.swap]).toEqual([null, null]);
});

test('what others did meanwhile, and what is no more, is no plan', () => {
  const of = { ...SITUATION, kept: [kept('keeper', 'bea', 'school', 50)] };
  const plan = [...PLAN, place('connector', 'gone'), place('removed', 'ann'), place('connector', 'ann')];
  expect(standing(of, plan)).toEqual([place('connector', 'ann')]);
});

test('two plans are the same in whatever order', () => {
  expect(isSamePlan(PLAN, [...PLAN].reverse())).toBe(true);
  expect(isSamePlan(PLAN, [place('connector', 'ann')])).toBe(false);
  expect(isSamePlan(PLAN, [place('connector', 'ann'), place('keeper', 'ann')])).toBe(false);
});

test('a role that lacks people is told, and whether there is anybody for it', () => {
  expect(warningsOf(SITUATION, [place('connector', 'ann')], PLAN)).toMatchObject([
    { kind: 'lacking', role: { id: 'keeper' }, seats: 1, nobody: false },
    { kind: 'without', partner: 'school' },
  ]);
  const none = { ...SITUATION, people: [person('ann', 'library', 80, null)] };
  expect(warningsOf(none, [place('connector', 'ann')], [])).toMatchObject([
    { kind: 'lacking', nobody: true },
  ]);
});

test('somebody with more roles than they say they can carry is told, unless it is no matter of the plan', () => {
  const [ann, ...others] = SITUATION.people as [Person, ...Person[]];
  const of = { ...SITUATION, people: [{ ...ann, capacity: 1 }, ...others] };
  const both = [place('connector', 'ann'), place('keeper', 'ann'), place('connector', 'bea')];
  expect(warningsOf(of, both, PLAN)).toMatchObject([{ kind: 'over_capacity', roles: 2, capacity: 1 }]);
  const has = [kept('connector', 'ann', 'library', 80), kept('keeper', 'ann', 'library', 20)];
  expect(warningsOf({ ...of, kept: has }, [place('connector', 'bea')], [])).toEqual([]);
});

test('a partner with more than its share is told when the plan made it so', () => {
  const of = { ...SITUATION, share: 1 };
  const plan = [place('connector', 'ann'), place('connector', 'cas'), place('keeper', 'bea')];
  expect(warningsOf(of, plan, PLAN)).toEqual([{ kind: 'over_share', partner: 'school', seats: 2, share: 1 }]);
  expect(warningsOf(of, plan, plan)).toEqual([]);
  expect(warningsOf({ ...of, share: null }, plan, PLAN)).toEqual([]);
});

test('who became unavailable, or came where others took the seats, is told', () => {
  const taken = [kept('keeper', 'ann', 'library', 20)];
  expect(warningsOf({ ...SITUATION, kept: taken }, [place('keeper', 'bea')], [])).toMatchObject([
    { kind: 'lacking' },
    { kind: 'too_many', role: { id: 'keeper' } },
  ]);
  expect(warningsOf(SITUATION, [place('connector', 'ann'), place('keeper', 'cas')], [])).toMatchObject([
    { kind: 'not_available', person: { account: 'cas' } },
  ]);
});

test('everybody in a plan is asked once, one after the other, and a refusal stops nobody else', async () => {
  const told: [string, Came][] = [];
  const refusal = { status: 409, code: 'not_available' };
  const ask = async ({ account }: Place) => (account === 'ann' ? refusal : null);
  await askEach(PLAN, ask, ({ account }, came) => told.push([account, came]));
  expect(told).toEqual([
    ['ann', 'asking'],
    ['ann', refusal],
    ['bea', 'asking'],
    ['bea', 'asked'],
  ]);
  expect(canTryAgain(refusal)).toBe(false);
});

test('when the server cannot be reached the others wait, to be asked again', async () => {
  const asked: string[] = [];
  const unreachable = { status: 0, code: 'unreachable' };
  await askEach(
    PLAN,
    async ({ account }) => {
      asked.push(account);
      return unreachable;
    },
    () => undefined,
  );
  expect(asked).toEqual(['ann']);
  expect([canTryAgain(unreachable), canTryAgain('waits'), canTryAgain('asked')]).toEqual([true, true, false]);
});
