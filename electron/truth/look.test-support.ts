import type { Coldkey } from '../../shared/units/index.ts';
import { AUTHOR, type Books, readBooks } from './books.test-support.ts';
import { type Dividends, readDividends } from './claims.test-support.ts';
import { type Injected, readInjected, readWeights, type Weights } from './emission.test-support.ts';
import type { Stage } from './field.test-support.ts';
import { freeOf, holdingsOf } from './holdings.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import { type RawLock, readLocks } from './locks.test-support.ts';
import type { Field, Hand } from './operations.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';
import { drawnIn, type StakeMove, stakeMovesOf } from './stake-moves.test-support.ts';

/** Everything that the chain has written down about the stage at one block. */
export interface Sight {
  readonly hash: string;
  readonly number: number;
  readonly books: Books;
  readonly hands: readonly Hand[];
  /** Of the subnets, root left out. */
  readonly injected: readonly Injected[];
  readonly weights: Weights;
  readonly dividends: Dividends;
  readonly locks: readonly RawLock[];
  /** Free rao of the account that earns all fees. */
  readonly author: bigint;
  /** For whom the chain claimed by itself in this block, before anything else happened. */
  readonly drawn: ReadonlySet<Coldkey>;
  /** What its extrinsics moved, in order. */
  readonly moves: readonly StakeMove[];
}

async function handsOf(raw: RawChain, at: string, field: Field): Promise<Hand[]> {
  const places = field.coldkeys.flatMap((coldkey) =>
    field.hotkeys.flatMap((hotkey) => field.netuids.map((netuid) => ({ coldkey, hotkey, netuid }))),
  );
  const [free, held] = await Promise.all([freeOf(raw, field.coldkeys, at), holdingsOf(raw, places, at)]);
  const each = places.length / field.coldkeys.length;
  return field.coldkeys.map((coldkey, index) => ({
    coldkey,
    free: free[index] ?? 0n,
    held: places
      .slice(index * each, (index + 1) * each)
      .map(({ hotkey, netuid }, of) => ({ hotkey, netuid, alpha: held[index * each + of]?.alpha ?? 0n })),
  }));
}

export async function look({ raw, net }: Lab, { field, subnets, staff, bystanders }: Stage): Promise<Sight> {
  const { best } = net.control;
  const [books, hands, injected, weights, dividends, locks, [author = 0n], initial, outcomes] = await Promise.all([
    readBooks(raw, best.hash, field.netuids, bystanders),
    handsOf(raw, best.hash, field),
    readInjected(raw, best, staff, subnets),
    readWeights(raw, best.hash, staff, subnets),
    readDividends(raw, best.hash, field),
    readLocks(raw, best, field.coldkeys),
    freeOf(raw, [AUTHOR], best.hash),
    raw.initialEvents(best.hash),
    raw.outcomes(best.hash),
  ]);
  const moves = stakeMovesOf([...outcomes.values()].flatMap(({ events }) => events));
  const { hash, number } = best;
  return { hash, number, books, hands, injected, weights, dividends, locks, author, drawn: drawnIn(initial), moves };
}
