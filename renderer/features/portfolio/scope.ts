import type {
  Balance,
  BasketOwed,
  Portfolio,
  RootDividend,
  StakeLock,
  StakePosition,
  SubnetExit,
  Totals,
} from '../../../shared/contract/index.ts';
import { ZERO_RAO } from '../../../shared/units/index.ts';

/** The part of a portfolio that is shown: one account's, or all of it. */
export interface Scope {
  readonly balances: readonly Balance[];
  readonly positions: readonly StakePosition[];
  /** Everything of this scope on one subnet, sold together: the account's own, or that of all accounts. */
  readonly exits: readonly SubnetExit[];
  readonly locks: readonly StakeLock[];
  readonly rootDividends: readonly RootDividend[];
  /** Undefined where there are none, and before they were read. */
  readonly baskets: readonly BasketOwed[] | undefined;
  /** As main added them up, rao. */
  readonly totals: Totals;
  /** Part of free, rao. */
  readonly frozen: bigint;
}

/** Of an account that the portfolio does not know yet: nothing, and nothing is claimed about what it would pay. */
const NOT_READ: Totals = {
  free: ZERO_RAO,
  reserved: ZERO_RAO,
  stakedSpot: ZERO_RAO,
  total: ZERO_RAO,
  stakedExit: ZERO_RAO,
  exitComplete: false,
};

/** What belongs to the account, or to all of them when `address` is undefined. Exits of a scope are never sums of others. */
export function scopeOf(portfolio: Portfolio, address: string | undefined): Scope {
  const mine = ({ coldkey }: { readonly coldkey: string }): boolean => address === undefined || coldkey === address;
  const balances = portfolio.balances.filter((balance) => address === undefined || balance.address === address);
  return {
    balances,
    positions: portfolio.positions.filter(mine),
    exits: portfolio.exits.filter(({ coldkey }) => coldkey === address),
    locks: portfolio.locks.filter(mine),
    rootDividends: portfolio.rootDividends.filter(mine),
    baskets: portfolio.baskets?.filter(mine),
    totals:
      address === undefined
        ? portfolio.totals
        : (portfolio.accountTotals.find((entry) => entry.address === address)?.totals ?? NOT_READ),
    frozen: balances.reduce((sum, { frozen }) => sum + frozen, 0n),
  };
}
