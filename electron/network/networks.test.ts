import { beforeEach, describe, expect, test } from 'vitest';
import type { Heartbeat, Settings } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import { toPpm } from '../../shared/units/index.ts';
import type { ChainClient, ChainStatus } from '../chain/index.ts';
import { silentLogger } from '../log/index.ts';
import type { PracticeProcess } from '../practice/launch.ts';
import type { SettingsPatch, SettingsStore } from '../store/index.ts';
import { type NetworkChoice, parseNetworkOption } from './choice.ts';
import { ChosenSettings } from './chosen-settings.ts';
import { followSession } from './follow.ts';
import { type NetworkSession, Networks } from './networks.ts';
import { whenOnline } from './when-online.ts';

class FakeSession implements NetworkSession {
  readonly choice: NetworkChoice;
  readonly chain: ChainClient;
  isClosed = false;
  phase: ChainStatus['phase'] = 'connecting';
  readonly #listeners = new Set<(status: ChainStatus) => void>();
  constructor(choice: NetworkChoice) {
    this.choice = choice;
    this.chain = {
      status: () => this.status(),
      watchStatus: (listener: (status: ChainStatus) => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    } as unknown as ChainClient;
  }
  get listeners(): number {
    return this.#listeners.size;
  }
  status(): ChainStatus {
    return { phase: this.phase, endpoints: this.choice.endpoints.map((url) => ({ url, state: 'idle' })) };
  }
  enter(phase: ChainStatus['phase']): void {
    this.phase = phase;
    for (const listener of this.#listeners) listener(this.status());
  }
  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

const TEST: NetworkChoice = { id: 'test', endpoints: ['wss://a'] };
const LOCAL: NetworkChoice = { id: 'local', endpoints: ['ws://127.0.0.1:9944'] };
const PRACTICE: NetworkChoice = { id: 'practice', endpoints: [] };

let sessions: FakeSession[];
let networks: Networks<FakeSession>;
let practice: { say: (message: unknown) => void; sent: unknown[]; starts: number };
beforeEach(() => {
  sessions = [];
  practice = { say: () => undefined, sent: [], starts: 0 };
  networks = new Networks({
    openSession: (choice) => {
      if (choice.endpoints[0] === 'bad') throw new AppError('chain.endpoint_invalid');
      const session = new FakeSession(choice);
      sessions.push(session);
      return Promise.resolve(session);
    },
    launchPractice: (): PracticeProcess => {
      practice.starts += 1;
      const exits: (() => void)[] = [];
      return {
        postMessage: (message) => {
          practice.sent.push(message);
          for (const exit of exits) exit();
        },
        onMessage: (listener) => {
          practice.say = listener;
        },
        onExit: (listener) => void exits.push(listener),
        kill: () => undefined,
      };
    },
    log: silentLogger,
  });
});

describe('the chosen network', () => {
  test('is nothing at first, and asking for it says so', () => {
    expect(() => networks.session).toThrow(new AppError('chain.offline'));
  });
  test('is opened once, however often it is chosen', async () => {
    await Promise.all([networks.choose(TEST), networks.choose({ ...TEST }), networks.choose(TEST)]);
    expect(sessions.length).toBe(1);
    expect(networks.session).toBe(sessions[0]);
  });
  test('is closed before the next one opens', async () => {
    await networks.choose(TEST);
    await networks.choose(LOCAL);
    expect(sessions.map(({ choice, isClosed }) => [choice.id, isClosed])).toEqual([
      ['test', true],
      ['local', false],
    ]);
  });
  test('is the last one chosen when choices come faster than connections', async () => {
    await Promise.all([networks.choose(TEST), networks.choose(LOCAL), networks.choose(TEST), networks.choose(LOCAL)]);
    expect(networks.session.choice.id).toBe('local');
    expect(sessions.filter(({ isClosed }) => !isClosed).length).toBe(1);
  });
  test('that cannot be opened shows why and leaves nothing behind', async () => {
    const beats: Heartbeat[] = [];
    networks.watchHeartbeat((beat) => beats.push(beat));
    await networks.choose({ id: 'custom', endpoints: ['bad'] });
    expect(beats.at(-1)).toEqual({
      network: 'custom',
      phase: 'offline',
      endpoints: [],
      problem: { code: 'chain.endpoint_invalid', facts: {} },
    });
    await networks.choose(LOCAL);
    expect(networks.session.choice.id).toBe('local');
  });
  test('practice waits for its own process, and follows it to a new address', async () => {
    const phases: string[] = [];
    networks.watchHeartbeat(({ network, phase }) => phases.push(`${network} ${phase}`));
    await networks.choose(PRACTICE);
    expect([practice.starts, sessions.length, phases.at(-1)]).toEqual([1, 0, 'practice connecting']);
    practice.say({ type: 'ready', url: 'ws://127.0.0.1:1' });
    await networks.choose(PRACTICE);
    await Promise.resolve();
    practice.say({ type: 'ready', url: 'ws://127.0.0.1:2' });
    await new Promise(setImmediate);
    expect(sessions.map(({ choice, isClosed }) => [choice.endpoints[0], isClosed])).toEqual([
      ['ws://127.0.0.1:1', true],
      ['ws://127.0.0.1:2', false],
    ]);
    await networks.choose(TEST);
    expect(practice.sent).toEqual([{ type: 'stop' }]);
    expect(networks.session.choice.id).toBe('test');
  });
});

describe('who follows the network', () => {
  test('hears each session’s own news, keeps no listener on an old one, and can leave', async () => {
    const beats: string[] = [];
    const stop = networks.watchHeartbeat(({ network, phase }) => beats.push(`${network} ${phase}`));
    await networks.choose(TEST);
    sessions[0]?.enter('online');
    await networks.choose(LOCAL);
    sessions[0]?.enter('offline');
    sessions[1]?.enter('online');
    expect(beats.filter((beat) => beat.endsWith('online'))).toEqual(['test online', 'local online']);
    expect(sessions[0]?.listeners).toBe(0);
    stop();
    expect(sessions[1]?.listeners).toBe(0);
  });
  test('is called at every coming online, and only then', async () => {
    let times = 0;
    whenOnline(networks, () => {
      times += 1;
    });
    await networks.choose(TEST);
    for (const phase of ['online', 'online', 'stale', 'online', 'offline', 'connecting', 'online'] as const)
      sessions[0]?.enter(phase);
    expect(times).toBe(3);
    await networks.choose(LOCAL);
    sessions[1]?.enter('online');
    expect(times).toBe(4);
  });
  test('moves a subscription over to the new session', async () => {
    const told: string[] = [];
    const stop = followSession<FakeSession, string>(networks, ({ choice }) => ({ next }) => {
      next(choice.id);
      return () => told.push(`end ${choice.id}`);
    })({ next: (value) => told.push(value), fail: () => undefined });
    await networks.choose(TEST);
    await networks.choose(LOCAL);
    stop();
    expect(told).toEqual(['test', 'end test', 'local', 'end local']);
  });
});

describe('the network option', () => {
  test.each([
    ['practice', { id: 'practice' }],
    ['finney', { id: 'finney' }],
    ['ws://127.0.0.1:9944', { id: 'custom', endpoint: 'ws://127.0.0.1:9944' }],
    ['wss://node.example/path', { id: 'custom', endpoint: 'wss://node.example/path' }],
  ])('%s', (text, choice) => expect(parseNetworkOption(text)).toEqual(choice));
  test.each(['custom', 'mainnet', '__proto__', 'http://x', 'ws://', 'ws://a b', ''])('refuses %j', (text) => {
    expect(() => parseNetworkOption(text)).toThrow(new AppError('chain.endpoint_invalid'));
  });
});

describe('settings behind the command line', () => {
  let stored: Settings;
  let chosen: boolean;
  const store: SettingsStore = {
    get: () => stored,
    set: (patch: SettingsPatch) => {
      stored = { ...stored, ...(patch as Partial<Settings>) };
      chosen ||= patch.network !== undefined;
      return stored;
    },
    networkChosen: () => chosen,
  };
  beforeEach(() => {
    chosen = false;
    stored = {
      network: 'practice',
      endpoints: {},
      theme: 'system',
      tolerance: toPpm(5000),
      lockAfterMinutes: 15,
      hideBalances: false,
      favourites: [],
    };
  });
  test('contact nothing until a network is chosen', () => {
    const settings = new ChosenSettings(store, undefined);
    expect([settings.isNetworkChosen(), settings.choice()]).toEqual([false, undefined]);
    settings.set({ network: 'finney' });
    expect(settings.choice()?.genesisHash).toMatch(/^0x2f05/u);
  });
  test('show the command line’s node without keeping it', () => {
    const settings = new ChosenSettings(store, 'ws://10.0.0.9:9944');
    settings.set({ theme: 'dark' });
    expect(settings.get()).toMatchObject({
      network: 'custom',
      theme: 'dark',
      endpoints: { custom: ['ws://10.0.0.9:9944'] },
    });
    expect(settings.choice()).toMatchObject({ id: 'custom', endpoints: ['ws://10.0.0.9:9944'], allowInsecure: true });
    expect(stored).toMatchObject({ network: 'practice', endpoints: {} });
  });
  test('let the person go elsewhere', () => {
    const settings = new ChosenSettings(store, 'ws://10.0.0.9:9944');
    settings.set({ network: 'test' });
    expect(settings.choice()).toMatchObject({ id: 'test', allowInsecure: false });
  });
  test('refuse endpoints that may not be contacted, and a custom network without one', () => {
    const settings = new ChosenSettings(store, undefined);
    for (const url of ['ws://evil.com', 'http://a', 'wss://u:p@a', 'x'])
      expect(() => settings.set({ endpoints: { finney: [url] } }), url).toThrow(AppError);
    expect(() => settings.set({ network: 'custom' })).toThrow(
      new AppError('chain.endpoint_invalid', { reason: 'missing' }),
    );
    expect(stored.endpoints).toEqual({});
    settings.set({ endpoints: { custom: ['ws://127.0.0.1:1'] }, network: 'custom' });
    expect(settings.choice()?.endpoints).toEqual(['ws://127.0.0.1:1']);
  });
});
