import { describe, expect, it } from 'vitest';
import type { ChainClock } from '../clock.ts';
import { DEFAULT_TUNING } from '../options.ts';
import { Heads } from './heads.ts';
import { Heartbeat } from './heartbeat.ts';

const header = (number: number) => ({
  parentHash: `0x${'01'.repeat(32)}`,
  number: `0x${number.toString(16)}`,
  stateRoot: `0x${'02'.repeat(32)}`,
  extrinsicsRoot: `0x${'03'.repeat(32)}`,
  digest: { logs: ['0x0601020304'] },
});

/** Time that passes only when told to. */
class ManualClock implements ChainClock {
  #now = 0;
  #timers: { at: number; action: () => void }[] = [];
  now = (): number => this.#now;
  random = (): number => 0;
  after = (ms: number, action: () => void): (() => void) => {
    const timer = { at: this.#now + ms, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#timers.filter((one) => one.at <= this.#now);
    this.#timers = this.#timers.filter((one) => one.at > this.#now);
    for (const one of due) one.action();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
}

const make = (answer: () => unknown, others = false) => {
  const clock = new ManualClock();
  const heads = new Heads(clock, () => undefined);
  const left: string[] = [];
  const heartbeat = new Heartbeat({
    clock,
    tuning: DEFAULT_TUNING,
    heads,
    blockTimeMs: () => 12_000,
    isOnline: () => true,
    otherEndpoints: () => others,
    request: () => Promise.resolve(answer()),
    leave: (reason) => left.push(reason.code),
    changed: () => undefined,
  });
  heads.bestFrom(header(5));
  heartbeat.beat();
  return { clock, heads, heartbeat, left };
};
const PATIENCE = 4 * 12_000;

describe('the heartbeat', () => {
  it('is not stale while blocks come', async () => {
    const { clock, heartbeat } = make(() => header(5));
    for (let block = 0; block < 10; block += 1) {
      await clock.pass(PATIENCE - 1);
      heartbeat.beat();
    }
    expect(heartbeat.isStale).toBe(false);
  });

  it('stays with a chain that stands still, and says it is stale', async () => {
    const { clock, heartbeat, left } = make(() => header(5));
    for (let check = 0; check < 10; check += 1) await clock.pass(PATIENCE);
    expect(heartbeat.isStale).toBe(true);
    expect(left).toEqual([]);
    heartbeat.beat();
    expect(heartbeat.isStale).toBe(false);
  });

  it('remakes a connection whose subscription died', async () => {
    const { clock, left } = make(() => header(6));
    await clock.pass(PATIENCE);
    expect(left).toEqual(['chain.stale']);
  });

  it('looks for another endpoint after a few silent checks', async () => {
    const { clock, left } = make(() => header(5), true);
    for (let check = 0; check < 3; check += 1) await clock.pass(PATIENCE);
    expect(left).toEqual(['chain.stale']);
  });

  it('survives an answer that is no header', async () => {
    const { clock, heartbeat, left } = make(() => 'nonsense');
    await clock.pass(PATIENCE);
    expect(heartbeat.isStale).toBe(true);
    expect(left).toEqual([]);
  });
});

describe('the heads', () => {
  it('are told once per block, and again only when finality has caught up', () => {
    const { heads } = make(() => null);
    const told: string[] = [];
    heads.listen(({ best, finalized }) => told.push(`${best.blockNumber}/${finalized.blockNumber}`));
    heads.finalizedFrom(header(3));
    heads.bestFrom(header(6));
    heads.bestFrom(header(6));
    heads.finalizedFrom(header(4));
    heads.finalizedFrom(header(6));
    expect(told).toEqual(['5/3', '6/3', '6/6']);
  });

  it('never let finality go back', () => {
    const { heads } = make(() => null);
    heads.finalizedFrom(header(4));
    heads.finalizedFrom(header(2));
    expect(heads.finalized?.blockNumber).toBe(4);
  });
});
