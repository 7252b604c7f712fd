import { type Coldkey, type Hotkey, type Netuid, toNetuid, toTake } from '../../../shared/units/index.ts';
import type { ChildRecord, OwnHotkeyRecord, OwnHotkeys } from '../delegation-port.ts';
import { listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import { type SubnetValue, valuesBySubnet } from './map-keys.ts';
import { asInt, multiQuery } from './multi-query.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';
import { blockOf } from './take-changes.ts';

/** What a lying node can make us ask for at most. */
const MAX_HOTKEYS = 500;
const BY_SUBNET = ['ChildKeys', 'ParentKeys', 'IsNetworkMember', 'ChildkeyTake'] as const;

interface Own {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
}

/** Hotkeys that the accounts own, what they take and whom they lend stake to. Four waves. */
export async function getOwnHotkeys(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<OwnHotkeys> {
  const [owned = [], [takeMin] = [], [takeMax] = [], [rateLimit] = []] = await multiQuery(at, [
    { item: 'OwnedHotkeys', keys: coldkeys.map((coldkey) => [keyBytes(coldkey)]) },
    { item: 'MinDelegateTake', keys: [[]] },
    { item: 'MaxDelegateTake', keys: [[]] },
    { item: 'TxDelegateTakeRateLimit', keys: [[]] },
  ]);
  const own = coldkeys
    .flatMap((coldkey, index) => listOf(owned[index]).map((hotkey) => ({ coldkey, hotkey: accountOf(hotkey) })))
    .slice(0, MAX_HOTKEYS);
  return {
    takeMin: toTake(Number(asInt(takeMin))),
    takeMax: toTake(Number(asInt(takeMax))),
    takeRateLimit: blockOf(rateLimit),
    hotkeys: await describe(at, own),
  };
}

async function describe(at: ReadAt, own: readonly Own[]): Promise<readonly OwnHotkeyRecord[]> {
  if (own.length === 0) return [];
  const hotkeys = own.map(({ hotkey }) => hotkey);
  const entry = at.runtime.codec.storage('SubtensorModule', 'Delegates');
  const delegateKeys = entry === undefined ? [] : hotkeys.map((hotkey) => entry.key(keyBytes(hotkey)));
  const [maps, delegates, [changes = []]] = await Promise.all([
    Promise.all(BY_SUBNET.map((item) => valuesBySubnet(at, item, hotkeys))),
    at.storage(delegateKeys),
    multiQuery(at, [{ item: 'LastTxBlockDelegateTake', keys: hotkeys.map((hotkey) => [keyBytes(hotkey)]) }]),
  ]);
  const [children = [], parents = [], members = [], takes = []] = maps;
  const subnetsOf = own.map((_, index) =>
    mentioned([children[index], parents[index], (members[index] ?? []).filter(({ value }) => value === true)]),
  );
  const pending = await readPending(at, own, subnetsOf);
  return own.map(({ coldkey, hotkey }, index) => {
    const stored = delegates[index] ?? null;
    const take = stored === null ? undefined : entry?.decode(stored);
    return {
      coldkey,
      hotkey,
      ...(typeof take === 'bigint' ? { take: toTake(Number(take)) } : {}),
      takeChangedAt: blockOf(changes[index]),
      subnets: (subnetsOf[index] ?? []).map((netuid) => {
        const waiting = pending.get(`${hotkey} ${netuid}`);
        return {
          netuid,
          registered: on(members[index], netuid) === true,
          childkeyTake: toTake(Number(asInt(on(takes[index], netuid)))),
          children: childrenOf(on(children[index], netuid)),
          parents: childrenOf(on(parents[index], netuid)),
          ...(waiting === undefined ? {} : { pending: waiting }),
        };
      }),
    };
  });
}

type Waiting = NonNullable<OwnHotkeyRecord['subnets'][number]['pending']>;

/** PendingChildKeys(netuid, hotkey) = (children, block from which they hold); stored only while something waits. */
async function readPending(
  at: ReadAt,
  own: readonly Own[],
  subnetsOf: readonly (readonly Netuid[])[],
): Promise<ReadonlyMap<string, Waiting>> {
  const entry = at.runtime.codec.storage('SubtensorModule', 'PendingChildKeys');
  if (entry === undefined) return new Map();
  const places = own.flatMap(({ hotkey }, index) => (subnetsOf[index] ?? []).map((netuid) => ({ hotkey, netuid })));
  const values = await at.storage(places.map(({ hotkey, netuid }) => entry.key(u16Bytes(netuid), keyBytes(hotkey))));
  return new Map(
    places.flatMap(({ hotkey, netuid }, index): [string, Waiting][] => {
      const stored = values[index] ?? null;
      if (stored === null) return [];
      const [children, fromBlock] = listOf(entry.decode(stored));
      return [[`${hotkey} ${netuid}`, { children: childrenOf(children), fromBlock: blockOf(fromBlock) }]];
    }),
  );
}

const on = (values: readonly SubnetValue[] | undefined, netuid: Netuid): unknown =>
  values?.find((one) => one.netuid === netuid)?.value;

function mentioned(lists: readonly (readonly SubnetValue[] | undefined)[]): readonly Netuid[] {
  return [...new Set(lists.flatMap((list) => (list ?? []).map(({ netuid }) => netuid)))]
    .sort((a, b) => a - b)
    .map(toNetuid);
}

/** Vec<(u64, AccountId32)>. */
function childrenOf(value: unknown): readonly ChildRecord[] {
  return listOf(value ?? []).map((pair) => {
    const [proportion, hotkey] = listOf(pair);
    return { hotkey: accountOf(hotkey), proportion: asInt(proportion) };
  });
}

function accountOf(value: unknown): Hotkey {
  if (typeof value !== 'string') throw new ScaleError('a hotkey is not an account');
  return value as Hotkey;
}
