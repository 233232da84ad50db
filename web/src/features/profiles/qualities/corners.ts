import { CORNERS, libraryCorner, type Corner } from '../../../content/quadrants';
import type { OwnQuality } from '../load';

/** What somebody says in the corners of a quality: in their own words, or else as the library has it; null when nobody said it. */
export function cornersOf(quality: OwnQuality): { corner: Corner; words: string | null }[] {
  return CORNERS.map((corner) => ({
    corner,
    words: quality[corner]?.trim() || libraryCorner(quality.quality, corner),
  }));
}

/** A quality as it is taken from the library or in own words: clearly there, and not reworded. */
export function takenQuality(quality: string): OwnQuality {
  return { quality, strength: 2, pitfall: null, challenge: null, allergy: null };
}
