import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toRao } from '../../shared/units/index.ts';
import { silentLogger } from '../log/index.ts';
import type { PracticeProcess } from './launch.ts';
import { PracticeNetwork } from './practice.ts';

class FakeProcess implements PracticeProcess {
  readonly sent: unknown[] = [];
  isKilled = false;
  readonly #onMessage: ((message: unknown) => void)[] = [];
  readonly #onExit: (() => void)[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage.push(listener);
  }
  onExit(listener: () => void): void {
    this.#onExit.push(listener);
  }
  kill(): void {
    this.isKilled = true;
    this.exit();
  }
  say(message: unknown): void {
    for (const listener of this.#onMessage) listener(message);
  }
  exit(): void {
    for (const listener of this.#onExit.splice(0)) listener();
  }
}

let processes: FakeProcess[];
let urls: string[];
let network: PracticeNetwork;
const last = (): FakeProcess => processes.at(-1) ?? new FakeProcess();
const READY = { type: 'ready', url: 'ws://127.0.0.1:4000' };

beforeEach(() => {
  vi.useFakeTimers();
  processes = [];
  urls = [];
  const launch = (): PracticeProcess => {
    const started = new FakeProcess();
    processes.push(started);
    return started;
  };
  network = new PracticeNetwork(launch, silentLogger, (url) => urls.push(url));
});
afterEach(() => vi.useRealTimers());

describe('the practice network', () => {
  test('starts once and tells its address', () => {
    network.start();
    network.start();
    last().say(READY);
    expect([processes.length, urls]).toEqual([1, ['ws://127.0.0.1:4000']]);
  });
  test.each([
    ['another host', { type: 'ready', url: 'ws://evil.com:1' }],
    ['wss', { type: 'ready', url: 'wss://127.0.0.1:1' }],
    ['a path', { type: 'ready', url: 'ws://127.0.0.1:1/x' }],
    ['no url', { type: 'ready' }],
    ['text', 'ready'],
    ['null', null],
  ])('does not believe an address with %s', (_name, message) => {
    network.start();
    last().say(message);
    expect(urls).toEqual([]);
  });
  test('may tell what became of its chain before it is ready, in known words only', () => {
    network.start();
    last().say({ type: 'notice', notice: 'resumed' });
    last().say({ type: 'notice', notice: 'damaged' });
    last().say({ type: 'notice', notice: 'anything' });
    expect(urls).toEqual([]);
    last().say(READY);
    expect(urls).toEqual(['ws://127.0.0.1:4000']);
  });
  test('is started again when it dies, later and later', () => {
    network.start();
    for (const pauseMs of [500, 1000, 2000]) {
      const before = processes.length;
      last().exit();
      vi.advanceTimersByTime(pauseMs - 1);
      expect(processes.length).toBe(before);
      vi.advanceTimersByTime(1);
      expect(processes.length).toBe(before + 1);
    }
  });
  test('that never becomes ready is killed and started again', () => {
    network.start();
    vi.advanceTimersByTime(30_500);
    expect(processes.map(({ isKilled }) => isKilled)).toEqual([true, false]);
  });
  test('pays on request, and says so when it cannot', async () => {
    await expect(network.fund('5F', toRao(1n))).rejects.toMatchObject({ code: 'chain.practice_failed' });
    network.start();
    last().say(READY);
    const paid = network.fund('5F', toRao(12_500_000_000n));
    const refused = network.fund('bad', toRao(1n));
    const forgotten = network.fund('5F', toRao(2n));
    expect(last().sent[0]).toEqual({ type: 'fund', id: 1, address: '5F', rao: '12500000000' });
    last().say({ type: 'funded', id: 1 });
    last().say({ type: 'failed', id: 2, message: 'no' });
    await paid;
    await expect(refused).rejects.toMatchObject({ code: 'chain.practice_failed' });
    vi.advanceTimersByTime(15_000);
    await expect(forgotten).rejects.toMatchObject({ code: 'chain.practice_failed' });
  });
  test('a wish under way fails when the process dies', async () => {
    network.start();
    last().say(READY);
    const wish = network.fund('5F', toRao(1n));
    last().exit();
    await expect(wish).rejects.toMatchObject({ code: 'chain.practice_failed' });
  });
  test('stops politely, by force if it must, and stays stopped', async () => {
    network.start();
    const stopped = network.stop();
    expect(last().sent).toEqual([{ type: 'stop' }]);
    vi.advanceTimersByTime(1500);
    await stopped;
    vi.advanceTimersByTime(60_000);
    expect([last().isKilled, processes.length]).toEqual([true, 1]);
  });
});
