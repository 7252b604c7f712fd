import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App, PowerMonitor, Protocol, Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api, Pipe } from '../api/index.ts';
import type { StaticFiles } from '../hosts/static-files.ts';
import { FakeContents, FakeMessageChannel, FakeUtilityProcess, FakeWindow } from './fake-electron.test-support.ts';
import { lockOnLeave } from './lock-on-leave.ts';
import { openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { guardNavigation, mayNavigate } from './navigation.ts';
import { isOwnPage, ownFilePath } from './origin.ts';
import { answerPageRequest, registerPageScheme } from './page-protocol.ts';
import { denyPermissions, isPermissionGranted } from './permissions.ts';
import { isTrustedSender, type Sender } from './sender.ts';
import { utilityKeyLauncher, utilityPracticeLauncher } from './utility-process.ts';
import { windowOptions } from './window-options.ts';

vi.mock('electron', async () => (await import('./fake-electron.test-support.ts')).fakeElectron);

beforeEach(() => {
  FakeMessageChannel.made.length = 0;
  FakeUtilityProcess.made.length = 0;
  FakeWindow.made.length = 0;
});

class FakeApi implements Api {
  readonly pipes: Pipe[] = [];
  serve(pipe: Pipe): void {
    this.pipes.push(pipe);
  }
}

describe('the window', () => {
  test('is made with exactly these options', () => {
    expect(windowOptions('/p.cjs')).toEqual({
      title: 'Soma',
      width: 1280,
      height: 840,
      minWidth: 960,
      minHeight: 640,
      show: false,
      autoHideMenuBar: true,
      webPreferences: {
        preload: '/p.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        plugins: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        safeDialogs: true,
        devTools: false,
        enableWebSQL: false,
        v8CacheOptions: 'code',
      },
    });
  });

  test('loads the page, shows itself when painted, and hands over one port per document', async () => {
    const api = new FakeApi();
    await openMainWindow(api, '/p.cjs');
    const { window } = FakeWindow.made[0] ?? { window: new FakeWindow({}) };
    expect(window.loaded).toEqual(['app://soma/']);
    expect(window.isShown).toBe(false);
    window.emit('ready-to-show');
    expect(window.isShown).toBe(true);
    window.webContents.emit('dom-ready');
    window.webContents.emit('dom-ready');
    expect(FakeMessageChannel.made.map(({ port1 }) => [port1.isStarted, port1.isClosed])).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(window.webContents.posted.map(({ channel, message }) => [channel, message])).toEqual([
      ['soma:port', null],
      ['soma:port', null],
    ]);
    expect(api.pipes.map((pipe) => pipe.isCurrent())).toEqual([false, true]);
  });

  test('takes the port back on navigation and when the page dies', async () => {
    for (const leave of [
      (contents: FakeContents) => contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false }),
      (contents: FakeContents) => contents.emit('render-process-gone'),
      (contents: FakeContents) => contents.emit('destroyed'),
    ]) {
      const api = new FakeApi();
      await openMainWindow(api, '/p.cjs');
      const contents = FakeWindow.made.at(-1)?.window.webContents ?? new FakeContents();
      contents.emit('dom-ready');
      contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
      contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
      expect(api.pipes[0]?.isCurrent()).toBe(true);
      leave(contents);
      expect(api.pipes[0]?.isCurrent()).toBe(false);
      expect(FakeMessageChannel.made.at(-1)?.port1.isClosed).toBe(true);
    }
  });

  test('gives a foreign page no port', async () => {
    const api = new FakeApi();
    await openMainWindow(api, '/p.cjs');
    const contents = FakeWindow.made[0]?.window.webContents ?? new FakeContents();
    contents.mainFrame.url = 'https://evil.com/';
    contents.emit('dom-ready');
    expect([api.pipes.length, contents.posted.length]).toEqual([0, 0]);
  });

  test('is built in one place only', () => {
    const root = resolve(import.meta.dirname, '..');
    const makers = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.test(?:-support)?\.ts$/u.test(path))
      .filter((path) =>
        /new (?:BrowserWindow|WebContentsView|BrowserView)\(/u.test(readFileSync(join(root, path), 'utf8')),
      );
    expect(makers.map((path) => path.replaceAll('\\', '/'))).toEqual(['shell/main-window.ts']);
  });
});

