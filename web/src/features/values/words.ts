import { m } from '../../paraglide/messages.js';
import type { Strength } from './strengths/strengths';

export function nameOf({ name }: { name: string }): string {
  return name.trim() || m.values_untitled();
}

const STRENGTHS: Record<Strength, () => string> = {
  0: m.values_strength_0,
  1: m.values_strength_1,
  2: m.values_strength_2,
  3: m.values_strength_3,
  4: m.values_strength_4,
};

/** How strongly a partner holds a value, in words. */
export function strengthWords(strength: Strength): string {
  return STRENGTHS[strength]();
}
