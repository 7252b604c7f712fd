import { expect } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import { ROOT_NETUID, toPpm, toRao } from '../../shared/units/index.ts';
import { type Cast, carryOut, type Deed } from './deeds.test-support.ts';
import { type Injected, type Staff, stageEmission } from './emission.test-support.ts';
import { holdingsOf, type Place } from './holdings.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import type { RawPool } from './lab-bench.test-support.ts';
import { UNLOCK_BLOCKS } from './locks.test-support.ts';
import type { Field } from './operations.test-support.ts';
import { u64, uint } from './raw-bytes.test-support.ts';
import type { Dice } from './seed.test-support.ts';
import { anyPool } from './situation.test-support.ts';

const TAO = 1_000_000_000n;
const IDLE = addressOf<Coldkey>(new Uint8Array(32).fill(251));
/** Blocks between epochs, so that they come together and apart. */
const TEMPOS = [3, 5, 7, 11] as const;
/** Alpha rao that must be owed on the last subnet before a claim pays: often too little is. */
const HIGH_THRESHOLD = 300_000_000n;

export interface Stage {
  readonly field: Field;
  /** Netuids without root. */
  readonly subnets: readonly Netuid[];
  readonly staff: Staff;
  readonly cast: Cast;
  /** Positions of somebody who does nothing. */
  readonly bystanders: readonly Place[];
}

/** Tells the subnets that had an epoch in a block. */
export const grewIn =
  ({ subnets }: Stage, { injected }: { readonly injected: readonly Injected[] }) =>
  (netuid: Netuid): boolean =>
    injected[subnets.indexOf(netuid)]?.isEpoch === true;

/** So that four purchases of a two hundredth are above the minimum and within the widest tolerance, whatever the weights. */
const deepEnough = (pool: RawPool): RawPool => ({ ...pool, tao: pool.tao < 5n * TAO ? 5n * TAO : pool.tao });

/**
 * Four pools that everybody uses, root, two validators, sixteen stakers of whom some have locks and some no TAO, and somebody
 * who only watches. Emission starts at the end.
 */
export async function setStage(lab: Lab, dice: Dice): Promise<Stage> {
  const { bench, raw } = lab;
  const subnets = lab.netuids.slice(0, 4) as [Netuid, Netuid, Netuid, Netuid];
  const [one, two, ...others] = lab.hotkeys as [Hotkey, Hotkey, Hotkey, Hotkey, Hotkey];
  const coldkeys = lab.actors.map(({ address }) => address) as [Coldkey, ...Coldkey[]];
  const field: Field = { hotkeys: [one, two], netuids: [ROOT_NETUID, ...subnets], coldkeys };
  const staff: Staff = {
    validators: [
      { hotkey: one, take: 9_001n },
      { hotkey: two, take: 0n },
    ],
    miners: [others[0], others[1]],
    owner: others[2],
  };
  const pools = subnets.map((netuid) => [netuid, deepEnough(anyPool(dice))] as const);
  await bench.setPools(pools);
  await bench.setFree(coldkeys.map((who) => [who, 100_000n * TAO]));
  const bystanders = subnets.flatMap((netuid) => field.hotkeys.map((hotkey) => ({ coldkey: IDLE, hotkey, netuid })));
  const amounts = bystanders.map(() => dice.magnitude(TAO, 1_000n * TAO));
  bench.setPositions(
    bystanders.map((place, at) => {
      const alpha = amounts[at] ?? 0n;
      return { ...place, shares: alpha * 700_000_000_000n, otherShares: 0n, alpha };
    }),
  );
  for (const [at, netuid] of subnets.entries())
    bench.put('SubnetAlphaOut', [netuid], u64((amounts[at * 2] ?? 0n) + (amounts[at * 2 + 1] ?? 0n)));
  bench.put('UnlockRate', [], u64(UNLOCK_BLOCKS));
  bench.put('MaturityRate', [], u64(UNLOCK_BLOCKS));
  bench.put('RootClaimableThreshold', [subnets[3]], uint(HIGH_THRESHOLD << 32n, 16));
  bench.commit();
  await lab.caughtUp();

  const add = (coldkey: Coldkey, hotkey: Hotkey, netuid: Netuid, amount: bigint): Deed => ({
    coldkey,
    intent: {
      kind: 'stake.add',
      coldkey,
      hotkey,
      netuid,
      amount: toRao(amount),
      tolerance: toPpm(500_000),
      allowPartial: true,
    },
  });
  for (const turn of [0, 1, 2]) {
    const deeds = coldkeys.map((coldkey, at) => {
      const hotkey = (at + turn) % 2 === 0 ? one : two;
      const [netuid, { tao }] = pools[(at + turn) % 4] ?? [subnets[0], { tao: 0n }];
      const most = tao / 200n < 1_000n * TAO ? tao / 200n : 1_000n * TAO;
      return turn === 2 ? add(coldkey, hotkey, ROOT_NETUID, 5_000n * TAO) : add(coldkey, hotkey, netuid, most);
    });
    await allDone(lab, deeds);
  }
  const cast = { poor: new Set(coldkeys.slice(0, 4)), locked: new Set(coldkeys.slice(4, 8)) };
  await lockSome(lab, coldkeys, (at) => ({ hotkey: at % 2 === 0 ? one : two, netuid: subnets[at % 4] ?? subnets[0] }));
  await bench.setFree([...cast.poor].map((who) => [who, 500n]));
  bench.commit();
  for (const [at, netuid] of subnets.entries()) stageEmission(bench, raw, staff, netuid, TEMPOS[at] ?? 3);
  bench.commit();
  await lab.caughtUp();
  return { field, subnets, staff, cast, bystanders };
}

async function allDone(lab: Lab, deeds: readonly Deed[]): Promise<void> {
  for (const { refused, outcome } of await carryOut(lab, deeds)) {
    expect(refused).toBeUndefined();
    expect(outcome?.error).toBeUndefined();
  }
}

/** Accounts 4 to 7 lock two thirds of a position, two of them for good; 8 to 11 accept locked alpha from others. */
async function lockSome(
  lab: Lab,
  coldkeys: readonly Coldkey[],
  placeOf: (at: number) => { readonly hotkey: Hotkey; readonly netuid: Netuid },
): Promise<void> {
  const call = (at: number, name: string, args: Readonly<Record<string, unknown>>): Deed => ({
    coldkey: coldkeyOf(at),
    call: { pallet: 'SubtensorModule', call: name, args },
  });
  const coldkeyOf = (at: number): Coldkey => {
    const coldkey = coldkeys[at];
    if (coldkey === undefined) throw new Error(`no account ${at}`);
    return coldkey;
  };
  const lockers = [4, 5, 6, 7];
  const held = await holdingsOf(
    lab.raw,
    lockers.map((at) => ({ coldkey: coldkeyOf(at), ...placeOf(at) })),
  );
  await allDone(lab, [
    ...lockers.map((at, index) =>
      call(at, 'lock_stake', { ...placeOf(at), amount: ((held[index]?.alpha ?? 0n) * 2n) / 3n }),
    ),
    ...[8, 9, 10, 11].map((at) => call(at, 'set_reject_locked_alpha', { enabled: false })),
  ]);
  await allDone(
    lab,
    [6, 7].map((at) => call(at, 'set_perpetual_lock', { netuid: placeOf(at).netuid, enabled: true })),
  );
}
