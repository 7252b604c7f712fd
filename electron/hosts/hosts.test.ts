import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { VERSION } from '../version.ts';
import { contentSecurityPolicy } from './csp.ts';
import { defaultDataDir, preparePrivateDir } from './data-dir.ts';
import { findForeignCodeOption } from './debugger-guard.ts';
import { lockDataDir } from './instance-lock.ts';
import { ownArguments, parseHostOptions } from './options.ts';
import { startupSentence } from './startup-sentence.ts';
import { readStaticFiles } from './static-files.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'soma-hosts-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const code = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return AppError.find(error)?.code;
  }
};

describe('the command line', () => {
  test('names a network, a folder and whether there is a window', () => {
    expect(parseHostOptions([])).toEqual({ noWindow: false });
    expect(parseHostOptions(['--network', 'test', '--data-dir=/x', '--no-window'])).toEqual({
      network: 'test',
      dataDir: '/x',
      noWindow: true,
    });
  });
  test.each([[['--nothing']], [['word']], [['--network']], [['--no-window=1']]])('refuses %j', (argv) => {
    expect(code(() => parseHostOptions(argv))).toBe('api.bad_input');
  });
  test('ours are picked out from among the shell’s own switches', () => {
    const argv = ['--no-sandbox', '--network', 'practice', '--data-dir=/x', '--lang=en', 'word'];
    expect(ownArguments(argv)).toEqual(['--network', 'practice', '--data-dir=/x']);
  });
});

describe('code that is not ours', () => {
  test.each([
    '--inspect',
    '--inspect=0',
    '--inspect-brk',
    '--inspect-wait',
    '--inspect-port=1',
    '--require',
    '--require=/x.js',
    '-r',
    '--import',
    '--import=data:text/javascript,1',
    '--loader=x',
    '--experimental-loader',
    '--debug-port=1',
  ])('%s is refused on Node’s command line and in NODE_OPTIONS', (option) => {
    const name = option.replace(/=.*/u, '');
    expect(findForeignCodeOption([option], undefined)).toBe(name);
    expect(findForeignCodeOption([], `--max-old-space-size=100 "${option}" x`)).toBe(name);
  });
  test.each([
    '',
    '--max-old-space-size=4096',
    '--disable-sigusr1',
    '--no-warnings --report-on-signal',
    '--unhandled-rejections=strict',
  ])('harmless options pass: %s', (options) => expect(findForeignCodeOption([], options)).toBeUndefined());
});

describe('the data folder', () => {
  test('is where each system keeps such things', () => {
    expect(defaultDataDir('linux', {}, '/home/a')).toBe('/home/a/.local/share/soma');
    expect(defaultDataDir('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/soma');
    expect(defaultDataDir('linux', { XDG_DATA_HOME: 'relative' }, '/home/a')).toBe('/home/a/.local/share/soma');
    expect(defaultDataDir('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/Soma');
    expect(defaultDataDir('win32', { APPDATA: 'C:/R' }, 'C:/a')).toMatch(/^C:[\\/]R[\\/]Soma$/u);
  });
  test.skipIf(process.platform === 'win32')('is its owner’s alone, whatever the umask or an earlier mode', () => {
    const before = process.umask(0);
    try {
      const fresh = preparePrivateDir(join(dir, 'a', 'b'));
      expect(statSync(fresh).mode & 0o777).toBe(0o700);
      chmodSync(fresh, 0o755);
      preparePrivateDir(fresh);
      expect(statSync(fresh).mode & 0o777).toBe(0o700);
    } finally {
      process.umask(before);
    }
  });
  test('that is a file is refused', () => {
    const path = join(dir, 'file');
    writeFileSync(path, '');
    expect(code(() => preparePrivateDir(path))).toBe('disk.failed');
  });
  test('is held by one instance at a time', () => {
    const first = lockDataDir(dir);
    expect(code(() => lockDataDir(dir))).toBe('instance.already_running');
    first.release();
    lockDataDir(dir).release();
  });
});

describe('the files of the page', () => {
  test('are those of the folder by exact path, index.html only at the root, nothing behind a link', async () => {
    const root = join(dir, 'renderer');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), 'page');
    writeFileSync(join(root, 'assets/app-a1.js'), 'code');
    writeFileSync(join(root, 'assets/app-a1.js.map'), 'map');
    writeFileSync(join(root, 'secret'), 'x');
    writeFileSync(join(dir, 'outside.js'), 'outside');
    symlinkSync(join(dir, 'outside.js'), join(root, 'link.js'));
    mkdirSync(join(dir, 'elsewhere'));
    writeFileSync(join(dir, 'elsewhere/evil.js'), 'evil');
    symlinkSync(join(dir, 'elsewhere'), join(root, 'linked'));
    const files = await readStaticFiles(root);
    expect([...files.keys()].sort()).toEqual(['/', '/assets/app-a1.js']);
    expect(files.get('/')?.body.toString()).toBe('page');
  });
});

describe('the policy of the page', () => {
  test('allows nothing but our own files and the named addresses', () => {
    expect(contentSecurityPolicy([])).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(contentSecurityPolicy(['ws://127.0.0.1:1/api'])).toContain('connect-src ws://127.0.0.1:1/api;');
  });
});

describe('what is said', () => {
  test('a failed start has a sentence, and an unforeseen one says nothing of itself', () => {
    expect(startupSentence(new AppError('instance.already_running'))).toContain('already running');
    expect(startupSentence(new Error('secret'))).not.toContain('secret');
  });
  test('the version is that of the package', () => {
    const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(manifest.version);
  });
});
