import { describe, expect, it } from 'vitest';
import { AutoLock, type AutoLockReason, type Clock } from './auto-lock.ts';

const MINUTE = 60_000;

/** Time that passes only when told; `sleep` is what a laptop lid does: no ticks, and one of the clocks may stand still. */
function fakeTime() {
  let monotonicMs = 1_000;
  let wallMs = 1_700_000_000_000;
  let tick: (() => void) | undefined;
  const clock: Clock = {
    monotonicMs: () => monotonicMs,
    wallMs: () => wallMs,
    every: (_period, callback) => {
      tick = callback;
      return () => (tick = undefined);
    },
  };
  return {
    clock,
    isTicking: () => tick !== undefined,
    pass: (ms: number, meanwhile?: () => void) => {
      for (let done = 0; done < ms; done += 1_000) {
        monotonicMs += 1_000;
        wallMs += 1_000;
        meanwhile?.();
        tick?.();
      }
    },
    sleep: (ms: { monotonic: number; wall: number }) => {
      monotonicMs += ms.monotonic;
      wallMs += ms.wall;
    },
    tick: () => tick?.(),
  };
}

function locking(timeoutMs = 15 * MINUTE) {
  const time = fakeTime();
  const locks: AutoLockReason[] = [];
  const autoLock = new AutoLock(time.clock, timeoutMs, (reason) => locks.push(reason));
  autoLock.start();
  return { time, locks, autoLock };
}

describe('auto-lock', () => {
  it('locks once after the time without input', () => {
    const { time, locks } = locking();
    time.pass(15 * MINUTE - 1_000);
    expect(locks).toEqual([]);
    time.pass(20 * MINUTE);
    expect(locks).toEqual(['idle']);
    expect(time.isTicking()).toBe(false);
  });

  it('is postponed by input and by nothing else', () => {
    const { time, locks, autoLock } = locking();
    time.pass(14 * MINUTE, () => time.clock.monotonicMs()); // polling, balance pushes
    autoLock.touch();
    time.pass(14 * MINUTE);
    expect(locks).toEqual([]);
    time.pass(MINUTE);
    expect(locks).toEqual(['idle']);
  });

  it('lets no late input rescue an overdue lock', () => {
    const { time, locks, autoLock } = locking(20_000);
    time.sleep({ monotonic: 25_000, wall: 25_000 });
    autoLock.touch();
    expect(locks).toEqual(['idle']);
  });

  it.each([
    ['both clocks ran', { monotonic: 8 * 60 * MINUTE, wall: 8 * 60 * MINUTE }],
    ['the monotonic clock stood still', { monotonic: 0, wall: 8 * 60 * MINUTE }],
    ['a minute only', { monotonic: 0, wall: MINUTE }],
  ])('locks at the first tick after sleep (%s)', (_name, gap) => {
    const { time, locks } = locking();
    time.pass(5_000);
    time.sleep(gap);
    time.tick();
    expect(locks).toEqual(['slept']);
  });

  it('is not delayed by a wall clock set back ten years', () => {
    const { time, locks } = locking();
    time.sleep({ monotonic: 0, wall: -10 * 365 * 24 * 60 * MINUTE });
    time.pass(15 * MINUTE);
    expect(locks).toEqual(['idle']);
  });

  it('obeys a shorter time at once', () => {
    const { time, locks, autoLock } = locking();
    time.pass(5 * MINUTE);
    autoLock.setTimeoutMs(4 * MINUTE);
    expect(locks).toEqual(['idle']);
  });

  it('does nothing before it starts or after it stops', () => {
    const { time, locks, autoLock } = locking();
    autoLock.stop();
    autoLock.touch();
    autoLock.setTimeoutMs(1);
    time.pass(60 * MINUTE);
    expect(locks).toEqual([]);
  });
});
