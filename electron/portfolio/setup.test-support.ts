import type { Portfolio } from '../../shared/contract/index.ts';
import { type Coldkey, toAlphaRao, toRao, toRaoPerAlpha, toTake } from '../../shared/units/index.ts';
import type { StakePositionRecord, SubnetRecord, ValidatorRecord } from '../chain/port.ts';
import { createCatalog } from '../staking/index.ts';
import { FakeChain } from '../transactions/testing/fake-chain.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../transactions/testing/setup.test-support.ts';
import { createPortfolio } from './index.ts';

export const position = (alpha: bigint, change: Partial<StakePositionRecord> = {}): StakePositionRecord => ({
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: SUBNET,
  alpha: toAlphaRao(alpha),
  isRegistered: true,
  ...change,
});

/** The service over a chain with one account, one position and one pool at a third of a TAO. */
export function setup() {
  let chain = newChain();
  let coldkeys: Coldkey[] = [COLDKEY];
  let accountsChanged: () => void = () => undefined;
  const shown: Portfolio[] = [];
  const inUse = (): FakeChain => chain;
  const service = createPortfolio({
    chain: inUse,
    coldkeys: () => coldkeys,
    onAccountsChange: (listener) => {
      accountsChanged = listener;
      return () => undefined;
    },
    catalog: createCatalog({ chain: inUse }),
    log: { warn: () => undefined },
  });
  return {
    get chain() {
      return chain;
    },
    service,
    shown,
    listen: () =>
      service.watch({
        next: (portfolio) => shown.push(portfolio),
        fail: (error) => {
          throw error;
        },
      }),
    useChain: (next: FakeChain) => {
      chain = next;
      service.resume();
    },
    setAccounts: (next: Coldkey[]) => {
      coldkeys = next;
      accountsChanged();
    },
  };
}

export function newChain(): FakeChain {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO), reserved: toRao(2n * TAO), frozen: toRao(10n * TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 3000n * TAO });
  chain.positions = [position(7n)];
  chain.subnets = [subnet()];
  chain.validators = [validator()];
  return chain;
}
const subnet = (): SubnetRecord => ({
  netuid: SUBNET,
  name: 'Apex',
  symbol: 'α',
  tempo: 360,
  price: toRaoPerAlpha(333n),
  taoIn: toRao(1n),
  alphaIn: toAlphaRao(1n),
  alphaOut: toAlphaRao(1n),
  started: true,
});
const validator = (): ValidatorRecord => ({
  hotkey: HOTKEY,
  owner: FRIEND,
  take: toTake(11_796),
  name: 'Well known',
  nominators: 3,
  registrations: [SUBNET],
  permits: [SUBNET],
  totalStake: [],
});
