import { describe, expect, test } from 'vitest';
import { reportTouches } from './touch.ts';

function setUp(): {
  input: (trusted: boolean) => void;
  lock: () => void;
  pass: (ms: number) => void;
  count: () => number;
} {
  const listeners = new Map<string, (event: Event) => void>();
  let clock = 0;
  let unlocked = true;
  let reports = 0;
  reportTouches({
    target: { addEventListener: (name, listener) => listeners.set(name, listener as (event: Event) => void) },
    isUnlocked: () => unlocked,
    now: () => clock,
    report: () => {
      reports += 1;
      return Promise.reject(new Error('the line is down'));
    },
  });
  return {
    input: (isTrusted) => listeners.get('keydown')?.({ isTrusted } as Event),
    lock: () => (unlocked = false),
    pass: (ms) => (clock += ms),
    count: () => reports,
  };
}

describe('telling main that a person is here', () => {
  test('happens at the first input and then at most once in ten seconds', () => {
    const { input, pass, count } = setUp();
    for (let second = 0; second < 20; second += 1) {
      input(true);
      pass(1000);
    }
    expect(count()).toBe(2);
  });

  test('never happens for events made by scripts, so nothing but a person postpones the lock', () => {
    const { input, pass, count } = setUp();
    for (let times = 0; times < 100; times += 1) {
      input(false);
      pass(60_000);
    }
    expect(count()).toBe(0);
  });

  test('never happens while locked', () => {
    const { input, lock, count } = setUp();
    lock();
    input(true);
    expect(count()).toBe(0);
  });
});
