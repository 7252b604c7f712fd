import { isDeepStrictEqual } from 'node:util';
import type { Balance, Earned, Portfolio, StakePosition } from '../../shared/contract/index.ts';
import { type Rao, spotValue, toRaoPerAlpha } from '../../shared/units/index.ts';
import type { StakePositionRecord } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import { transferable } from '../transactions/index.ts';
import type { Baskets } from './baskets.ts';
import type { Dividends } from './dividends.ts';
import type { Exits } from './exits.ts';
import { type PortfolioFacts, positionId } from './facts.ts';
import { groupsOf } from './sales.ts';
import { claimsOf, totalsOf } from './totals.ts';

/** What the portfolio shows beside the facts of its block. */
export interface Beside {
  readonly names: Pick<Catalog, 'knownSubnet' | 'knownValidator'>;
  readonly exits: Pick<Exits, 'get'>;
  readonly dividends: Pick<Dividends, 'rows' | 'hasRead'>;
  readonly baskets: Pick<Baskets, 'rows'>;
  readonly earned: (position: StakePositionRecord) => Earned | undefined;
}

function balanceOf(account: PortfolioFacts['accounts'][number], existentialDeposit: Rao): Balance {
  const { address, free, reserved, frozen } = account;
  return {
    address,
    free,
    reserved,
    frozen,
    transferable: transferable({ free, reserved, frozen }, existentialDeposit),
  };
}

/** Spot value ignores price impact and fees; an alpha without a price is worth nothing here rather than a guess. */
function positionOf(position: StakePositionRecord, prices: PortfolioFacts['prices'], beside: Beside): StakePosition {
  const { coldkey, hotkey, netuid, alpha } = position;
  const price = prices.get(netuid) ?? toRaoPerAlpha(0n);
  const subnet = beside.names.knownSubnet(netuid);
  const validatorName = beside.names.knownValidator(hotkey)?.name;
  const earned = beside.earned(position);
  return {
    coldkey,
    hotkey,
    ...(validatorName === undefined ? {} : { validatorName }),
    netuid,
    subnetName: subnet?.name ?? '',
    symbol: subnet?.symbol ?? '',
    alpha,
    price,
    spotValue: spotValue(alpha, price),
    exit: beside.exits.get(positionId(position), alpha),
    ...(earned === undefined ? {} : { earned }),
  };
}

/** The portfolio as the window sees it. Totals are in rao; alphas enter them only by their spot or exit value. */
export function composePortfolio(facts: PortfolioFacts, beside: Beside): Portfolio {
  const { block, existentialDeposit, prices } = facts;
  const balances = facts.accounts.map((account) => balanceOf(account, existentialDeposit));
  const positions = facts.positions.map((position) => positionOf(position, prices, beside));
  const exits = groupsOf(facts.positions).map(({ id, ...group }) => ({
    ...group,
    exit: beside.exits.get(id, group.alpha),
  }));
  const rootDividends = beside.dividends.rows(facts);
  const baskets = beside.baskets.rows(facts, beside.names);
  const isOwedKnown = beside.dividends.hasRead || baskets !== undefined;
  return {
    block: { blockNumber: block.blockNumber, blockHash: block.blockHash },
    existentialDeposit,
    balances,
    positions,
    exits,
    locks: facts.locks.map((lock) => ({ ...lock })),
    rootDividends,
    ...(baskets === undefined ? {} : { baskets }),
    ...totalsOf({ balances, positions, exits, claims: isOwedKnown ? claimsOf(rootDividends, baskets) : undefined }),
  };
}

/** True when two portfolios differ in more than their block. Compares field by field: a block usually moves the first price. */
export function hasChanged(before: Portfolio | undefined, after: Portfolio): boolean {
  return before === undefined || !isDeepStrictEqual({ ...before, block: undefined }, { ...after, block: undefined });
}
