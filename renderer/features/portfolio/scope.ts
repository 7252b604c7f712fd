import type { Balance, Portfolio, StakePosition } from '../../../shared/contract/index.ts';

/** The part of a portfolio that is shown: one account's, or all of it. All in rao; alpha stays in the positions. */
export interface Scope {
  readonly balances: readonly Balance[];
  /** Largest spot value first. */
  readonly positions: readonly StakePosition[];
  readonly free: bigint;
  readonly reserved: bigint;
  readonly frozen: bigint;
  /** Stake at spot price, rao. */
  readonly staked: bigint;
  readonly total: bigint;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Totals of the accounts in `addresses`, or of all when it is undefined. Exact integers; only values in rao are added. */
export function scopeOf(portfolio: Portfolio, addresses: ReadonlySet<string> | undefined): Scope {
  const shown = (address: string): boolean => addresses === undefined || addresses.has(address);
  const balances = portfolio.balances.filter(({ address }) => shown(address));
  const positions = portfolio.positions
    .filter(({ coldkey }) => shown(coldkey))
    .sort((a, b) => (a.spotValue === b.spotValue ? a.netuid - b.netuid : a.spotValue > b.spotValue ? -1 : 1));
  const free = sum(balances.map((balance) => balance.free));
  const reserved = sum(balances.map((balance) => balance.reserved));
  const frozen = sum(balances.map((balance) => balance.frozen));
  const staked = sum(positions.map((position) => position.spotValue));
  return { balances, positions, free, reserved, frozen, staked, total: free + reserved + staked };
}
