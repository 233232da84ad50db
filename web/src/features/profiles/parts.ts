import type { OwnQuality, PartName, Profile, ProfileContent, ProfilePart } from './load';

/** What each part says, without its name. */
export interface Said {
  qualities: OwnQuality[];
  drives: string[];
  expertise: string[];
  learning: string;
}

export const MOST_QUALITIES = 12;
export const MOST_DRIVES = 12;
export const MOST_EXPERTISE = 20;
export const LONGEST_LINE = 100;
export const LONGEST_CORNER = 200;
export const LONGEST_LEARNING = 2000;

const NOTHING: Said = { qualities: [], drives: [], expertise: [], learning: '' };

export function nothingOf<Part extends PartName>(part: Part): Said[Part] {
  return structuredClone(NOTHING[part]);
}

/** What a part of a profile says; null when it was never said, or is not for one's eyes. */
export function partOf(profile: Profile | undefined, part: PartName): ProfilePart | null {
  return profile?.parts.find(({ content }) => content.part === part) ?? null;
}

export function saidIn<Part extends PartName>(part: Part, found: ProfilePart | null): Said[Part] {
  if (found?.content.part !== part) return nothingOf(part);
  const content: Partial<Said> = found.content;
  return structuredClone(content[part] ?? nothingOf(part)) as Said[Part];
}

/** As it is sent: own words that say nothing leave it to the library. */
export function contentOf<Part extends PartName>(part: Part, said: Said[Part]): ProfileContent {
  const all = { ...NOTHING, [part]: said };
  if (part === 'qualities') return { part: 'qualities', qualities: all.qualities.map(sentQuality) };
  if (part === 'drives') return { part: 'drives', drives: all.drives };
  if (part === 'expertise') return { part: 'expertise', expertise: all.expertise };
  return { part: 'learning', learning: all.learning.trim() };
}

/** Whether a part says the same, however it was written down. */
export function saysSame<Part extends PartName>(part: Part, one: Said[Part], other: Said[Part]): boolean {
  return JSON.stringify(contentOf(part, one)) === JSON.stringify(contentOf(part, other));
}

export function isSaid(part: PartName, said: ProfilePart | null): boolean {
  return said !== null && saidIn(part, said).length > 0;
}

/** What was kept of a part in this browser; null when it cannot be read as that. */
export function restored<Part extends PartName>(part: Part, kept: string | undefined): Said[Part] | null {
  if (kept === undefined) return null;
  try {
    const said: unknown = JSON.parse(kept);
    return isReadable(part, said) ? (said as Said[Part]) : null;
  } catch {
    return null;
  }
}

function isReadable(part: PartName, said: unknown): boolean {
  if (part === 'learning') return typeof said === 'string';
  if (!Array.isArray(said)) return false;
  if (part !== 'qualities') return said.every((line) => typeof line === 'string');
  return said.every((one: unknown) => {
    if (typeof one !== 'object' || one === null) return false;
    const { quality, strength } = one as Partial<OwnQuality>;
    return typeof quality === 'string' && (strength === 1 || strength === 2 || strength === 3);
  });
}

function sentQuality({ quality, strength, ...corners }: OwnQuality): OwnQuality {
  return {
    quality,
    strength,
    pitfall: ownWords(corners.pitfall),
    challenge: ownWords(corners.challenge),
    allergy: ownWords(corners.allergy),
  };
}

function ownWords(words: string | null | undefined): string | null {
  const said = words?.trim() ?? '';
  return said === '' ? null : said;
}
