import { expect, test } from 'vitest';
import { CORNERS, driveWords, libraryCorner, libraryDrive, libraryQuality, qualityWords } from './quadrants';
import { qualities } from './roles';

test('the library has something to say in each corner of each quality', () => {
  for (const { id } of qualities)
    for (const corner of CORNERS) expect(libraryCorner(id, corner), `${id} ${corner}`).toBeTruthy();
  expect(libraryCorner('empathy', 'pitfall')).toBe('Jezelf wegcijferen');
});

test('own words have no corners, and are read as they are', () => {
  expect(libraryCorner('Verhalen vertellen', 'pitfall')).toBeNull();
  expect(libraryCorner('toString', 'pitfall')).toBeNull();
  expect(qualityWords('Verhalen vertellen')).toBe('Verhalen vertellen');
  expect(driveWords('Buiten zijn')).toBe('Buiten zijn');
});

test('what the library knows is read by its name, and found by it in either language', () => {
  expect(qualityWords('empathy')).toBe('Inlevingsvermogen');
  expect(libraryQuality(' empathy ')?.id).toBe('empathy');
  expect(libraryDrive('plezier')?.id).toBe('fun');
  expect(driveWords('fun')).toBe('Plezier');
});
