import { AppError } from '../../shared/errors/index.ts';

/** Classes of procedures by what a call costs. */
export type CallClass = 'plain' | 'work' | 'secret' | 'approval';

interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}
const ALLOWANCES: Readonly<Record<CallClass, Allowance>> = {
  plain: { burst: 200, perSecond: 50 },
  work: { burst: 60, perSecond: 10 },
  secret: { burst: 20, perSecond: 1 },
  approval: { burst: 40, perSecond: 1 },
};
const MAX_IN_FLIGHT = 64;

/** Bounds what one window can ask for. Times are monotonic milliseconds. */
export class RateLimiter {
  readonly #now: () => number;
  readonly #buckets = new Map<CallClass, { tokens: number; at: number }>();
  #inFlight = 0;
  #derivations: Record<'secret' | 'approval', number> = { secret: 0, approval: 0 };

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Runs `call` if there is room. Key derivation is slow and heavy: one at a time. Approvals may come together, because
   * repeated clicks on one review are one signature and the service joins them.
   * @throws AppError api.too_many_requests
   */
  async run<T>(callClass: CallClass, call: () => Promise<T>): Promise<T> {
    const derives = callClass === 'secret' || callClass === 'approval' ? callClass : undefined;
    if (this.#inFlight >= MAX_IN_FLIGHT || this.#isTaken(derives) || !this.#take(callClass))
      throw new AppError('api.too_many_requests');
    this.#inFlight += 1;
    if (derives !== undefined) this.#derivations[derives] += 1;
    try {
      return await call();
    } finally {
      this.#inFlight -= 1;
      if (derives !== undefined) this.#derivations[derives] -= 1;
    }
  }

  #isTaken(derives: 'secret' | 'approval' | undefined): boolean {
    if (derives === undefined) return false;
    return this.#derivations.secret > 0 || (derives === 'secret' && this.#derivations.approval > 0);
  }

  #take(callClass: CallClass): boolean {
    const { burst, perSecond } = ALLOWANCES[callClass];
    const now = this.#now();
    const bucket = this.#buckets.get(callClass) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    this.#buckets.set(callClass, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1;
  }
}
