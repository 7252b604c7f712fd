const EVERY_MS = 10_000;
const INPUTS = ['pointerdown', 'keydown', 'wheel'] as const;

export interface TouchReporter {
  readonly target: Pick<EventTarget, 'addEventListener'>;
  readonly isUnlocked: () => boolean;
  readonly report: () => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/**
 * Tells main that a person is here: their own pointer and keys only, at most once in ten seconds. Nothing else may
 * postpone the auto-lock, so events made by scripts do not count.
 */
export function reportTouches({ target, isUnlocked, report, now }: TouchReporter): void {
  let last = Number.NEGATIVE_INFINITY;
  const onInput = (event: Event): void => {
    if (!event.isTrusted || !isUnlocked() || now() - last < EVERY_MS) return;
    last = now();
    report().catch(() => undefined); // the next input tells again
  };
  for (const input of INPUTS) target.addEventListener(input, onInput, { capture: true, passive: true });
}
