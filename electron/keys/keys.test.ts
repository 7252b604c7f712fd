import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { hotSigner } from '../signers/hot.ts';
import type { Clock } from './auto-lock.ts';
import { type Keys, type LockReason, nodeLauncher, openKeys, type WorkerHandle } from './index.ts';
import { bundle } from './testing/bundle.ts';
import { codeOf, tempFolder } from './testing/samples.ts';

const PASSWORD = 'canary password 5c1f';
const root = tempFolder('app');
let workerPath: string;
let dataDir: string;
let count = 0;
let keys: Keys;
let handle: WorkerHandle | undefined;
let logged: unknown[];

/** Real clocks, but the ticks come when the test says so. */
function handTicked(): Clock & { tick(aheadMs: number): void } {
  let aheadMs = 0;
  let tick: (() => void) | undefined;
  return {
    monotonicMs: () => performance.now() + aheadMs,
    wallMs: () => Date.now() + aheadMs,
    every: (_period, callback) => {
      tick = callback;
      return () => (tick = undefined);
    },
    tick: (ms) => {
      aheadMs += ms;
      tick?.();
    },
  };
}
let clock: ReturnType<typeof handTicked>;

function open(): Keys {
  const launch = nodeLauncher({ workerPath });
  clock = handTicked();
  return openKeys({
    dataDir,
    clock,
    lockAfterMs: 20_000,
    launchWorker: (options) => {
      handle = launch(options);
      return handle;
    },
    log: (...line) => logged.push(line),
  });
}

async function createAccount(words: 12 | 24 = 12) {
  const { pendingId, mnemonic, ask } = await keys.beginCreate({ words });
  const list = mnemonic.split(' ');
  const answers = ask.map((position) => ({ position, word: list[position] ?? '' }));
  const account = await keys.confirmCreate({ pendingId, answers, label: 'Main', password: PASSWORD });
  return { account, mnemonic };
}

/** Every process descended from this one, by /proc. */
function childrenSeen(): { cmdline: string; environ: string }[] {
  if (process.platform !== 'linux') return [];
  const read = (pid: string, name: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'latin1');
    } catch {
      return ''; // ended meanwhile
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && read(name, 'cmdline').includes(workerPath))
    .map((pid) => ({ cmdline: read(pid, 'cmdline'), environ: read(pid, 'environ') }));
}

beforeAll(async () => {
  mkdirSync(root.path, { recursive: true });
  workerPath = await bundle('worker/main.ts', join(realpathSync(root.path), 'dist', 'key-worker.mjs'));
});
afterAll(() => root.remove());
beforeEach(() => {
  count += 1;
  dataDir = join(root.path, `data ${count}`);
  logged = [];
  keys = open();
});
afterEach(() => keys.close());

