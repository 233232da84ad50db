import { describe, expect, it } from 'vitest';
import { drives, libraryRoles, qualities, themes } from '../../content/roles';
import { findQualities } from './choosing';

describe('finding a core quality', () => {
  it('shows all of them by theme when nothing is searched', () => {
    const groups = findQualities('  ');
    expect(groups.map((group) => group.theme.id)).toEqual(themes.map((theme) => theme.id));
    expect(groups.flatMap((group) => group.qualities)).toHaveLength(qualities.length);
  });

  it('finds by part of the name, in either language, whatever the capitals', () => {
    expect(findQualities('inleving').flatMap((group) => group.qualities.map(({ id }) => id))).toEqual([
      'empathy',
    ]);
    expect(findQualities('EMPATHY').flatMap((group) => group.qualities.map(({ id }) => id))).toEqual([
      'empathy',
    ]);
    expect(findQualities('bestaat niet')).toEqual([]);
  });
});

describe('the library of roles', () => {
  it('asks only for qualities and drives that exist', () => {
    const known = new Set(qualities.map(({ id }) => id));
    const knownDrives = new Set(drives.map(({ id }) => id));
    for (const role of libraryRoles) {
      expect(Object.keys(role.qualities).length).toBeGreaterThan(0);
      expect(Object.keys(role.qualities).filter((id) => !known.has(id))).toEqual([]);
      expect(role.drives.filter((id) => !knownDrives.has(id))).toEqual([]);
      expect(role.seatsMin).toBeLessThanOrEqual(role.seatsMax);
    }
  });
});