describe('the sender', () => {
  const good: Sender = { webContentsId: 7, frameUrl: 'app://soma/', isTopFrame: true, isDestroyed: false };
  const bad: [string, Partial<Sender>][] = [
    ['another webContents', { webContentsId: 8 }],
    ['a frame inside', { isTopFrame: false }],
    ['a destroyed frame', { isDestroyed: true }],
    ['https', { frameUrl: 'https://soma/' }],
    ['file', { frameUrl: 'file:///soma/' }],
    ['another host', { frameUrl: 'app://evil/' }],
    ['a longer host', { frameUrl: 'app://soma.evil/' }],
    ['a port', { frameUrl: 'app://soma:1/' }],
    ['user info', { frameUrl: 'app://x@soma/' }],
    ['another path', { frameUrl: 'app://soma/evil' }],
    ['a query', { frameUrl: 'app://soma/?x' }],
    ['about:blank', { frameUrl: 'about:blank' }],
    ['nothing', { frameUrl: '' }],
  ];
  test('is trusted when everything is right', () => {
    expect(isTrustedSender(good, 7)).toBe(true);
    expect(isTrustedSender({ ...good, frameUrl: 'app://soma/#/send' }, 7)).toBe(true);
  });
  test.each(bad)('is not trusted with %s', (_name, change) => {
    expect(isTrustedSender({ ...good, ...change }, 7)).toBe(false);
  });
});

describe('the page protocol', () => {
  const files: StaticFiles = new Map([
    ['/', { type: 'text/html; charset=utf-8', body: Buffer.from('page') }],
    ['/assets/app.js', { type: 'text/javascript; charset=utf-8', body: Buffer.from('code') }],
  ]);
  test('serves the page with the strict policy', async () => {
    const reply = answerPageRequest({ url: 'app://soma/#/send', method: 'GET' }, files);
    expect([reply.status, await reply.text()]).toEqual([200, 'page']);
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(reply.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });
  test.each([
    'app://soma/../package.json',
    'app://soma/%2e%2e/package.json',
    'app://soma/assets/..%2f..%2fx',
    'app://soma/index.html',
    'app://soma/?x',
    'app://evil/',
    'app://soma.evil/',
    'app://soma',
    'app://somaX/assets/app.js',
    'file:///etc/passwd',
    'https://soma/',
  ])('has nothing at %s', (url) => {
    expect(answerPageRequest({ url, method: 'GET' }, files).status).toBe(404);
  });
  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE'])('refuses %s', (method) => {
    expect(answerPageRequest({ url: 'app://soma/', method }, files).status).toBe(405);
  });
  test('asks for a standard, secure scheme without fetch, CORS or CSP bypass', () => {
    const registered: unknown[] = [];
    registerPageScheme({
      registerSchemesAsPrivileged: (schemes: unknown) => registered.push(schemes),
    } as unknown as Protocol);
    expect(registered).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } }],
    ]);
  });
  test('tells its own addresses from others', () => {
    expect(['app://soma/', 'app://soma/#/x', 'app://soma/a', 'x'].map(isOwnPage)).toEqual([true, true, false, false]);
    expect(ownFilePath('app://soma/a#b')).toBe('/a');
  });
});

