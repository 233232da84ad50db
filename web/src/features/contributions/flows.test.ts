import { expect, test } from 'vitest';
import type { Partner } from '../../api/types';
import { flowsOf } from './flows';
import type { Contribution } from './load';

const partners = [
  { id: 'oak', mark: 2, status: 'active' },
  { id: 'elm', mark: 1, status: 'active' },
  { id: 'ash', mark: 3, status: 'left' },
] as Partner[];

function said(
  partner_id: string,
  direction: Contribution['direction'],
  with_partner_id: string | null,
  is_met = false,
): Contribution {
  return { partner_id, direction, with_partner_id, is_met } as Contribution;
}

test('what one brings and what the other comes to get of it flow the same way', () => {
  const flows = flowsOf(partners, [said('elm', 'brings', 'oak', true), said('oak', 'seeks', 'elm')]);
  expect(flows?.takers.map(({ id }) => id)).toEqual(['elm', 'oak']);
  const [elm, oak] = flows?.givers ?? [];
  expect(elm?.flows.map((flow) => flow && [flow.said.length, flow.met])).toEqual([null, [2, 1]]);
  expect(oak?.flows.map((flow) => flow && flow.said.length)).toEqual([0, null]);
});

test('there is nothing to draw as long as nobody who takes part names another', () => {
  expect(flowsOf(partners, [])).toBeNull();
  expect(flowsOf(partners, [said('elm', 'brings', null), said('oak', 'seeks', 'ash')])).toBeNull();
});
