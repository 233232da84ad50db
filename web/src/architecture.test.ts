import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of `src` may import besides itself. Imports point down, never sideways between features. */
const MAY_IMPORT: Record<string, string[]> = {
  api: ['paraglide'],
  ui: ['paraglide'],
  content: ['paraglide'],
  realtime: ['api', 'ui', 'paraglide'],
  rich_text: ['realtime', 'api', 'ui', 'paraglide'],
  card_links: ['rich_text', 'realtime', 'api', 'ui', 'paraglide', 'routes'],
  versions: ['realtime', 'api', 'ui', 'paraglide', 'locale.svelte', 'routes'],
  features: [
    'versions',
    'card_links',
    'rich_text',
    'realtime',
    'api',
    'ui',
    'content',
    'paraglide',
    'locale.svelte',
    'routes',
    'router.svelte',
  ],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('paraglide') && !file.endsWith('.d.ts'),
);

test('imports point down', () => {
  const wrong = files.flatMap((file) => importsOf(file).filter((target) => !allowed(file, target)));
  expect(wrong).toEqual([]);
});

test('no file has grown past two thoughts, and none is a drawer for everything', () => {
  for (const file of files) {
    const lines = readFileSync(join('src', file), 'utf8').split('\n').length;
    expect(lines, file).toBeLessThan(400);
    expect(file).not.toMatch(/(^|\/)(utils?|helpers?|common)(\/|\.)/i);
  }
});

test('no markup carries an inline style, which the Content-Security-Policy would refuse', () => {
  for (const file of files.filter((name) => name.endsWith('.svelte'))) {
    expect(readFileSync(join('src', file), 'utf8'), file).not.toMatch(/\sstyle=["']/);
  }
});

function importsOf(file: string): { file: string; target: string }[] {
  const source = readFileSync(join('src', file), 'utf8');
  const imports = source.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...imports].map((match) => ({ file, target: normalize(join(dirname(file), match[1] ?? '')) }));
}

function allowed(file: string, { target }: { target: string }): boolean {
  const [layer = '', feature] = file.split('/');
  const rules = MAY_IMPORT[layer];
  // Files at the top of src put the house together and may see everything; `..` is the shared vocabulary.
  if (!rules || target.startsWith('..')) return true;
  const [to = '', toFeature] = target.split('/');
  if (to === layer) return layer !== 'features' || feature === toFeature;
  return rules.includes(to.replace(/\.(ts|js)$/, ''));
}