describe('permissions', () => {
  const ALL = [
    'clipboard-read',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'pointerLock',
    'serial',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'usb',
    'window-management',
    'fileSystem',
    'background-sync',
    'payment-handler',
    'unknown',
    '__proto__',
  ];
  test.each(ALL)('%s is refused to the page itself', (permission) => {
    expect(isPermissionGranted(permission, 'app://soma/', true)).toBe(false);
  });
  test('only the page may write the clipboard, and nobody may read it', () => {
    expect(isPermissionGranted('clipboard-sanitized-write', 'app://soma/', true)).toBe(true);
    expect(isPermissionGranted('clipboard-sanitized-write', 'app://soma/', false)).toBe(false);
    expect(isPermissionGranted('clipboard-sanitized-write', 'https://evil.com/', true)).toBe(false);
  });
  test('every handler of the session is set, and refuses', () => {
    const handlers: Record<string, (...args: never[]) => unknown> = {};
    const session = new EventEmitter() as EventEmitter & Record<string, unknown>;
    for (const name of ['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest'])
      session[`set${name}Handler`] = (handler: (...args: never[]) => unknown) => {
        handlers[name] = handler;
      };
    denyPermissions(session as unknown as Session);
    const answers: unknown[] = [];
    const record = (value: unknown): void => void answers.push(value);
    const details = { requestingUrl: 'app://soma/', isMainFrame: true };
    handlers['PermissionRequest']?.(...([{}, 'media', record, details] as never[]));
    record(handlers['PermissionCheck']?.(...([{}, 'usb', 'app://soma', details] as never[])));
    record(handlers['DevicePermission']?.(...([{}] as never[])));
    handlers['DisplayMediaRequest']?.(...([{}, record] as never[]));
    expect(answers).toEqual([false, false, false, {}]);
    for (const event of ['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device']) {
      const preventDefault = vi.fn();
      session.emit(event, { preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
  });
});

describe('navigation', () => {
  test.each([
    ['app://soma/', true, true],
    ['app://soma/#/send', true, true],
    ['app://soma/', false, false],
    ['app://soma/evil.html', true, false],
    ['app://evil/', true, false],
    ['https://evil.com/', true, false],
    ['http://127.0.0.1/', true, false],
    ['file:///etc/passwd', true, false],
    ['javascript:alert(1)', true, false],
    ['data:text/html,x', true, false],
    ['blob:app://soma/1', true, false],
    ['about:blank', true, false],
    ['', true, false],
  ])('to %s in the top frame (%s): %s', (url, isTopFrame, allowed) => {
    expect(mayNavigate(url, isTopFrame)).toBe(allowed);
  });

  test('is stopped on every path there is, and a window is never opened', () => {
    const app = new EventEmitter();
    const opened: string[] = [];
    guardNavigation(app as unknown as App, (url) => {
      opened.push(url.href);
      return Promise.resolve();
    });
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    const isStopped = (event: string, url: string): boolean => {
      const preventDefault = vi.fn();
      contents.emit(event, { url, isMainFrame: true, preventDefault });
      return preventDefault.mock.calls.length === 1;
    };
    expect(isStopped('will-navigate', 'https://evil.com/')).toBe(true);
    expect(isStopped('will-navigate', 'app://soma/')).toBe(false);
    expect(isStopped('will-frame-navigate', 'https://evil.com/')).toBe(true);
    expect(isStopped('will-redirect', 'app://soma/')).toBe(true);
    expect(isStopped('will-attach-webview', '')).toBe(true);
    expect(contents.openHandler?.({ url: 'https://evil.com/' })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(opened).toEqual([]);
    expect(contents.openHandler?.({ url: 'https://taostats.io/' })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://taostats.io/']);
  });
});

describe('helper processes', () => {
  test('inherit nothing and get no arguments but the place of the practice chain', () => {
    utilityKeyLauncher('/d/key-worker.js')({ vaultDir: '/v' });
    utilityPracticeLauncher('/d/simnet/main.js')('/data/chain.state');
    expect(FakeUtilityProcess.made.map(({ path, args, options }) => ({ path, args, options }))).toEqual([
      {
        path: '/d/key-worker.js',
        args: [],
        options: { serviceName: 'Soma keys', cwd: '/v', env: {}, execArgv: [], stdio: 'ignore' },
      },
      {
        path: '/d/simnet/main.js',
        args: ['--state-file', '/data/chain.state'],
        options: { serviceName: 'Soma practice network', cwd: '/d/simnet', env: {}, execArgv: [], stdio: 'ignore' },
      },
    ]);
  });
  test('carry messages both ways and tell their end', () => {
    const handle = utilityKeyLauncher('/d/key-worker.js')({ vaultDir: '/v' });
    const child = FakeUtilityProcess.made[0]?.child ?? new FakeUtilityProcess();
    const heard: unknown[] = [];
    handle.onMessage((message) => heard.push(message));
    handle.onExit(() => heard.push('exit'));
    handle.postMessage({ a: 1 });
    child.emit('message', { b: 2 });
    child.emit('exit', 0);
    handle.kill();
    expect([child.sent, heard, child.isKilled]).toEqual([[{ a: 1 }], [{ b: 2 }, 'exit'], true]);
  });
});

describe('the desktop', () => {
  test('a sleeping, locked or ending machine locks the vault', () => {
    const power = new EventEmitter();
    const lock = vi.fn(() => Promise.reject(new Error('worker down')));
    lockOnLeave(power as unknown as PowerMonitor, lock);
    for (const event of ['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active']) power.emit(event);
    expect(lock).toHaveBeenCalledTimes(4);
  });
  test.each(['darwin', 'linux', 'win32'] as const)(
    'the menu on %s neither reloads nor opens the inside',
    (platform) => {
      expect(JSON.stringify(menuTemplate(platform))).not.toMatch(/reload|devtools|inspect/iu);
    },
  );
});
