import { expect } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { Done } from './deeds.test-support.ts';
import type { Place } from './holdings.test-support.ts';
import type { LabBench } from './lab-bench.test-support.ts';
import type { Hand } from './operations.test-support.ts';
import { joined, u64, uint, uintAt, uintOf } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

const PALLET = 'SubtensorModule';
/** Pallet and entry hash, then a hash of 16 bytes before the account, in hex digits with 0x. */
const COLDKEY_AT = 2 + 64 + 32;
const NETUID_AT = COLDKEY_AT + 64;
/** Blocks in which a decaying lock falls to 1/e: short, so that it shows. */
export const UNLOCK_BLOCKS = 300n;

/** Alpha rao; the chain forgets a lock of less, or of what came to be less. */
export const LEAST_LOCK = 100n;

/** A conviction lock as it is stored, and as it counts at the block it was read at. */
export interface RawLock {
  readonly coldkey: Coldkey;
  readonly netuid: number;
  readonly perpetual: boolean;
  readonly key: string;
  /** LockState: locked mass u64, conviction u128, last update u64. */
  readonly value: string;
  /** Alpha rao that may not leave the subnet now. */
  readonly locked: bigint;
}

/**
 * Stages a perpetual lock of `alpha` rao, the only one on its subnet and hotkey; 0 ends it. Those of `others` there end too.
 * `since` is the block it counts from.
 */
export function stageLock(
  bench: LabBench,
  { coldkey, hotkey, netuid }: Place,
  alpha: bigint,
  since: number,
  others: readonly Coldkey[] = [],
): void {
  const lock = alpha === 0n ? null : joined(u64(alpha), uint(0n, 16), u64(BigInt(since)));
  bench.put('Lock', [coldkey, netuid, hotkey], lock);
  bench.put('DecayingLock', [coldkey, netuid], lock === null ? null : '0x00');
  bench.put('HotkeyLock', [netuid, hotkey], lock);
  bench.put('DecayingHotkeyLock', [netuid, hotkey], null);
  for (const other of others) bench.put('Lock', [other, netuid, hotkey], null);
}

/** mass / e^(blocks / UNLOCK_BLOCKS), rounded down: e^x by its series on 256 fractional bits. */
function decayed(mass: bigint, blocks: bigint): bigint {
  const one = 1n << 256n;
  let [term, power] = [one, 0n];
  for (let n = 1n; term > 0n; n += 1n) {
    power += term;
    term = (term * blocks) / (UNLOCK_BLOCKS * n);
  }
  return (mass * one) / power;
}

function lockedAt(value: string, perpetual: boolean, blockNumber: number): bigint {
  const mass = uintAt(value, 0, 8);
  return perpetual ? mass : decayed(mass, BigInt(blockNumber) - uintAt(value, 24, 8));
}

/** Locks of these accounts, by key. */
export async function readLocks(
  raw: RawChain,
  { hash, number }: { readonly hash: string; readonly number: number },
  coldkeys: readonly Coldkey[],
): Promise<RawLock[]> {
  const own = new Set<Coldkey>(coldkeys);
  const entries = await raw.entries(raw.prefix(PALLET, 'Lock'), hash);
  const places = entries
    .map(([key, value]) => {
      const coldkey = addressOf<Coldkey>(Uint8Array.from(Buffer.from(key.slice(COLDKEY_AT, NETUID_AT), 'hex')));
      return { key, value, coldkey, netuid: Number(uintAt(`0x${key.slice(NETUID_AT)}`, 0, 2)) };
    })
    .filter(({ coldkey }) => own.has(coldkey));
  const flags = await raw.read(
    places.map(({ coldkey, netuid }) => raw.key(PALLET, 'DecayingLock', coldkey, netuid)),
    hash,
  );
  return places.map((place, index) => {
    const flag = flags[index] ?? null;
    const perpetual = flag !== null && uintOf(flag) === 0n;
    return { ...place, perpetual, locked: lockedAt(place.value, perpetual, number) };
  });
}

/** The same locks as they count at a later block when nobody does anything. */
export function rolledTo(locks: readonly RawLock[], blockNumber: number): RawLock[] {
  return locks.map((lock) => ({ ...lock, locked: lockedAt(lock.value, lock.perpetual, blockNumber) }));
}

/** What may have changed locks in the block between. */
export interface LockActs {
  /** Alpha rao that holders locked on top, by their own calls. */
  readonly added: readonly { readonly netuid: number; readonly alpha: bigint }[];
  /** Givers and takers of stake, and those who called for their lock. */
  readonly touched: ReadonlySet<Coldkey>;
}

export function lockActsOf(done: readonly Done[]): LockActs {
  const touched = new Set<Coldkey>();
  const added: { netuid: number; alpha: bigint }[] = [];
  for (const { coldkey, intent, call, outcome } of done) {
    if (outcome?.ok !== true) continue;
    const steps = intent?.kind === 'stake.batch' ? intent.steps : [intent];
    for (const step of steps) if (step?.kind === 'stake.transfer') touched.add(coldkey).add(step.to);
    if (call?.call === 'lock_stake')
      added.push({ netuid: Number(call.args['netuid']), alpha: BigInt(String(call.args['amount'])) });
    if (call?.call === 'lock_stake' || call?.call === 'set_perpetual_lock') touched.add(coldkey);
  }
  return { added, touched };
}

const lockedOn = (locks: readonly RawLock[], netuid: number): bigint =>
  locks.reduce((sum, lock) => sum + (lock.netuid === netuid ? lock.locked : 0n), 0n);

/**
 * Locked alpha changes by decay alone, goes along with stake that is given, and stays covered by stake. `before` are the
 * locks of the block before, rolled to this one.
 */
export function checkLocks(
  before: readonly RawLock[],
  after: readonly RawLock[],
  hands: readonly Hand[],
  { added, touched }: LockActs,
  context: string,
): void {
  const stored = (locks: readonly RawLock[]): string[] =>
    locks
      .filter(({ coldkey }) => !touched.has(coldkey))
      .map(({ key, value, perpetual }) => `${key} ${value} ${perpetual}`);
  expect(stored(after), context).toEqual(stored(before));
  for (const netuid of new Set([...before, ...after].map((lock) => lock.netuid))) {
    const more = added.reduce((sum, one) => sum + (one.netuid === netuid ? one.alpha : 0n), 0n);
    const lost = lockedOn(before, netuid) + more - lockedOn(after, netuid);
    const has = new Set(after.filter((lock) => lock.netuid === netuid).map(({ coldkey }) => coldkey));
    // A rest or a part that is less than a lock may be is forgotten with those who have none now.
    const bare = [...touched].filter((coldkey) => !has.has(coldkey)).length;
    const isRight = lost === 0n || (lost > 0n && lost < LEAST_LOCK * BigInt(bare));
    expect(isRight, `${lost} of what was locked on ${netuid} lost: ${context}`).toBe(true);
  }
  for (const { coldkey, netuid, locked } of after) {
    const hand = hands.find((one) => one.coldkey === coldkey);
    const held = (hand?.held ?? []).reduce((sum, one) => sum + (one.netuid === netuid ? one.alpha : 0n), 0n);
    expect(held, `${coldkey} holds less than it locked on ${netuid}: ${context}`).toBeGreaterThanOrEqual(locked);
  }
}
