import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey, Netuid } from '../../shared/units/index.ts';
import type { Place } from './holdings.test-support.ts';
import { holdingsOf } from './holdings.test-support.ts';
import { subnetAccount } from './lab-bench.test-support.ts';
import { accountOf, uintAt, uintOf } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

/** One subnet's ledger. Rao and alpha rao. */
export interface SubnetBooks {
  readonly netuid: Netuid;
  /** In the pool, and (on root) of all stakers. */
  readonly tao: bigint;
  /** Free balance of the subnet's keyless account, less the existential deposit that keeps it alive. */
  readonly account: bigint;
  readonly alphaIn: bigint;
  readonly alphaOut: bigint;
  /** TAO weight of the pool in parts of 1e18. */
  readonly quote: bigint;
  /** TotalHotkeyAlpha of all hotkeys: alpha that is somebody's stake. */
  readonly staked: bigint;
  /** Alpha that waits for the next epoch. */
  readonly pots: Pots;
  /** What is left of alphaOut: root dividends that nobody has claimed yet. */
  readonly unclaimed: bigint;
}

/** Alpha rao for the subnet's owner, its miners, its validators, and the root stakers of these. */
export interface Pots {
  readonly owner: bigint;
  readonly miners: bigint;
  readonly validators: bigint;
  readonly root: bigint;
}

export const inPots = ({ owner, miners, validators, root }: Pots): bigint => owner + miners + validators + root;

/** Everything the chain says there is, from raw storage at one block. */
export interface Books {
  /** Free and reserved of every account there is, pools included. */
  readonly accounts: bigint;
  readonly balancesIssuance: bigint;
  readonly stakingIssuance: bigint;
  readonly totalStake: bigint;
  /** Rao that the block could mint. */
  readonly blockEmission: bigint;
  readonly subnets: readonly SubnetBooks[];
  /** Positions of those who do nothing. */
  readonly bystanders: readonly bigint[];
}

const PALLET = 'SubtensorModule';

/** Alpha of all hotkeys by netuid, which is the end of the key. */
async function stakedByNetuid(raw: RawChain, at: string): Promise<Map<number, bigint>> {
  const staked = new Map<number, bigint>();
  for (const [key, value] of await raw.entries(raw.prefix(PALLET, 'TotalHotkeyAlpha'), at)) {
    const netuid = Number(uintAt(`0x${key.slice(-4)}`, 0, 2));
    staked.set(netuid, (staked.get(netuid) ?? 0n) + uintOf(value));
  }
  return staked;
}

async function allAccounts(raw: RawChain, at: string): Promise<bigint> {
  const entries = await raw.entries(raw.prefix('System', 'Account'), at);
  return entries.reduce((sum, [, value]) => {
    const { free, reserved } = accountOf(value);
    return sum + free + reserved;
  }, 0n);
}

export async function readBooks(
  raw: RawChain,
  at: string,
  netuids: readonly Netuid[],
  bystanders: readonly Place[],
): Promise<Books> {
  const single = [
    raw.key('Balances', 'TotalIssuance'),
    raw.key(PALLET, 'TotalIssuance'),
    raw.key(PALLET, 'TotalStake'),
    raw.key(PALLET, 'BlockEmission'),
  ];
  const ofSubnet = netuids.flatMap((netuid) => [
    raw.key(PALLET, 'SubnetTAO', netuid),
    raw.key('System', 'Account', subnetAccount(netuid)),
    raw.key(PALLET, 'SubnetAlphaIn', netuid),
    raw.key(PALLET, 'SubnetAlphaOut', netuid),
    raw.key(PALLET, 'PendingOwnerCut', netuid),
    raw.key(PALLET, 'PendingServerEmission', netuid),
    raw.key(PALLET, 'PendingValidatorEmission', netuid),
    raw.key(PALLET, 'PendingRootAlphaDivs', netuid),
    raw.key('Swap', 'SwapBalancer', netuid),
  ]);
  const [accounts, staked, held, values] = await Promise.all([
    allAccounts(raw, at),
    stakedByNetuid(raw, at),
    holdingsOf(raw, bystanders, at),
    raw.read([...single, ...ofSubnet], at),
  ]);
  const number = (index: number): bigint => uintOf(values[index] ?? null);
  return {
    accounts,
    balancesIssuance: number(0),
    stakingIssuance: number(1),
    totalStake: number(2),
    blockEmission: number(3),
    subnets: netuids.map((netuid, index) => {
      const first = single.length + index * 9;
      const [alphaOut, held] = [number(first + 3), staked.get(netuid) ?? 0n];
      const pots = {
        owner: number(first + 4),
        miners: number(first + 5),
        validators: number(first + 6),
        root: number(first + 7),
      };
      return {
        netuid,
        tao: number(first),
        account: accountOf(values[first + 1] ?? null).free - 500n,
        alphaIn: number(first + 2),
        alphaOut,
        quote: number(first + 8),
        staked: held,
        pots,
        unclaimed: alphaOut - held - inPots(pots),
      };
    }),
    bystanders: held.map(({ alpha }) => alpha),
  };
}

/** The keyless account that earns all fees of this network. */
export const AUTHOR = addressOf<Coldkey>(new TextEncoder().encode('modlsimnet-block-author'.padEnd(32, '\0')));
