import type { ChainClock } from './clock.ts';

/** Where a chain event goes; facts are plain and hold no foreign text. */
export type ChainLog = (level: 'debug' | 'info' | 'warn', message: string, facts?: ChainLogFacts) => void;
export type ChainLogFacts = Readonly<Record<string, string | number | boolean>>;

/** Limits of the connection; every time in milliseconds, every size in bytes. */
export interface ChainTuning {
  /** Total time a call may take, from asking to the whole reply, fail-over included. */
  readonly callDeadlineMs: number;
  /** The same for the few replies of several megabytes. */
  readonly largeCallDeadlineMs: number;
  readonly connectDeadlineMs: number;
  readonly backoffFirstMs: number;
  readonly backoffMaxMs: number;
  /** The chain counts as stale after this many block times without a new head, but never sooner than `staleMinMs`. */
  readonly staleBlocks: number;
  readonly staleMinMs: number;
  /** Largest frame accepted while a large reply is awaited, and otherwise. */
  readonly largeFrameBytes: number;
  readonly frameBytes: number;
}

export const DEFAULT_TUNING: ChainTuning = {
  callDeadlineMs: 15_000,
  largeCallDeadlineMs: 60_000,
  connectDeadlineMs: 10_000,
  backoffFirstMs: 500,
  backoffMaxMs: 30_000,
  staleBlocks: 4,
  staleMinMs: 10_000,
  largeFrameBytes: 64 * 1024 * 1024,
  frameBytes: 8 * 1024 * 1024,
};

export interface OpenChainOptions {
  readonly network: { readonly id: string; readonly genesisHash?: string };
  /** Tried in order of preference; nothing else is contacted. */
  readonly endpoints: readonly string[];
  /** Folder of the metadata cache; created when missing. */
  readonly cacheDir: string;
  readonly log?: ChainLog;
  readonly clock?: ChainClock;
  /** Accepts ws:// to other machines. Off unless the person asked for it. */
  readonly allowInsecure?: boolean;
  readonly tuning?: Partial<ChainTuning>;
}
