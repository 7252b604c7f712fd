import { vaultStore } from '../stores/vault.ts';
import { api } from './client.ts';

const EVERY_MS = 10_000;
const INPUTS = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Tells main that a person is here: their own pointer and keys only, at most once in ten seconds. Nothing else may
 * postpone the auto-lock, so events made by scripts do not count.
 */
export function reportTouches(target: EventTarget, now: () => number = () => performance.now()): void {
  let last = Number.NEGATIVE_INFINITY;
  const onInput = (event: Event): void => {
    const vault = vaultStore.getState().vault;
    if (!event.isTrusted || vault === undefined || vault.locked || now() - last < EVERY_MS) return;
    last = now();
    api.app.touch().catch(() => undefined); // the next input tells again
  };
  for (const input of INPUTS) target.addEventListener(input, onInput, { capture: true, passive: true });
}
