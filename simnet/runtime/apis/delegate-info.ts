import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { positionsOf, stakeOf } from '../stake/position.ts';
import { netuids } from '../stake/subnets.ts';
import { Tempo } from '../storage/epoch.ts';
import { Delegates, Owner } from '../storage/hotkeys.ts';
import { IsNetworkMember, Uids, ValidatorPermit } from '../storage/neurons.ts';
import { Alpha, AlphaDividendsPerSubnet, AlphaV2, TotalHotkeyAlpha } from '../storage/stake.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

const BLOCKS_PER_DAY = 7_200n;
/** The chain states returns per thousand TAO of root stake. */
const PER = 1_000_000_000_000n;

type Nominator = readonly [coldkey: AccountId, stakes: readonly (readonly [netuid: number, alpha: bigint])[]];

function nominatorsOf(state: StateReader, hotkey: AccountId): Nominator[] {
  const byColdkey = new Map<AccountId, Set<number>>();
  for (const map of [Alpha, AlphaV2]) {
    for (const [[, coldkey, netuid]] of map.entries(state, hotkey)) {
      const subnets = byColdkey.get(coldkey);
      if (subnets === undefined) byColdkey.set(coldkey, new Set([netuid]));
      else subnets.add(netuid);
    }
  }
  return [...byColdkey].map(([coldkey, subnets]): Nominator => {
    const stakes = [...subnets]
      .sort((a, b) => a - b)
      .map((netuid) => [netuid, stakeOf(state, { hotkey, coldkey, netuid })] as const);
    return [coldkey, stakes.filter(([, alpha]) => alpha > 0n)];
  });
}

/** Nominator dividends of a day, summed over subnets as the chain does (different alphas: not a yield). */
function dailyReturn(state: StateReader, hotkey: AccountId, subnets: readonly number[]): bigint {
  return subnets.reduce((sum, netuid) => {
    const period = BigInt(Math.max(Tempo.get(state, netuid), 1));
    return sum + (AlphaDividendsPerSubnet.get(state, netuid, hotkey) * BLOCKS_PER_DAY) / period;
  }, 0n);
}

/** Looks up once what every delegate's answer needs: a list of permits is as long as its subnet. */
class Seats {
  readonly subnets: readonly number[];
  readonly #state: StateReader;
  readonly #permits = new Map<number, readonly boolean[]>();

  constructor(state: StateReader) {
    this.#state = state;
    this.subnets = netuids(state);
  }

  mayValidate(netuid: number, hotkey: AccountId): boolean {
    const uid = Uids.find(this.#state, netuid, hotkey);
    if (uid === undefined) return false;
    let permits = this.#permits.get(netuid);
    if (permits === undefined) {
      permits = ValidatorPermit.get(this.#state, netuid);
      this.#permits.set(netuid, permits);
    }
    return permits[uid] === true;
  }
}

function delegateInfo(state: StateReader, hotkey: AccountId, seats: Seats, withNominators: boolean): unknown {
  const registrations = seats.subnets.filter((netuid) => IsNetworkMember.get(state, hotkey, netuid));
  const daily = dailyReturn(state, hotkey, seats.subnets);
  const rootStake = TotalHotkeyAlpha.get(state, hotkey, 0);
  return {
    delegate_ss58: hotkey,
    take: Delegates.get(state, hotkey),
    nominators: withNominators ? nominatorsOf(state, hotkey) : [],
    owner_ss58: Owner.get(state, hotkey),
    registrations,
    validator_permits: registrations.filter((netuid) => seats.mayValidate(netuid, hotkey)),
    return_per_1000: rootStake === 0n ? 0n : (daily * PER) / rootStake,
    total_daily_return: daily,
  };
}

function delegated(state: StateReader, coldkey: AccountId): unknown[] {
  const seats = new Seats(state);
  const byHotkey = new Map<AccountId, (readonly [netuid: number, stake: bigint])[]>();
  for (const [{ hotkey, netuid }, stake] of positionsOf(state, coldkey)) {
    const rows = byHotkey.get(hotkey);
    if (rows === undefined) byHotkey.set(hotkey, [[netuid, stake]]);
    else rows.push([netuid, stake]);
  }
  return [...byHotkey].flatMap(([hotkey, rows]) => {
    if (!Delegates.has(state, hotkey)) return [];
    const info = delegateInfo(state, hotkey, seats, false);
    return rows.map((row) => [info, row]);
  });
}

export const delegateInfoApi: ApiMethods = {
  get_delegates: ({ state }: ApiContext) => {
    const seats = new Seats(state);
    return [...Delegates.entries(state)].map(([[hotkey]]) => delegateInfo(state, hotkey, seats, true));
  },
  get_delegate: ({ state }: ApiContext, hotkey: AccountId) =>
    Delegates.has(state, hotkey) ? delegateInfo(state, hotkey, new Seats(state), true) : undefined,
  get_delegated: ({ state }: ApiContext, coldkey: AccountId) => delegated(state, coldkey),
};
