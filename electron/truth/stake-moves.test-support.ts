import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import type { RawEvent } from './raw-chain.test-support.ts';

/** What an event says was added to a position (positive) or taken from it. */
export interface StakeMove {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
  /** Rao into the subnet, or out of it. */
  readonly tao: bigint;
  /** Alpha rao, rao on root. */
  readonly alpha: bigint;
}

const SIGNS: Readonly<Record<string, bigint>> = {
  'subtensorModule.StakeAdded': 1n,
  'subtensorModule.StakeRemoved': -1n,
};

/** Every change of stake that a block's events tell, in their order. Claims tell none. */
export function stakeMovesOf(events: readonly RawEvent[]): StakeMove[] {
  return events.flatMap(({ name, data }) => {
    const sign = SIGNS[name];
    if (sign === undefined) return [];
    const [coldkey, hotkey, tao, alpha, netuid] = data;
    if (typeof tao !== 'bigint' || typeof alpha !== 'bigint') throw new Error('the event has no amounts');
    const place = { coldkey: coldkey as Coldkey, hotkey: hotkey as Hotkey, netuid: Number(netuid) as Netuid };
    return [{ ...place, tao: sign * tao, alpha: sign * alpha }];
  });
}

/** Coldkeys for which the chain claimed by itself, from what it did at the beginning of a block. */
export function drawnIn(events: readonly RawEvent[]): ReadonlySet<Coldkey> {
  return new Set(
    events
      .filter(({ name }) => name === 'subtensorModule.RootClaimed')
      .map(({ data: [coldkey] }) => coldkey as Coldkey),
  );
}
