import { AppError } from '../../shared/errors/index.ts';
import type { Subscribe } from './services.ts';

const MAX_STREAMS = 48;

/** How many streams one window holds open. */
export interface StreamCount {
  open: number;
}

/**
 * A subscription as an event iterator. A slow reader gets the newest value, not a queue: every stream of the contract is a
 * picture of now. The subscription ends with the reader, whichever way it leaves.
 * @throws AppError api.too_many_requests when the window already holds too many.
 */
export function streamLatest<T>(
  subscribe: Subscribe<T>,
  count: StreamCount,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, void> {
  if (count.open >= MAX_STREAMS) throw new AppError('api.too_many_requests');
  count.open += 1;
  let isCounted = true;
  // a stream whose reader left before the first value never runs, so it cannot be counted out from inside alone
  const leave = (): void => {
    if (isCounted) count.open -= 1;
    isCounted = false;
  };
  signal?.addEventListener('abort', leave, { once: true });
  return generate(subscribe, leave, signal);
}

async function* generate<T>(
  subscribe: Subscribe<T>,
  leave: () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, void> {
  let newest: { readonly value: T } | undefined;
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);
  let unsubscribe: () => void = () => undefined;
  try {
    unsubscribe = subscribe({
      next: (value) => {
        newest = { value };
        wake();
      },
      fail: (error) => {
        failure = { error };
        wake();
      },
    });
    while (signal?.aborted !== true) {
      if (newest !== undefined) {
        const { value }: { readonly value: T } = newest;
        newest = undefined;
        yield value;
      } else if (failure !== undefined) throw failure.error;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    leave();
    signal?.removeEventListener('abort', onAbort);
    unsubscribe();
  }
}
