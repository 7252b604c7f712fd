import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Inside the checkout, so that the bundle finds the one package it does not contain. */
mkdirSync(join(ROOT, '.cache'), { recursive: true });
const OUT = mkdtempSync(join(ROOT, '.cache/host-'));

beforeAll(async () => {
  const { writeFileSync } = await import('node:fs');
  const banner =
    "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
  await build({
    absWorkingDir: ROOT,
    entryPoints: { loopback: 'electron/loopback.ts', 'key-worker': 'electron/keys/worker/main.ts' },
    outdir: join(OUT, 'electron'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: { js: banner },
    external: ['@photostructure/sqlite', 'bufferutil', 'utf-8-validate'],
  });
  mkdirSync(join(OUT, 'renderer'));
  writeFileSync(join(OUT, 'renderer/index.html'), '<!doctype html><title>Soma</title>');
});
afterAll(() => rmSync(OUT, { recursive: true, force: true }));

const children: ChildProcess[] = [];
const dirs: string[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'soma-process-'));
  dirs.push(dir);
  return dir;
}

interface Run {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** The line that matches, or undefined when the process ends without it. */
  waitFor(pattern: RegExp): Promise<string | undefined>;
  ended(): Promise<number | null>;
}

function start(dataDir: string, env: NodeJS.ProcessEnv = {}, nodeArgs: string[] = [], args = ['--no-window']): Run {
  const { NODE_OPTIONS: _options, ...clean } = process.env;
  const child = spawn(
    process.execPath,
    [...nodeArgs, join(OUT, 'electron/loopback.js'), ...args, '--data-dir', dataDir],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...clean, ...env },
    },
  );
  children.push(child);
  const lines: string[] = [];
  const waiting: { pattern: RegExp; found: (line: string | undefined) => void }[] = [];
  const take = (line: string): void => {
    lines.push(line);
    for (const wait of waiting) if (wait.pattern.test(line)) wait.found(line);
  };
  createInterface({ input: child.stdout }).on('line', take);
  createInterface({ input: child.stderr }).on('line', take);
  const exit = once(child, 'close').then(([status]) => status as number | null);
  return {
    child,
    lines,
    waitFor: (pattern) =>
      new Promise((found) => {
        const there = lines.find((line) => pattern.test(line));
        if (there !== undefined) found(there);
        waiting.push({ pattern, found });
        void exit.then(() => found(undefined));
      }),
    ended: () => exit,
  };
}

const READY = /ready: open (file:\S+)/u;

describe('the browser host as a process', () => {
  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends in order on %s: exit code 0, way in removed, folder free again',
    async (signal) => {
      const dataDir = newDir();
      const first = start(dataDir);
      const file = fileURLToPath(READY.exec((await first.waitFor(READY)) ?? '')?.[1] ?? 'file:///');
      expect(statSync(file).mode & 0o077).toBe(0);
      const port = Number(/127\.0\.0\.1:(\d+)/u.exec(readFileSync(file, 'utf8'))?.[1]);
      first.child.kill(signal);
      first.child.kill(signal);
      expect(await first.ended()).toBe(0);
      expect(existsSync(file)).toBe(false);
      await expect(once(connect({ host: '127.0.0.1', port }), 'connect')).rejects.toThrow('ECONNREFUSED');
      expect(await start(dataDir).waitFor(READY)).toBeDefined();
    },
  );

  test('refuses a second instance on the same folder with one sentence, and recovers from a killed one', async () => {
    const dataDir = newDir();
    const first = start(dataDir);
    await first.waitFor(READY);
    const second = start(dataDir);
    expect(await second.waitFor(/already running/u)).toContain('Soma is already running');
    expect(await second.ended()).toBe(1);
    first.child.kill('SIGKILL');
    await first.ended();
    expect(await start(dataDir).waitFor(READY)).toBeDefined();
  });

  test('keeps everything to its owner under umask 0, and its secret out of arguments and log', async () => {
    const dataDir = newDir();
    const before = process.umask(0);
    const host = start(dataDir);
    process.umask(before);
    const url = READY.exec((await host.waitFor(READY)) ?? '')?.[1] ?? '';
    const nonce = /#b=([\w-]+)/u.exec(readFileSync(fileURLToPath(url), 'utf8'))?.[1] ?? 'missing';
    if (process.platform === 'linux')
      expect(readFileSync(`/proc/${host.child.pid}/cmdline`, 'utf8')).not.toContain(nonce);
    expect(host.lines.join('\n')).not.toContain(nonce);
    expect(readFileSync(join(dataDir, 'logs/soma.log'), 'utf8')).not.toContain(nonce);
    if (process.platform === 'win32') return;
    for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' }))
      expect(`${name} ${(statSync(join(dataDir, name)).mode & 0o077).toString(8)}`).toBe(`${name} 0`);
  });

  test.each([
    ['NODE_OPTIONS with --require', { NODE_OPTIONS: `--require=${join(ROOT, '.dependency-cruiser.cjs')}` }, []],
    ['NODE_OPTIONS with --inspect', { NODE_OPTIONS: '--inspect=127.0.0.1:0' }, []],
    ['--inspect', {}, ['--inspect=127.0.0.1:0']],
    ['--import', {}, ['--import=data:text/javascript,0']],
  ])('does not start with %s', async (_name, env, nodeArgs) => {
    const dataDir = newDir();
    const host = start(dataDir, env, nodeArgs);
    expect(await host.waitFor(/Soma does not start/u)).toBeDefined();
    expect(await host.ended()).toBe(1);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('opens no debugger on SIGUSR1', async () => {
    const host = start(newDir());
    await host.waitFor(READY);
    host.child.kill('SIGUSR1');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(host.lines.join('\n')).not.toMatch(/debugger/iu);
    expect(host.child.exitCode).toBeNull();
  });

  test('says what is wrong with an unknown option', async () => {
    const host = start(newDir(), {}, [], ['--nothing']);
    expect(await host.waitFor(/Unknown option/u)).toBeDefined();
    expect(await host.ended()).toBe(1);
  });

  test.skipIf(process.platform !== 'linux')('says how to open it when there is no display', async () => {
    const host = start(newDir(), { DISPLAY: '', WAYLAND_DISPLAY: '', SOMA_BROWSER: process.execPath }, [], []);
    expect(await host.waitFor(READY)).toBeDefined();
    expect(host.lines.join('\n')).toContain('no display');
  });
});
