// Writes .br and .gz beside every compressible file of dist/, and holds the budget: what the sign-in and home
// pages load before anything is clicked stays under 200 kB of gzipped script.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const DIST = 'dist';
const BUDGET = 200 * 1024;
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.map']);

const first = firstLoad();
rmSync(join(DIST, '.vite'), { recursive: true });
const sizes = compressAll();
const total = first.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
for (const [file, size] of [...sizes].sort((one, other) => other[1] - one[1])) {
  console.log(`${kilobytes(size).padStart(9)}  ${first.includes(file) ? '*' : ' '} ${file}`);
}
console.log(`First load (*): ${kilobytes(total)} of ${kilobytes(BUDGET)} gzip`);
if (total > BUDGET) {
  console.error('The script of sign-in and home is over its budget.');
  process.exit(1);
}

function compressAll() {
  const gzipped = new Map();
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !COMPRESSIBLE.has(extname(path))) continue;
    const content = readFileSync(path);
    const gzip = gzipSync(content, { level: 9 });
    writeFileSync(`${path}.gz`, gzip);
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
      }),
    );
    gzipped.set(path.slice(DIST.length + 1), gzip.length);
  }
  return gzipped;
}

/**
 * The entry script, what comes by itself on the page of one's partnerships, and everything they import statically. A
 * page with an address of its own is loaded when one goes there.
 */
function firstLoad() {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  const wanted = Object.keys(manifest).filter(
    (key) => manifest[key].isEntry || key.endsWith('features/partnerships/OurOrganisation.svelte'),
  );
  const seen = new Set();
  while (wanted.length > 0) {
    const chunk = wanted.pop();
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    wanted.push(...(manifest[chunk].imports ?? []));
  }
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
}

function kilobytes(size) {
  return `${(size / 1024).toFixed(1)} kB`;
}
