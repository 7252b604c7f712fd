import type {
  Balance,
  BasketOwed,
  Portfolio,
  RootDividend,
  StakePosition,
  SubnetExit,
  Totals,
} from '../../shared/contract/index.ts';
import { addRao, type Coldkey, type Rao, ZERO_RAO } from '../../shared/units/index.ts';

const sum = (amounts: readonly Rao[]): Rao => amounts.reduce(addRao, ZERO_RAO);

/** Rao that one claim would pay. */
export interface Claim {
  readonly coldkey: Coldkey;
  readonly tao: Rao;
}

/** What claims would pay now: alpha at spot price, baskets as quoted. Below the threshold a claim does nothing. */
export function claimsOf(rootDividends: readonly RootDividend[], baskets: readonly BasketOwed[] = []): Claim[] {
  return [
    ...rootDividends.map((row) => ({ ...row, tao: row.spotValue })),
    ...baskets.map((row) => ({ ...row, tao: row.owed })),
  ]
    .filter(({ owed, threshold }) => owed >= threshold)
    .map(({ coldkey, tao }) => ({ coldkey, tao }));
}

/** What totals are made of. */
interface Holdings {
  readonly balances: readonly Balance[];
  readonly positions: readonly StakePosition[];
  /** Groups that do not overlap. */
  readonly exits: readonly SubnetExit[];
  /** Undefined before anybody read what is owed. */
  readonly claims: readonly Claim[] | undefined;
}

/** Sums in rao. An exit that cannot be sold counts as nothing, one that nobody simulated is missing and makes the sum incomplete. */
function totals({ balances, positions, exits, claims }: Holdings): Totals {
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
    ...(claims === undefined ? {} : { claimable: sum(claims.map(({ tao }) => tao)) }),
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

/** Of all accounts together and of each. `exits` are of both kinds. */
export function totalsOf(holdings: Holdings): Pick<Portfolio, 'totals' | 'accountTotals'> {
  const { balances, positions, claims } = holdings;
  const ownPositions = byColdkey(positions);
  const ownExits = byColdkey(holdings.exits);
  const ownClaims = claims === undefined ? undefined : byColdkey(claims);
  return {
    totals: totals({ ...holdings, exits: ownExits.get(undefined) ?? [] }),
    accountTotals: balances.map((balance) => ({
      address: balance.address,
      totals: totals({
        balances: [balance],
        positions: ownPositions.get(balance.address) ?? [],
        exits: ownExits.get(balance.address) ?? [],
        claims: ownClaims === undefined ? undefined : (ownClaims.get(balance.address) ?? []),
      }),
    })),
  };
}