describe('keys door over a real worker process', () => {
  it('creates, signs, locks and opens again after a restart', async () => {
    expect(await keys.state()).toEqual({ exists: false, locked: true, damaged: false, previousAvailable: false });
    const { account } = await createAccount(24);
    const payload = new Uint8Array(300).fill(1);
    expect(await hotSigner(keys, account).sign(payload, { password: PASSWORD })).toHaveLength(65);
    await keys.close();
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['vault.soma']);
    keys = open();
    expect(await keys.state()).toMatchObject({ exists: true, locked: true });
    expect(await keys.listAccounts()).toEqual([account]);
    await keys.unlock(PASSWORD);
    expect(await hotSigner(keys, account).sign(payload, { password: PASSWORD })).toHaveLength(65);
  });

  it('keeps passwords and words out of the disk, the log, errors, arguments and environment', async () => {
    const { mnemonic, account } = await createAccount();
    const words = mnemonic.split(' ');
    const errors = [
      keys.unlock(`${PASSWORD} wrong`),
      keys.importMnemonic({ mnemonic: `${mnemonic} ${PASSWORD}`, label: 'x' }),
      keys.importMnemonic({
        mnemonic: [...words.slice(1), words[0]].join(' ').replace(words[3] ?? '', PASSWORD),
        label: 'x',
      }),
      keys.importSeed({ seed: `0x${PASSWORD}`, label: 'x' }),
      keys.importJson({ json: `{"${mnemonic}`, jsonPassword: PASSWORD, label: mnemonic.slice(0, 60) }),
      keys.unlock(PASSWORD.repeat(100)),
      keys.revealMnemonic(account.id, `${PASSWORD}!`),
    ].map((work) =>
      work.then(
        () => 'none',
        (error: unknown) => error,
      ),
    );
    const seen: unknown[] = [...(await Promise.all(errors))];
    expect(seen.every((error) => error instanceof AppError)).toBe(true);
    const texts = seen.map((error) => {
      const { stack, cause, facts } = error as AppError;
      return `${stack} ${String(cause)} ${JSON.stringify(facts)}`;
    });
    const files = readdirSync(join(dataDir, 'keys')).map((name) => readFileSync(join(dataDir, 'keys', name), 'latin1'));
    const processes = childrenSeen();
    expect(processes.length).toBe(process.platform === 'linux' ? 1 : 0);
    const everything = JSON.stringify([texts, files, logged, processes]);
    for (const canary of [PASSWORD, mnemonic, words.slice(0, 3).join(' ')]) expect(everything).not.toContain(canary);
    for (const { environ } of processes) expect(environ.replaceAll(/NODE_(CHANNEL|UNIQUE)[^\0]*\0?/gu, '')).toBe('');
  });

  it('locks after idle time whatever is polled meanwhile, and not while the person is there', async () => {
    const reasons: LockReason[] = [];
    keys.onLock((reason) => reasons.push(reason));
    const { account } = await createAccount();
    clock.tick(15_000);
    keys.touch();
    clock.tick(15_000);
    await keys.listAccounts();
    await keys.state();
    expect(reasons).toEqual([]);
    clock.tick(5_000);
    expect(reasons).toEqual(['idle']);
    const payload = new Uint8Array(1);
    expect(await codeOf(() => keys.sign({ address: account.address, payload, password: PASSWORD }))).toBe(
      'vault.locked',
    );
    expect(await keys.state()).toMatchObject({ locked: true });
    expect(await codeOf(() => keys.unlock(PASSWORD))).toBe('none');
  });

  it('gives no signature out when the lock comes while it is made', async () => {
    const { account } = await createAccount();
    const signing = codeOf(() =>
      keys.sign({ address: account.address, payload: new Uint8Array(9), password: PASSWORD }),
    );
    await keys.lock();
    expect(await signing).toBe('vault.locked');
  });

  it('says so when the worker dies, comes back locked, and loses nothing', async () => {
    const reasons: LockReason[] = [];
    let changes = 0;
    keys.onLock((reason) => reasons.push(reason));
    const { account } = await createAccount();
    keys.onChange(() => (changes += 1));
    const unlocking = codeOf(() => keys.unlock(PASSWORD));
    handle?.kill();
    expect(await unlocking).toBe('keys.worker_down');
    expect(reasons).toEqual(['worker_down']);
    expect(changes).toBeGreaterThan(0);
    expect(await keys.state()).toMatchObject({ exists: true, locked: true });
    expect(await keys.listAccounts()).toEqual([account]);
    expect(await codeOf(() => keys.unlock(PASSWORD))).toBe('none');
  });

  it('refuses a second process on the same folder', async () => {
    await createAccount();
    const first = keys;
    keys = open();
    expect(await codeOf(() => keys.state())).toBe('vault.busy');
    await first.close();
    expect(await codeOf(() => keys.unlock(PASSWORD))).toBe('none');
  });

  it('stops starting a worker that cannot start', async () => {
    let launches = 0;
    const broken = nodeLauncher({ workerPath: join(root.path, 'missing.mjs') });
    const door = openKeys({
      dataDir,
      launchWorker: (options) => {
        launches += 1;
        return broken(options);
      },
    });
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await codeOf(() => door.state())).toBe('keys.worker_down');
    expect(launches).toBe(3);
    await door.close();
  });
});

describe('what the key worker cannot do', () => {
  let connections = 0;
  let server: net.Server;
  let probe: string;
  let args: string[];

  beforeAll(async () => {
    probe = await bundle('testing/probe-entry.ts', join(realpathSync(root.path), 'dist', 'probe.mjs'));
    server = net.createServer(() => (connections += 1)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    args = [String((server.address() as net.AddressInfo).port), root.path];
  });
  afterAll(() => void server.close());

  it('opens no connection, program, thread, file or dump, and inherits no environment', async () => {
    const vaultDir = join(root.path, 'probe');
    mkdirSync(vaultDir, { recursive: true });
    process.env['SOMA_TEST_CANARY'] = 'canary';
    try {
      const report = await new Promise<Record<string, unknown>>((resolve, reject) => {
        const worker = nodeLauncher({ workerPath: probe, workerArgs: args })({ vaultDir });
        worker.onMessage((message) => resolve(message as Record<string, unknown>));
        worker.onExit(() => reject(new Error('the probe died')));
      });
      expect(report['opened']).toEqual([]);
      expect(report['tried']).toBeGreaterThan(38);
      expect(JSON.stringify(report)).not.toContain('canary');
      expect(connections).toBe(0);
    } finally {
      delete process.env['SOMA_TEST_CANARY'];
    }
  });

  it('needs no flag of Node to be without network, programs, threads and dumps (as under Electron)', async () => {
    const child = spawn(process.execPath, [probe, ...args], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const report = await new Promise<{ opened: string[] }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as { opened: string[] }));
      child.once('exit', () => reject(new Error('the probe died')));
    });
    const filesOnly = report.opened.filter((name) => !/outside|environment file|code from text/u.test(name));
    expect(filesOnly).toEqual([]);
    expect(connections).toBe(0);
  });

  it('does not start by hand', async () => {
    const child: ChildProcess = spawn(process.execPath, [workerPath], { stdio: 'ignore' });
    expect(await new Promise((resolve) => child.once('exit', resolve))).not.toBe(0);
  });
});
