import type { Balance, Portfolio, StakePosition, SubnetExit, Totals } from '../../shared/contract/index.ts';
import { addRao, type Coldkey, type Rao, ZERO_RAO } from '../../shared/units/index.ts';

const sum = (amounts: readonly Rao[]): Rao => amounts.reduce(addRao, ZERO_RAO);

/**
 * Sums in rao. `exits` are groups that do not overlap: one that cannot be sold counts as nothing, one that nobody simulated
 * is missing and makes the sum incomplete.
 */
function totals(
  balances: readonly Balance[],
  positions: readonly StakePosition[],
  exits: readonly SubnetExit[],
): Totals {
  const free = sum(balances.map((balance) => balance.free));
  const reserved = sum(balances.map((balance) => balance.reserved));
  const stakedSpot = sum(positions.map((position) => position.spotValue));
  return {
    free,
    reserved,
    stakedSpot,
    total: sum([free, reserved, stakedSpot]),
    stakedExit: sum(exits.map(({ exit }) => (exit.is === 'pays' ? exit.tao : ZERO_RAO))),
    exitComplete: exits.every(({ exit }) => exit.is !== 'unknown'),
  };
}

function byColdkey<T extends { readonly coldkey?: Coldkey | undefined }>(
  rows: readonly T[],
): Map<Coldkey | undefined, T[]> {
  const found = new Map<Coldkey | undefined, T[]>();
  for (const row of rows) {
    const own = found.get(row.coldkey);
    if (own === undefined) found.set(row.coldkey, [row]);
    else own.push(row);
  }
  return found;
}

/** Of all accounts together and of each. */
export function totalsOf(
  balances: readonly Balance[],
  positions: readonly StakePosition[],
  exits: readonly SubnetExit[],
): Pick<Portfolio, 'totals' | 'accountTotals'> {
  const ownPositions = byColdkey(positions);
  const ownExits = byColdkey(exits);
  return {
    totals: totals(balances, positions, ownExits.get(undefined) ?? []),
    accountTotals: balances.map((balance) => ({
      address: balance.address,
      totals: totals([balance], ownPositions.get(balance.address) ?? [], ownExits.get(balance.address) ?? []),
    })),
  };
}
