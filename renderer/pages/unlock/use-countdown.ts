import { useEffect, useState } from 'react';

/** Whole seconds left of a wait, counting down by themselves. */
export function useCountdown(): { readonly seconds: number; readonly start: (ms: number) => void } {
  const [seconds, setSeconds] = useState(0);
  const running = seconds > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return { seconds, start: (ms) => setSeconds(Math.ceil(ms / 1000)) };
}
