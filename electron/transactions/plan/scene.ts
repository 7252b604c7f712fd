import type { Asset } from '../../../shared/contract/index.ts';
import {
  type Coldkey,
  type Hotkey,
  isRoot,
  type Netuid,
  type RaoPerAlpha,
  ROOT_NETUID,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';
import type { RootDividendRecord } from '../../chain/delegation-port.ts';
import type { AccountRecord, BlockRef, ChainClient, ChainGuards, StakePositionRecord } from '../../chain/port.ts';
import { accountOf } from './account.ts';
import type { PlanContext } from './planner.ts';
import { heldBy } from './position.ts';
import { ONE_TO_ONE, tradeAsset } from './trade.ts';

/** Everything read once for the stake operations of an account. */
export interface Scene {
  readonly context: PlanContext;
  readonly chain: ChainClient;
  readonly coldkey: Coldkey;
  readonly block: BlockRef;
  readonly account: AccountRecord;
  /** Of the account and of those it transfers to. */
  readonly positions: readonly StakePositionRecord[];
  priceOf(netuid: Netuid): RaoPerAlpha;
  assetOf(netuid: Netuid): Promise<Asset>;
  /** What stands in the way of a call with this validator on this subnet; each pair is asked once. */
  guardsOf(hotkey: Hotkey, netuid: Netuid): Promise<ChainGuards>;
  /** Root dividends that a validator owes the account; empty where the runtime has none. */
  owedBy(hotkey: Hotkey): Promise<readonly RootDividendRecord[]>;
  /** What stands in the way of any call of the account; every answer above tells it too. */
  accountGuards(): Promise<Pick<ChainGuards, 'safeMode' | 'coldkeySwapPending' | 'rootHold'>>;
}

/** @throws AppError chain.* */
export async function readScene(
  context: PlanContext,
  coldkey: Coldkey,
  recipients: readonly Coldkey[] = [],
): Promise<Scene> {
  const { chain } = context;
  const coldkeys = [...new Set([coldkey, ...recipients])];
  const [accounts, positions, prices] = await Promise.all([
    chain.getAccounts([coldkey]),
    chain.getStakePositions(coldkeys),
    chain.getPrices(),
  ]);
  let anyGuards: Promise<ChainGuards> | undefined;
  const rootHotkeys = (): Hotkey[] =>
    positions.value.filter((one) => one.coldkey === coldkey && isRoot(one.netuid)).map(({ hotkey }) => hotkey);
  return {
    context,
    chain,
    coldkey,
    block: accounts.block,
    account: accountOf(accounts.value, coldkey),
    positions: positions.value,
    priceOf: (netuid) => (isRoot(netuid) ? ONE_TO_ONE : (prices.value.get(netuid) ?? toRaoPerAlpha(0n))),
    assetOf: once(String, async (netuid: Netuid) => tradeAsset(netuid, await context.symbolOf(netuid))),
    guardsOf: oncePair((hotkey, netuid) => {
      const asked = chain.getGuards({ coldkey, hotkey, netuid });
      anyGuards ??= asked;
      return asked;
    }),
    owedBy: once(String, async (hotkey: Hotkey) => {
      if (!chain.capabilities().rootClaims) return [];
      const rootStake = heldBy(positions.value, coldkey, hotkey, ROOT_NETUID);
      return (await chain.getRootDividends([{ coldkey, hotkey, rootStake }])).value;
    }),
    accountGuards: () => (anyGuards ??= chain.getGuards({ coldkey, rootHotkeys: rootHotkeys() })),
  };
}

function once<K, T>(nameOf: (key: K) => string, read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const name = nameOf(key);
    const found = known.get(name) ?? read(key);
    known.set(name, found);
    return found;
  };
}

function oncePair<T>(
  read: (hotkey: Hotkey, netuid: Netuid) => Promise<T>,
): (hotkey: Hotkey, netuid: Netuid) => Promise<T> {
  const asked = once(
    ({ hotkey, netuid }: { hotkey: Hotkey; netuid: Netuid }) => `${netuid}/${hotkey}`,
    ({ hotkey, netuid }) => read(hotkey, netuid),
  );
  return (hotkey, netuid) => asked({ hotkey, netuid });
}
