import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say } from './lib/root.mjs';

/**
 * @typedef {{ integrity?: string, link?: boolean, resolved?: string, optionalDependencies?: Record<string, string>, inBundle?: boolean }} Entry
 * @returns {Record<string, Entry>}
 */
function readLock() {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return /** @type {{ packages: Record<string, Entry> }} */ (parsed).packages;
}

// npm ci fails with EUSAGE on the next machine if a package named in optionalDependencies is missing from the lock.
const lock = readLock();
const names = new Set(Object.keys(lock).map((path) => path.split('node_modules/').pop()));
const problems = Object.entries(lock).flatMap(([path, entry]) => [
  ...Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !names.has(name))
    .map((name) => `${path} lacks ${name}`),
  ...(path !== '' && entry.integrity === undefined && entry.inBundle !== true ? [`${path} has no integrity`] : []),
  ...(/^(?:git|http:)/u.test(entry.resolved ?? '') ? [`${path} does not come from the registry`] : []),
]);
for (const problem of problems) say(problem);
say(`lock: ${names.size} packages, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
