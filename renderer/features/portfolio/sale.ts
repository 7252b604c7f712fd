import type { Exit, SubnetExit, Totals } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { hundredths } from '../../lib/share-text.ts';

/** How much less than at spot price a sale pays, rao. Negative when it would pay more (the two were read at different blocks). */
export interface Gap {
  readonly lost: bigint;
  readonly of: bigint;
  readonly weight: 'none' | 'notable' | 'strong';
}

/** A notable loss is 2 % of the worth at spot price or more, a strong one 5 %. */
const NOTABLE = 200n;
const STRONG = 500n;

export function gapOf(spot: bigint, exit: bigint): Gap {
  const lost = spot - exit;
  const share = hundredths(lost, spot) ?? 0n;
  return { lost, of: spot, weight: share >= STRONG ? 'strong' : share >= NOTABLE ? 'notable' : 'none' };
}

/** Everything of a scope sold now, rao. */
export interface Sale {
  /** free + reserved + what the stake pays; a lower bound unless `complete`. */
  readonly pays: bigint;
  /** Of the stake alone. */
  readonly gap: Gap;
  readonly complete: boolean;
  /** Subnets whose stake the runtime says cannot be sold now; they count as nothing. */
  readonly cannot: readonly Netuid[];
  /** Subnets nobody asked the runtime about yet. */
  readonly unknown: readonly Netuid[];
  /** The oldest block a part of it was simulated at. */
  readonly oldestBlock: number | undefined;
}

export function saleOf(totals: Totals, exits: readonly SubnetExit[]): Sale {
  const pays = totals.free + totals.reserved + totals.stakedExit;
  const asked = exits.filter(({ alpha, netuid }) => alpha > 0n && !isRoot(netuid));
  const having = (is: Exit['is']): Netuid[] => asked.filter(({ exit }) => exit.is === is).map(({ netuid }) => netuid);
  const blocks = asked.flatMap(({ exit }) => (exit.is === 'unknown' ? [] : [exit.blockNumber]));
  return {
    pays,
    gap: gapOf(totals.stakedSpot, totals.stakedExit),
    complete: totals.exitComplete,
    cannot: having('cannot'),
    unknown: having('unknown'),
    oldestBlock: blocks.length === 0 ? undefined : Math.min(...blocks),
  };
}
