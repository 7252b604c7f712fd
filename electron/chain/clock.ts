/** Monotonic time and timers, replaceable in tests. The wall clock is never used: it jumps. */
export interface ChainClock {
  /** Milliseconds from an arbitrary start; never goes back. */
  now(): number;
  /** Runs `action` once after `ms`; the result cancels it. */
  after(ms: number, action: () => void): () => void;
  /** 0..1, for jitter. */
  random(): number;
}

export const systemClock: ChainClock = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: Math.random,
};
