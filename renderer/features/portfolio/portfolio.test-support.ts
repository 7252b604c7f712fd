import fc from 'fast-check';
import type { Exit, Portfolio, StakePosition, SubnetExit, Totals } from '../../../shared/contract/index.ts';
import {
  type Coldkey,
  type Hotkey,
  type Netuid,
  type RaoPerAlpha,
  toAlphaRao,
  toNetuid,
  toRao,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';

export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Coldkey;
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Coldkey;
export const HOTKEY = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Hotkey;
export const OTHER_HOTKEY = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw' as Hotkey;

const PRICE = 500_000_000n;

/** One hundred alpha of subnet 1 with one validator, worth 50 TAO at spot price, simulated at block 10. */
export function aPosition(change: Partial<StakePosition> = {}): StakePosition {
  return {
    coldkey: ALICE,
    hotkey: HOTKEY,
    validatorName: 'Good Validator',
    netuid: toNetuid(1),
    subnetName: 'apex',
    symbol: 'α',
    alpha: toAlphaRao(100_000_000_000n),
    price: toRaoPerAlpha(PRICE),
    spotValue: toRao(50_000_000_000n),
    exit: { is: 'pays', tao: toRao(49_000_000_000n), blockNumber: 10 },
    ...change,
  };
}

export const NO_TOTALS: Totals = {
  free: toRao(0n),
  reserved: toRao(0n),
  stakedSpot: toRao(0n),
  total: toRao(0n),
  stakedExit: toRao(0n),
  exitComplete: true,
};

export function aPortfolio(change: Partial<Portfolio> = {}): Portfolio {
  return {
    block: { blockNumber: 10, blockHash: `0x${'ab'.repeat(32)}` },
    existentialDeposit: toRao(500n),
    balances: [],
    positions: [],
    exits: [],
    locks: [],
    rootDividends: [],
    totals: NO_TOTALS,
    accountTotals: [],
    ...change,
  };
}

export const anyRao = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(toRao);
export const anyOwner = fc.constantFrom(ALICE, BOB);
const anyNetuid: fc.Arbitrary<Netuid> = fc.integer({ min: 0, max: 4 }).map(toNetuid);
const anyPrice: fc.Arbitrary<RaoPerAlpha> = fc.bigInt({ min: 0n, max: 10n ** 10n }).map(toRaoPerAlpha);

export const anyExit: fc.Arbitrary<Exit> = fc.oneof(
  fc.record({ is: fc.constant('pays' as const), tao: anyRao, blockNumber: fc.nat(20) }),
  fc.record({ is: fc.constant('cannot' as const), blockNumber: fc.nat(20) }),
  fc.record({ is: fc.constant('unknown' as const) }),
);

const anyPosition: fc.Arbitrary<StakePosition> = fc
  .record({
    coldkey: anyOwner,
    hotkey: fc.constantFrom(HOTKEY, OTHER_HOTKEY),
    validatorName: fc.constantFrom('Good Validator', '=1+1', '', '\u202eevil'),
    netuid: anyNetuid,
    alpha: fc.bigInt({ min: 1n, max: 10n ** 15n }).map(toAlphaRao),
    price: anyPrice,
    spotValue: anyRao,
    exit: anyExit,
  })
  .map((parts) => aPosition(parts));

/** At most one position of an account with a validator on a subnet, as on the chain. */
export const anyPositions = fc.uniqueArray(anyPosition, {
  selector: ({ coldkey, hotkey, netuid }) => `${coldkey}.${hotkey}.${netuid}`,
  maxLength: 20,
});

export const anySubnetExits: fc.Arbitrary<SubnetExit[]> = fc.uniqueArray(
  fc.record({ netuid: anyNetuid, alpha: fc.bigInt({ min: 1n, max: 10n ** 15n }).map(toAlphaRao), exit: anyExit }),
  { selector: ({ netuid }) => netuid },
);
