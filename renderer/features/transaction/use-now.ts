import { useEffect, useState } from 'react';

const TICK_MS = 100;
/** Longest wait a browser's timer can hold. */
const LONGEST_MS = 2 ** 31 - 1;

/** The time: kept current by tenths of a second until `countdownMs`, and again at the moment `deadlineMs`. */
export function useNow(countdownMs: number, deadlineMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = (): void => setNow(Date.now());
    tick();
    const ticker = setInterval(() => {
      tick();
      if (Date.now() > countdownMs) clearInterval(ticker);
    }, TICK_MS);
    const alarm = setTimeout(tick, Math.min(LONGEST_MS, Math.max(0, deadlineMs - Date.now())));
    return () => {
      clearInterval(ticker);
      clearTimeout(alarm);
    };
  }, [countdownMs, deadlineMs]);
  return now;
}
