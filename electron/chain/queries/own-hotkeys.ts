import type { Coldkey, Hotkey, Netuid } from '../../../shared/units/index.ts';
import type { OwnHotkeyRecord, OwnHotkeys } from '../delegation-port.ts';
import { blockNumberOf, listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import { takeOf, toChildren } from './children.ts';
import { getNetworkKeys } from './network-ids.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';
import { getSubnetsUnder } from './subnet-keys.ts';
import { addTakeChange } from './take-changes.ts';

const PALLET = 'SubtensorModule';
/** Maps (hotkey, netuid) that say where a hotkey is at home. */
const HOMES = ['IsNetworkMember', 'ChildKeys', 'ParentKeys'];
/** Hotkeys looked at for one account; a miner may own hundreds, and each costs requests. */
const MAX_HOTKEYS = 256;

interface Owned {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
}

/**
 * The hotkeys of the accounts with their takes, registrations, children and parents. Three waves: whose hotkeys and which
 * subnets; then takes, pending children and the keys of the maps; then what these hold.
 */
export async function getOwnHotkeys(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<OwnHotkeys> {
  const batch = new StorageBatch(at);
  const limits = ['MinDelegateTake', 'MaxDelegateTake', 'TxDelegateTakeRateLimit'].map((item) =>
    batch.add(PALLET, item),
  );
  const lists = coldkeys.map((coldkey) => batch.add(PALLET, 'OwnedHotkeys', keyBytes(coldkey)));
  const [netuids] = await Promise.all([getNetworkKeys(at), batch.read()]);
  const owned = coldkeys.flatMap((coldkey, index) =>
    listOf(lists[index]?.().value ?? [])
      .slice(0, MAX_HOTKEYS)
      .map((hotkey) => ({ coldkey, hotkey: toHotkey(hotkey) })),
  );
  const [min, max, rate] = limits.map((limit) => limit().value);
  return {
    takeMin: takeOf(min),
    takeMax: takeOf(max),
    takeRateLimit: blocksOf(rate),
    hotkeys: owned.length === 0 ? [] : await readHotkeys(at, owned, netuids),
  };
}

async function readHotkeys(
  at: ReadAt,
  owned: readonly Owned[],
  netuids: readonly Netuid[],
): Promise<readonly OwnHotkeyRecord[]> {
  const { codec } = at.runtime;
  const batch = new StorageBatch(at);
  const facts = owned.map(({ hotkey }) => ({
    owner: batch.add(PALLET, 'Owner', keyBytes(hotkey)),
    take: batch.add(PALLET, 'Delegates', keyBytes(hotkey)),
    takeChangedAt: addTakeChange(at, batch, hotkey),
    pending: netuids.map((netuid) => ({
      netuid,
      stored: batch.add(PALLET, 'PendingChildKeys', u16Bytes(netuid), keyBytes(hotkey)),
    })),
  }));
  const homesOf = async ({ hotkey }: Owned): Promise<readonly Netuid[]> => {
    const found = HOMES.map((item) => getSubnetsUnder(at, codec.storage(PALLET, item), keyBytes(hotkey)));
    return (await Promise.all(found)).flat();
  };
  const [homes] = await Promise.all([Promise.all(owned.map(homesOf)), batch.read()]);
  const rows = owned.flatMap(({ coldkey, hotkey }, index) => {
    const fact = facts[index];
    // A list of hotkeys that names somebody else's is out of date or a lie.
    if (fact === undefined || fact.owner().value !== coldkey) return [];
    const { present, value } = fact.take();
    const pending = new Map(
      fact.pending.flatMap(({ netuid, stored }) => (stored().present ? [[netuid, toPending(stored().value)]] : [])),
    );
    return [
      {
        coldkey,
        hotkey,
        ...(present ? { take: takeOf(value) } : {}),
        takeChangedAt: fact.takeChangedAt(),
        pending,
        netuids: [...new Set([...(homes[index] ?? []), ...pending.keys()])].sort((a, b) => a - b),
      },
    ];
  });
  return withSubnets(at, rows);
}

type Pending = NonNullable<OwnHotkeyRecord['subnets'][number]['pending']>;
type Row = Omit<OwnHotkeyRecord, 'subnets'> & {
  readonly pending: ReadonlyMap<Netuid, Pending>;
  readonly netuids: readonly Netuid[];
};

async function withSubnets(at: ReadAt, rows: readonly Row[]): Promise<readonly OwnHotkeyRecord[]> {
  const batch = new StorageBatch(at);
  const filled = rows.map(({ pending, netuids, ...row }) => {
    const subnets = netuids.map((netuid) => {
      const get = (item: string) => batch.add(PALLET, item, keyBytes(row.hotkey), u16Bytes(netuid));
      const stored = {
        member: get('IsNetworkMember'),
        children: get('ChildKeys'),
        parents: get('ParentKeys'),
        take: get('ChildkeyTake'),
      };
      return () => {
        const waiting = pending.get(netuid);
        return {
          netuid,
          registered: stored.member().value === true,
          childkeyTake: takeOf(stored.take().value),
          children: toChildren(stored.children().value),
          parents: toChildren(stored.parents().value),
          ...(waiting === undefined ? {} : { pending: waiting }),
        };
      };
    });
    return () => ({ ...row, subnets: subnets.map((subnet) => subnet()).filter(isHome) });
  });
  await batch.read();
  return filled.map((row) => row());
}

/** Maps keep keys whose value has become empty. */
function isHome({ registered, children, parents, pending }: OwnHotkeyRecord['subnets'][number]): boolean {
  return registered || children.length > 0 || parents.length > 0 || pending !== undefined;
}

/** A span of blocks kept as u64; one longer than any chain means for ever. */
function blocksOf(value: unknown): number {
  return typeof value === 'bigint' ? Number(value > 0xffff_ffffn ? 0xffff_ffffn : value) : 0;
}

/** (Vec<(u64, AccountId32)>, block from which they count). */
function toPending(value: unknown): Pending {
  const [children, fromBlock] = listOf(value);
  return { children: toChildren(children), fromBlock: blockNumberOf(fromBlock) };
}

function toHotkey(value: unknown): Hotkey {
  if (typeof value !== 'string') throw new ScaleError('an owned hotkey is no account');
  return value as Hotkey;
}
