import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { browserArguments } from './app-window.ts';
import { writeBootstrapFile } from './bootstrap-file.ts';
import { findSystemBrowser, hasDisplay } from './find-browser.ts';
import { openerCommand } from './open-link.ts';
import { isSameToken, makeToken } from './secrets.ts';
import { Session } from './session.ts';

describe('the way in', () => {
  test('is a file for its owner alone, made anew each time, gone after use', () => {
    const dir = mkdtempSync(join(tmpdir(), 'soma-way-'));
    const before = process.umask(0);
    try {
      const inner = join(dir, 'browser');
      const one = writeBootstrapFile(inner, 'http://127.0.0.1:1', 'NONCE');
      const path = fileURLToPath(one.url);
      if (process.platform !== 'win32')
        expect([statSync(inner).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
      expect(readFileSync(path, 'utf8')).toContain('location.replace("http://127.0.0.1:1/#b=NONCE")');
      expect(one.url).not.toContain('NONCE');
      expect(writeBootstrapFile(inner, 'http://127.0.0.1:1', 'NONCE').url).not.toBe(one.url);
      one.remove();
      expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
    } finally {
      process.umask(before);
      rmSync(dir, { recursive: true });
    }
  });
  test('the nonce is not in the browser’s arguments, and the profile is its own', () => {
    const args = browserArguments('file:///d/open-1.html', '/d/profile', false);
    expect(args).toContain('--app=file:///d/open-1.html');
    expect(args).toContain('--user-data-dir=/d/profile');
    expect(args).toContain('--disable-extensions');
    expect(args).toContain('--disable-background-networking');
    expect(args.join(' ')).not.toMatch(/#b=|no-sandbox|remote-debugging|disable-web-security/u);
    expect(browserArguments('x', 'y', true)).toContain('--no-sandbox');
  });
});

describe('the session', () => {
  test('tokens are long, different and compared whole', () => {
    const tokens = new Set(Array.from({ length: 100 }, makeToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/u);
    expect([isSameToken('a', 'a'), isSameToken('a', 'b'), isSameToken('a', 'aa'), isSameToken('', '')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  test('knows how long it has been without a page', () => {
    let now = 0;
    const session = new Session(() => now);
    const redeemed = session.redeem(session.offer());
    if (!redeemed.ok) throw new Error('not redeemed');
    now = 4000;
    expect(session.quietMs()).toBe(4000);
    expect(session.admit(redeemed.bearer)).toBe('ok');
    now = 9000;
    expect(session.quietMs()).toBe(0);
    session.leave();
    now = 12_000;
    expect(session.quietMs()).toBe(3000);
  });
  test('a second page with a fresh nonce ends the first page’s bearer', () => {
    const session = new Session(() => 0);
    const first = session.redeem(session.offer());
    const second = session.redeem(session.offer());
    if (!first.ok || !second.ok) throw new Error('not redeemed');
    expect([session.admit(first.bearer), session.admit(second.bearer)]).toEqual([403, 'ok']);
  });
});

describe('the system’s browser', () => {
  test('is the one named, or none', () => {
    expect(findSystemBrowser('linux', { SOMA_BROWSER: '/x' }, (path) => path === '/x')).toBe('/x');
    expect(findSystemBrowser('linux', { SOMA_BROWSER: '/x', PATH: '/bin' }, (path) => path !== '/x')).toBeUndefined();
  });
  test('is looked for where each system has it, never in a relative folder', () => {
    const asked: string[] = [];
    const look = (path: string): boolean => {
      asked.push(path);
      return path === '/usr/bin/google-chrome';
    };
    expect(findSystemBrowser('linux', { PATH: '.:bin:/usr/bin' }, look)).toBe('/usr/bin/google-chrome');
    expect(asked.every((path) => path.startsWith('/usr/bin/'))).toBe(true);
    expect(findSystemBrowser('darwin', {}, (path) => path.includes('Chromium.app'))).toContain('Chromium.app');
    expect(findSystemBrowser('win32', { PROGRAMFILES: 'C:/P' }, (path) => path.includes('msedge'))).toContain(
      'msedge.exe',
    );
    expect(findSystemBrowser('win32', {}, () => true)).toBeUndefined();
  });
  test('needs a display on Linux', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
  });
  test('opens links without a shell, the link as one argument', () => {
    const url = new URL('https://taostats.io/?a=1&b=2');
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const [command, args] = openerCommand(url, platform);
      expect(command).not.toMatch(/cmd|sh$/u);
      expect(args.at(-1)).toBe(url.href);
    }
  });
});
