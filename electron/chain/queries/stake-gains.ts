import { type Hotkey, ROOT_NETUID, toAlphaRao } from '../../../shared/units/index.ts';
import type { PositionShares, StakeGain, StakeGainsQuery } from '../delegation-port.ts';
import { listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { getPositionShares } from './position-shares.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

/** Validators looked at for one account; each costs keys on every subnet. */
const MAX_HOTKEYS = 1024;

/**
 * What an account's stake on each subnet gained in shares from one block to another, worth at the later one, over all its
 * validators with root stake before. A subnet where any position lost shares is left out: then something else happened too.
 */
export async function getStakeGains(
  [before, after]: readonly [ReadAt, ReadAt],
  { coldkey, hotkey, netuids }: Pick<StakeGainsQuery, 'coldkey' | 'hotkey' | 'netuids'>,
): Promise<readonly StakeGain[]> {
  const hotkeys = hotkey === undefined ? await stakingHotkeys(before, coldkey) : [hotkey];
  const roots = hotkeys.map((key) => ({ coldkey, hotkey: key, netuid: ROOT_NETUID }));
  const held = (await getPositionShares(before, roots)).filter(({ shares }) => shares > 0n);
  const positions = held.flatMap((root) => netuids.map((netuid) => ({ coldkey, hotkey: root.hotkey, netuid })));
  const [then, now] = await Promise.all([getPositionShares(before, positions), getPositionShares(after, positions)]);
  return netuids.flatMap((netuid) => {
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

/** Every hotkey the account ever staked with. */
async function stakingHotkeys(at: ReadAt, coldkey: StakeGainsQuery['coldkey']): Promise<readonly Hotkey[]> {
  const batch = new StorageBatch(at);
  const stored = batch.add('SubtensorModule', 'StakingHotkeys', keyBytes(coldkey));
  await batch.read();
  const hotkeys = listOf(stored().value ?? []);
  if (hotkeys.length > MAX_HOTKEYS) throw new ScaleError('more validators than can be looked at');
  return hotkeys.map((hotkey) => {
    if (typeof hotkey !== 'string') throw new ScaleError('a staking hotkey is no account');
    return hotkey as Hotkey;
  });
}
