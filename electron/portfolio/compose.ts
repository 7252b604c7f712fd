import type { Balance, Portfolio, StakePosition } from '../../shared/contract/index.ts';
import {
  addRao,
  type Netuid,
  type Rao,
  type RaoPerAlpha,
  spotValue,
  toRaoPerAlpha,
  ZERO_RAO,
} from '../../shared/units/index.ts';
import type { AccountRecord, BlockRef, StakePositionRecord } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import { transferable } from '../transactions/index.ts';

/** What was read of the chain at one block. */
export interface PortfolioReading {
  readonly block: BlockRef;
  readonly existentialDeposit: Rao;
  readonly accounts: readonly AccountRecord[];
  readonly positions: readonly StakePositionRecord[];
  /** Rao per alpha. */
  readonly prices: ReadonlyMap<Netuid, RaoPerAlpha>;
}

type Names = Pick<Catalog, 'knownSubnet' | 'knownValidator'>;

const sum = (amounts: readonly Rao[]): Rao => amounts.reduce(addRao, ZERO_RAO);

function balanceOf({ address, free, reserved, frozen }: AccountRecord, existentialDeposit: Rao): Balance {
  return {
    address,
    free,
    reserved,
    frozen,
    transferable: transferable({ free, reserved, frozen }, existentialDeposit),
  };
}

/** Spot value ignores price impact and fees; an alpha without a price is worth nothing here rather than a guess. */
function positionOf(
  { coldkey, hotkey, netuid, alpha }: StakePositionRecord,
  prices: PortfolioReading['prices'],
  names: Names,
): StakePosition {
  const price = prices.get(netuid) ?? toRaoPerAlpha(0n);
  const subnet = names.knownSubnet(netuid);
  const validatorName = names.knownValidator(hotkey)?.name;
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
  };
}

/** The portfolio as the window sees it. Totals are in rao; alphas enter them only by their spot value, rounded down. */
export function composePortfolio(reading: PortfolioReading, names: Names): Portfolio {
  const { block, existentialDeposit, accounts, prices } = reading;
  const balances = accounts.map((account) => balanceOf(account, existentialDeposit));
  const positions = reading.positions
    .filter(({ alpha }) => alpha > 0n)
    .map((position) => positionOf(position, prices, names));
  const free = sum(balances.map((balance) => balance.free));
  const reserved = sum(balances.map((balance) => balance.reserved));
  const stakedSpot = sum(positions.map((position) => position.spotValue));
  return {
    block: { blockNumber: block.blockNumber, blockHash: block.blockHash },
    existentialDeposit,
    balances,
    positions,
    totals: { free, reserved, stakedSpot, total: sum([free, reserved, stakedSpot]) },
  };
}

/** True when two portfolios differ in more than their block. */
export function hasChanged(before: Portfolio | undefined, after: Portfolio): boolean {
  return before === undefined || fingerprint(before) !== fingerprint(after);
}

function fingerprint({ block: _block, ...rest }: Portfolio): string {
  return JSON.stringify(rest, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
