import { type Hotkey, type Netuid, ROOT_NETUID, toAlphaRao } from '../../../shared/units/index.ts';
import type { PositionShares, StakeGain, StakeGainsQuery } from '../delegation-port.ts';
import { listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { getEpochs } from './epochs.ts';
import { getPositionShares } from './position-shares.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes, needStorage } from './storage-entry.ts';

const PALLET = 'SubtensorModule';

/** Validators looked at for one account; each costs keys on every subnet. */
const MAX_HOTKEYS = 1024;

/**
 * What an account's stake on each subnet gained in shares from one block to another, worth at the later one, over all its
 * validators with root stake before. A subnet is left out where any position lost shares, where another extrinsic of the
 * later block moved stake of the account, and where an epoch may have paid this account shares of its own (take, miner's or
 * owner's emission): then something else happened too. Nothing is told where another extrinsic claimed for it.
 */
export async function getStakeGains(
  [before, after]: readonly [ReadAt, ReadAt],
  { coldkey, hotkey, netuids, index }: Pick<StakeGainsQuery, 'coldkey' | 'hotkey' | 'netuids' | 'index'>,
): Promise<readonly StakeGain[]> {
  const hotkeys = hotkey === undefined ? await stakingHotkeys(before, coldkey) : [hotkey];
  const roots = hotkeys.map((key) => ({ coldkey, hotkey: key, netuid: ROOT_NETUID }));
  const held = (await getPositionShares(before, roots)).filter(({ shares }) => shares > 0n);
  const positions = held.flatMap((root) => netuids.map((netuid) => ({ coldkey, hotkey: root.hotkey, netuid })));
  const [then, now, paid, others] = await Promise.all([
    getPositionShares(before, positions),
    getPositionShares(after, positions),
    paidByEpoch([before, after], coldkey, netuids),
    byOthers(after, coldkey, index),
  ]);
  if (others.claimed) return [];
  return netuids.flatMap((netuid) => {
    if (paid.has(netuid) || others.moved.has(netuid)) return [];
    const gains = now.map((row, at) => gainOf(then[at], row)).filter((_gain, at) => now[at]?.netuid === netuid);
    if (gains.some((gain) => gain === undefined)) return [];
    return [{ netuid, alpha: toAlphaRao(gains.reduce<bigint>((sum, gain) => sum + (gain ?? 0n), 0n)) }];
  });
}

/** Nearest base unit: issuing shares rounds one way, reading them back the other. */
function gainOf(before: PositionShares | undefined, after: PositionShares): bigint | undefined {
  const gained = after.shares - (before?.shares ?? 0n);
  if (before === undefined || gained < 0n) return undefined;
  if (gained === 0n || after.totalShares === 0n) return 0n;
  return (gained * after.totalAlpha * 2n + after.totalShares) / (after.totalShares * 2n);
}

/**
 * Subnets whose epoch ran between the two and may have paid the account itself: it pays takes and emission to whom a hotkey
 * belongs to. Nominators get no shares, theirs are worth more. Root has no epoch.
 */
async function paidByEpoch(
  [before, after]: readonly [ReadAt, ReadAt],
  coldkey: StakeGainsQuery['coldkey'],
  netuids: readonly Netuid[],
): Promise<ReadonlySet<Netuid>> {
  const batch = new StorageBatch(after);
  const owned = batch.add(PALLET, 'OwnedHotkeys', keyBytes(coldkey));
  const wanted = netuids.filter((netuid) => netuid !== ROOT_NETUID).map((netuid) => ({ netuid, hotkeys: [] }));
  const [epochs] = await Promise.all([getEpochs(after, wanted), batch.read()]);
  if (listOf(owned().value ?? []).length === 0) return new Set();
  return new Set(epochs.filter(({ epochBlock }) => epochBlock > before.block.blockNumber).map(({ netuid }) => netuid));
}

/** Positions in StakeAdded and StakeRemoved (coldkey, hotkey, tao, alpha, netuid[, fee]); the fields have no names. */
const [COLDKEY_AT, NETUID_AT] = [0, 4];

/** What extrinsics of a block other than the one at `index` did to the account's stake: where they moved some, and whether they claimed. */
async function byOthers(
  at: ReadAt,
  coldkey: StakeGainsQuery['coldkey'],
  index: number,
): Promise<{ readonly moved: ReadonlySet<unknown>; readonly claimed: boolean }> {
  const { codec } = at.runtime;
  const [raw = null] = await at.storage([needStorage(codec, 'System', 'Events').key()], true);
  const others = codec
    .events(raw)
    .filter(({ extrinsic, event }) => extrinsic !== undefined && extrinsic !== index && event.pallet === PALLET)
    .map(({ event: { name, fields } }) => ({ name, values: fields.map(({ value }) => value) }))
    .filter(({ values }) => values[COLDKEY_AT] === coldkey);
  const moves = others.filter(({ name }) => name === 'StakeAdded' || name === 'StakeRemoved');
  return {
    moved: new Set(moves.map(({ values }) => Number(values[NETUID_AT]))),
    claimed: others.some(({ name }) => name === 'RootClaimed'),
  };
}

/** Every hotkey the account ever staked with. */
async function stakingHotkeys(at: ReadAt, coldkey: StakeGainsQuery['coldkey']): Promise<readonly Hotkey[]> {
  const batch = new StorageBatch(at);
  const stored = batch.add(PALLET, 'StakingHotkeys', keyBytes(coldkey));
  await batch.read();
  const hotkeys = listOf(stored().value ?? []);
  if (hotkeys.length > MAX_HOTKEYS) throw new ScaleError('more validators than can be looked at');
  return hotkeys.map((hotkey) => {
    if (typeof hotkey !== 'string') throw new ScaleError('a staking hotkey is no account');
    return hotkey as Hotkey;
  });
}
