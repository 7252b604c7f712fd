import { AppError } from '../../../shared/errors/index.ts';
import type { ChainClock } from '../clock.ts';
import type { ChainTuning } from '../options.ts';
import { parseHeader } from './header.ts';
import type { Heads } from './heads.ts';

export interface HeartbeatSetup {
  readonly clock: ChainClock;
  readonly tuning: ChainTuning;
  readonly heads: Heads;
  readonly blockTimeMs: () => number;
  readonly isOnline: () => boolean;
  readonly otherEndpoints: () => boolean;
  readonly request: (method: string, params: readonly unknown[]) => Promise<unknown>;
  /** Drops the connection so that it is made anew, elsewhere if possible. */
  readonly leave: (reason: AppError) => void;
  readonly changed: () => void;
}

/** Silent checks after which a chain that stands still is looked for at another endpoint. */
const CHECKS_BEFORE_MOVING = 3;

/**
 * Notices silence. A subscription that died without a word is told apart from a chain that stands still by asking
 * for the head: if it moved, the connection is remade; if not, the chain is stale and says so.
 */
export class Heartbeat {
  readonly #setup: HeartbeatSetup;
  #stale = false;
  #checks = 0;
  #cancel: (() => void) | undefined;

  constructor(setup: HeartbeatSetup) {
    this.#setup = setup;
  }

  get isStale(): boolean {
    return this.#stale;
  }

  /** After each new best head. */
  beat(): void {
    this.#checks = 0;
    this.#set(false);
    this.#arm();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #arm(): void {
    const { clock, tuning, blockTimeMs } = this.#setup;
    this.#cancel?.();
    const patience = Math.max(tuning.staleMinMs, tuning.staleBlocks * blockTimeMs());
    this.#cancel = clock.after(patience, () => void this.#check());
  }

  async #check(): Promise<void> {
    this.#set(true);
    this.#arm();
    if (!this.#setup.isOnline()) return;
    try {
      const known = this.#setup.heads.best?.blockHash;
      const now = parseHeader(await this.#setup.request('chain_getHeader', []));
      if (this.#setup.heads.best?.blockHash !== known) return;
      this.#checks += 1;
      const silent = now.blockHash !== known;
      if (silent || (this.#checks >= CHECKS_BEFORE_MOVING && this.#setup.otherEndpoints())) {
        this.#checks = 0;
        this.#setup.leave(new AppError('chain.stale'));
      }
    } catch {
      // The request's own deadline has already dropped a dead connection; the next check follows either way.
    }
  }

  #set(stale: boolean): void {
    if (this.#stale === stale) return;
    this.#stale = stale;
    this.#setup.changed();
  }
}
