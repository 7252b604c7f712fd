import { isSameToken, makeToken } from './secrets.ts';

export const NONCE_LIFE_MS = 30_000;
export const GRACE_MS = 10_000;

export type Redeemed =
  | { readonly ok: true; readonly bearer: string }
  | { readonly ok: false; readonly status: 403 | 409 };

/**
 * Who may speak: first the page that brings the nonce, then whoever holds the bearer it got, one at a time. Pure of any
 * transport. Times are monotonic milliseconds.
 */
export class Session {
  readonly #now: () => number;
  #nonce: { readonly text: string; readonly bornAt: number } | undefined;
  #bearer: string | undefined;
  #isLive = false;
  #quietSince: number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#quietSince = now();
  }

  /** A new one-time nonce; an older one dies. */
  offer(): string {
    this.#nonce = { text: makeToken(), bornAt: this.#now() };
    return this.#nonce.text;
  }

  /** Trades the nonce for a bearer, once and in time. Any attempt but one against a live page uses the right nonce up. */
  redeem(nonce: string): Redeemed {
    const offered = this.#nonce;
    if (offered === undefined || !isSameToken(offered.text, nonce)) return { ok: false, status: 403 };
    if (this.#isLive) return { ok: false, status: 409 };
    this.#nonce = undefined;
    if (this.#now() - offered.bornAt > NONCE_LIFE_MS) return { ok: false, status: 403 };
    this.#bearer = makeToken();
    this.#quietSince = this.#now();
    return { ok: true, bearer: this.#bearer };
  }

  /** Admits one holder of the bearer. 403: not the bearer, or it has been silent too long. 409: another one is live. */
  admit(bearer: string): 'ok' | 403 | 409 {
    this.#expire();
    if (this.#bearer === undefined || !isSameToken(this.#bearer, bearer)) return 403;
    if (this.#isLive) return 409;
    this.#isLive = true;
    return 'ok';
  }

  leave(): void {
    this.#isLive = false;
    this.#quietSince = this.#now();
  }

  /** Milliseconds without a page; 0 while one is live. */
  quietMs(): number {
    return this.#isLive ? 0 : this.#now() - this.#quietSince;
  }

  #expire(): void {
    if (!this.#isLive && this.#now() - this.#quietSince > GRACE_MS) this.#bearer = undefined;
  }
}
