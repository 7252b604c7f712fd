import { type Coldkey, type Hotkey, isRoot, type Netuid } from '../../../shared/units/index.ts';
import type { ChainGuards } from '../port.ts';
import { getStakeAvailability } from '../runtime-apis/stake-availability.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

export interface GuardQuery {
  readonly coldkey: Coldkey;
  readonly hotkey?: Hotkey;
  readonly netuid?: Netuid;
}

type Reading = { readonly present: boolean; readonly value: unknown };

/** One storage request and, where the runtime has conviction locks, one runtime API call beside it. */
export async function getGuards(at: ReadAt, { coldkey, hotkey, netuid }: GuardQuery): Promise<ChainGuards> {
  const wanted = new Wanted(at);
  const owner = keyBytes(coldkey);
  wanted.add('safeMode', 'SafeMode', 'EnteredUntil');
  wanted.add('swapScheduled', 'SubtensorModule', 'ColdkeySwapScheduled', owner);
  wanted.add('swapAnnounced', 'SubtensorModule', 'ColdkeySwapAnnouncements', owner);
  wanted.add('swapDisputed', 'SubtensorModule', 'ColdkeySwapDisputes', owner);
  if (hotkey !== undefined) wanted.add('owner', 'SubtensorModule', 'Owner', keyBytes(hotkey));
  if (netuid !== undefined) {
    wanted.add('added', 'SubtensorModule', 'NetworksAdded', u16Bytes(netuid));
    wanted.add('started', 'SubtensorModule', 'SubtokenEnabled', u16Bytes(netuid));
  }
  const asksLocks = netuid !== undefined && at.runtime.capabilities.stakeAvailability;
  const [got, available] = await Promise.all([
    wanted.read(),
    asksLocks ? getStakeAvailability(at, coldkey, netuid) : undefined,
  ]);
  const present = (name: string): boolean => got.get(name)?.present ?? false;
  const isOn = (name: string): boolean => got.get(name)?.value === true;
  const always = netuid === undefined || isRoot(netuid);
  return {
    safeMode: present('safeMode'),
    coldkeySwapPending: ['swapScheduled', 'swapAnnounced', 'swapDisputed'].some(present),
    hotkeyExists: hotkey === undefined || present('owner'),
    subnetExists: always || isOn('added'),
    subnetStarted: always || !got.has('started') || isOn('started'),
    ...(available === undefined ? {} : { available }),
  };
}

/** Storage items by a name of ours; those the runtime does not have are left out. */
class Wanted {
  readonly #at: ReadAt;
  readonly #items: { name: string; key: string; decode: (value: string | null) => unknown }[] = [];

  constructor(at: ReadAt) {
    this.#at = at;
  }

  add(name: string, pallet: string, item: string, ...keys: readonly Uint8Array[]): void {
    const entry = this.#at.runtime.codec.storage(pallet, item);
    if (entry !== undefined) this.#items.push({ name, key: entry.key(...keys), decode: entry.decode });
  }

  async read(): Promise<ReadonlyMap<string, Reading>> {
    const values = await this.#at.storage(this.#items.map((item) => item.key));
    return new Map(
      this.#items.map(({ name, decode }, index) => {
        const raw = values[index] ?? null;
        return [name, { present: raw !== null, value: decode(raw) }];
      }),
    );
  }
}
