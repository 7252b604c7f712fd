import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NETWORKS } from '../../shared/constants/networks.ts';
import { ROOT } from '../fixtures/host.ts';

const DIST = join(ROOT, 'dist');

function filesUnder(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

const scripts = (dir: string): { path: string; text: string }[] =>
  filesUnder(join(DIST, dir))
    .filter((path) => /\.(?:js|mjs|cjs)$/u.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the built renderer', () => {
  const bundle = scripts('renderer');

  test('exists', () => {
    expect(bundle.length).toBeGreaterThan(0);
  });

  test('imports no Node built-in', () => {
    const names = builtinModules.filter((name) => !name.startsWith('_')).join('|');
    const pattern = new RegExp(`(?:require\\(|from\\s*|import\\()["'\`](?:node:[a-z_/]+|(?:${names}))["'\`]`, 'u');
    expect(bundle.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('carries no mnemonic word list: words are made and checked in the key worker', () => {
    // The English BIP39 list begins so, in this order; a dictionary of common words does not.
    const together = /abandon["'`,|\s\\n]{1,6}ability["'`,|\s\\n]{1,6}able["'`,|\s\\n]{1,6}about/u;
    expect(bundle.filter(({ text }) => together.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('carries nothing of the practice network or its control', () => {
    const marks = /startSimnet|hugeFrame|lieAbout|MultiSignature::|buildGenesis/u;
    expect(bundle.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('names no host but the preset endpoints', () => {
    const allowed =
      /^(?:www\.w3\.org|127\.0\.0\.1|localhost|react\.dev|reactjs\.org|fb\.me|tanstack\.com|radix-ui\.com|github\.com|orpc\.(?:dev|unnoq\.com)|zod\.dev|json-schema\.org|tailwindcss\.com)/u;
    const hosts = bundle.flatMap(({ text }) =>
      [...text.matchAll(/["'`(](?:https?|wss?):\/\/([\w.-]+\.[a-z]{2,})/gu)].map((match) => match[1] ?? ''),
    );
    // the settings page offers the way back to the presets, and they are the only endpoints anybody is given
    const presets = Object.values(NETWORKS).flatMap((network) => network.endpoints.map((url) => new URL(url).hostname));
    expect([...new Set(hosts)].filter((host) => !allowed.test(host) && !presets.includes(host))).toEqual([]);
  });
});

describe('the built key worker', () => {
  const worker = readFileSync(join(DIST, 'electron/key-worker.js'), 'utf8');

  test('brings no HTTP or WebSocket client', () => {
    expect(/new WebSocket\(|ApiPromise|WsProvider|RPCHandler/u.test(worker)).toBe(false);
  });
});

describe('the built practice network', () => {
  test('has no fault control in the product', () => {
    const text = scripts('simnet')
      .map((file) => file.text)
      .join('\n');
    expect(text.length).toBeGreaterThan(0);
    expect(/hugeFrame|lieAbout|malformedScale|hostileText/iu.test(text)).toBe(false);
  });
});
