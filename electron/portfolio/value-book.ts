import type { Portfolio, Totals, ValueSample } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { SampleBatch } from '../store/index.ts';
import type { PortfolioFacts } from './facts.ts';

const HOUR_MS = 3_600_000;
const SHORTEST_MS = 600_000;
/** A change by more than one part in this many is worth a sample before the hour. */
const NOTABLE = 100n;

/** What time is on the chain in use. */
export interface ChainTime {
  readonly blockTimeMs: number;
  /** Blocks between two epochs of root; undefined while unknown. */
  readonly rootEpochBlocks: number | undefined;
}

type Owner = Coldkey | undefined;
export type NextValue = SampleBatch['values'][number];

/** When the value of an account, or of all together, is sampled: by the hour of the chain, and when something happened. */
export class ValueBook {
  readonly #newest = new Map<Owner, ValueSample>();
  readonly #nonces = new Map<Coldkey, number>();

  isLoaded(owner: Owner): boolean {
    return this.#newest.has(owner);
  }

  load(owner: Owner, newest: ValueSample | undefined): void {
    if (newest !== undefined) this.#newest.set(owner, newest);
  }

  /** Samples that are due at this block. */
  next(facts: PortfolioFacts, { totals, accountTotals }: Portfolio, time: ChainTime, timeMs: number): NextValue[] {
    const sent = this.#sentSince(facts);
    const { blockNumber } = facts.block;
    const due = (owner: Owner, now: Totals, hasSent: boolean): NextValue[] => {
      const last = this.#newest.get(owner);
      if (last !== undefined && !hasSent && !isDue(last, now, blockNumber, time)) return [];
      return [{ coldkey: owner, sample: sampleOf(now, blockNumber, timeMs) }];
    };
    return [
      ...due(undefined, totals, sent.size > 0),
      ...accountTotals.flatMap(({ address, totals: own }) => due(address, own, sent.has(address))),
    ];
  }

  /** After samples were kept. */
  accept(facts: PortfolioFacts, kept: readonly NextValue[]): void {
    for (const { coldkey, sample } of kept) this.#newest.set(coldkey, sample);
    for (const { address, nonce } of facts.accounts) this.#nonces.set(address, nonce);
  }

  /** Accounts with a transaction since the last reading. */
  #sentSince({ accounts }: PortfolioFacts): Set<Coldkey> {
    const sent = accounts.filter(({ address, nonce }) => (this.#nonces.get(address) ?? nonce) !== nonce);
    return new Set(sent.map(({ address }) => address));
  }
}

function isDue(last: ValueSample, now: Totals, blockNumber: number, time: ChainTime): boolean {
  const passedBlocks = blockNumber - last.blockNumber;
  const passedMs = passedBlocks * time.blockTimeMs;
  const isEpochPast = time.rootEpochBlocks !== undefined && passedBlocks >= time.rootEpochBlocks;
  if (passedMs >= HOUR_MS || isEpochPast) return true;
  return passedMs >= SHORTEST_MS && isNotable(last.free + last.reserved + last.stakedSpot, now.total);
}

function isNotable(before: bigint, now: bigint): boolean {
  return (now > before ? now - before : before - now) * NOTABLE > before;
}

function sampleOf(totals: Totals, blockNumber: number, timeMs: number): ValueSample {
  const { free, reserved, stakedSpot, stakedExit, exitComplete } = totals;
  return { blockNumber, timeMs, free, reserved, stakedSpot, ...(exitComplete ? { stakedExit } : {}) };
}
