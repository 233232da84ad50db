import { problemWords, type Problem } from '../../api/problem';
import { m } from '../../paraglide/messages.js';
import type { Corner } from '../../content/quadrants';
import type { Refused } from './lines';
import type { PartName } from './load';

/** How strong a quality is, from 1 to 3. */
export function strengthWords(strength: number): string {
  if (strength === 3) return m.profiles_strength_3();
  return strength === 2 ? m.profiles_strength_2() : m.profiles_strength_1();
}

const CORNERS: Record<Corner, () => string> = {
  pitfall: m.profiles_pitfall,
  challenge: m.profiles_challenge,
  allergy: m.profiles_allergy,
};

export function cornerName(corner: Corner): string {
  return CORNERS[corner]();
}

const PARTS: Record<PartName, () => string> = {
  qualities: m.profiles_qualities,
  drives: m.profiles_drives,
  expertise: m.profiles_expertise,
  learning: m.profiles_learning,
};

export function partName(part: PartName): string {
  return PARTS[part]();
}

/** Why a line was not added. */
export function refusedWords(refused: Refused, most: number): string {
  if (refused === 'twice') return m.profiles_line_twice();
  return refused === 'too_many' ? m.profiles_line_too_many({ most }) : m.profiles_line_empty();
}

/** Why a part was not saved. What was typed stands there still. */
export function unsavedWords(problem: Problem): string {
  if (problem.errors?.some(({ code }) => code === 'no_partner')) return m.ui_circle_no_partner();
  return problem.errors?.length ? m.profiles_refused() : problemWords(problem);
}
