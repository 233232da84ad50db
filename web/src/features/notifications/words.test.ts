import { expect, test } from 'vitest';
import description from '../../api/openapi.json';
import type { OwnNotification } from '../../api/types';
import { sayNotification } from './words';

const kinds = description.components.schemas.NotificationKind.enum;

/**
 * The system tells of rounds of looking back, and of looking ahead; and an ambition or a business model is shared by the last who says yes
 * or by a partner that leaves. Room to move is given and ended by partners together, whoever spoke last. Who says
 * something from outside has no account. Nobody is named in them.
 */
const NAMELESS =
  /^((scan|horizon)_|(ambition|business_model)_shared$|room_(given|ended)$|remark_from_outside$)/;

test('every kind that the server knows is said in a sentence of its own, with its names', () => {
  const said = kinds.map((kind) =>
    sayNotification({ kind: kind as OwnNotification['kind'], actor: 'Anna', title: 'Voorleescoach' }),
  );
  expect(new Set(said).size).toBe(kinds.length);
  for (const [index, sentence] of said.entries())
    if (!NAMELESS.test(kinds[index] ?? '')) expect(sentence).toContain('Anna');
});

test('what has no name is said without one', () => {
  expect(sayNotification({ kind: 'role_proposed', actor: null, title: null })).toBe(
    'Iemand vraagt je voor de rol ‘zonder naam’.',
  );
  expect(sayNotification({ kind: 'member_removed', actor: 'Anna', title: null })).toBe(
    'Anna liet weten dat je niet meer meedoet.',
  );
});

test('a kind of tomorrow is something that happened', () => {
  const kind = 'from_tomorrow' as OwnNotification['kind'];
  expect(sayNotification({ kind, actor: 'Anna', title: null })).toContain('Anna');
});
