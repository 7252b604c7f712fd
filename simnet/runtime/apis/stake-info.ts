import type { AccountId } from '../hex.ts';
import { convictionOf, findLock, lockedOn, mostConvicted } from '../locks/book.ts';
import { feeOf } from '../pool/pool.ts';
import { feeRateOf, hasPool } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { type PositionId, positionsOf, stakeOf } from '../stake/position.ts';
import { IsNetworkMember } from '../storage/neurons.ts';
import { AlphaDividendsPerSubnet } from '../storage/stake.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

function stakeInfo(state: StateReader, id: PositionId, stake: bigint): unknown {
  return {
    ...id,
    stake,
    locked: 0n,
    emission: AlphaDividendsPerSubnet.get(state, id.netuid, id.hotkey),
    tao_emission: 0n,
    drain: 0n,
    is_registered: IsNetworkMember.get(state, id.hotkey, id.netuid),
  };
}

function infoForColdkey(state: StateReader, coldkey: AccountId): unknown[] {
  return [...positionsOf(state, coldkey)].map(([id, stake]) => stakeInfo(state, id, stake));
}

/** Longer lists are answered with nothing, as the chain does. */
const MAX_COLDKEYS = 256;

/** All stake of a coldkey by subnet, and what of it is locked. */
function availability(state: StateReader, coldkey: AccountId, wanted: ReadonlySet<number> | undefined): unknown[] {
  const totals = new Map<number, bigint>();
  for (const [{ netuid }, stake] of positionsOf(state, coldkey)) totals.set(netuid, (totals.get(netuid) ?? 0n) + stake);
  return [...totals]
    .filter(([netuid]) => wanted === undefined || wanted.has(netuid))
    .sort(([a], [b]) => a - b)
    .map(([netuid, total]) => {
      const locked = lockedOn(state, coldkey, netuid);
      return [netuid, { total, locked, available: total > locked ? total - locked : 0n }];
    });
}

type Place = readonly [hotkey: AccountId, netuid: number] | undefined;

/** The leg that pays: the origin's pool where there is one, else the destination's; in the unit of that leg's input. */
function stakeFee(state: StateReader, origin: Place, destination: Place, amount: bigint): bigint {
  if (origin?.[1] === destination?.[1]) return 0n;
  const payer = [origin, destination].find((place) => place !== undefined && hasPool(state, place[1]));
  return payer === undefined ? 0n : feeOf(amount, feeRateOf(state, payer[1]));
}

export const stakeInfoApi: ApiMethods = {
  get_stake_info_for_coldkey: ({ state }: ApiContext, coldkey: AccountId) => infoForColdkey(state, coldkey),
  get_stake_info_for_coldkeys: ({ state }: ApiContext, coldkeys: readonly AccountId[]) =>
    coldkeys.map((coldkey) => [coldkey, infoForColdkey(state, coldkey)]),
  get_stake_info_for_hotkey_coldkey_netuid: (
    { state }: ApiContext,
    hotkey: AccountId,
    coldkey: AccountId,
    netuid: number,
  ) => {
    const id = { hotkey, coldkey, netuid };
    return stakeInfo(state, id, stakeOf(state, id));
  },
  get_stake_availability_for_coldkeys: (
    { state }: ApiContext,
    coldkeys: readonly AccountId[],
    wanted: readonly number[] | undefined,
  ) => {
    if (coldkeys.length === 0 || coldkeys.length > MAX_COLDKEYS) return [];
    const filter = wanted === undefined ? undefined : new Set(wanted);
    return [...new Set(coldkeys)].sort().map((coldkey) => [coldkey, availability(state, coldkey, filter)]);
  },
  get_stake_fee: (
    { state }: ApiContext,
    origin: Place,
    _from: AccountId,
    destination: Place,
    _to: AccountId,
    amount: bigint,
  ) => stakeFee(state, origin, destination, amount),
  get_coldkey_lock: ({ state }: ApiContext, coldkey: AccountId, netuid: number) =>
    findLock(state, coldkey, netuid)?.lock,
  get_hotkey_conviction: ({ state }: ApiContext, hotkey: AccountId, netuid: number) =>
    convictionOf(state, hotkey, netuid),
  get_most_convicted_hotkey_on_subnet: ({ state }: ApiContext, netuid: number) => mostConvicted(state, netuid),
};
