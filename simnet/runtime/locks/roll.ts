import { expNegative, FRACTION_BITS, ONE } from '../pool/fixed.ts';
import type { LockState } from '../storage/locks.ts';

/** Below this much of both, alpha rao, a lock is nothing. */
const DUST = 100n;
const CONVICTION_BITS = 64n;
/** Exponents end here, as on the chain. */
const LONGEST = 40n * ONE;

/** Blocks in which a lock matures and in which it decays. */
export interface LockRates {
  readonly maturity: bigint;
  readonly unlock: bigint;
}

/** What decides how a lock ages. */
export interface LockClass {
  /** On the hotkey that owns the subnet: conviction is the mass, at once. */
  readonly owner: boolean;
  readonly perpetual: boolean;
}

/** e^(-blocks/tau) in fixed point. */
function decay(blocks: bigint, tau: bigint): bigint {
  if (blocks === 0n) return ONE;
  if (tau === 0n) return 0n;
  const exponent = (blocks << FRACTION_BITS) / tau;
  return expNegative(exponent < LONGEST ? exponent : LONGEST);
}

/** Conviction that each unit of mass earns over the blocks, in fixed point. */
function earned(blocks: bigint, { maturity, unlock }: LockRates, perpetual: boolean): bigint {
  const matured = decay(blocks, maturity);
  if (perpetual) return ONE - matured;
  if (unlock === 0n || maturity === 0n) return 0n;
  if (unlock === maturity) return (blocks * matured) / maturity;
  const gain = (unlock * (decay(blocks, unlock) - matured)) / (unlock - maturity);
  return gain > 0n ? gain : 0n;
}

export function isDust({ locked_mass, conviction }: LockState): boolean {
  return locked_mass < DUST && conviction < DUST << CONVICTION_BITS;
}

/** U64F64 of whole alpha rao. */
export function fullConviction(mass: bigint): bigint {
  return mass << CONVICTION_BITS;
}

/** The lock as it stands at block `now`; a sum of locks of one class ages as each of them does. */
export function rollForward(
  lock: LockState,
  now: bigint,
  rates: LockRates,
  { owner, perpetual }: LockClass,
): LockState {
  const blocks = now > lock.last_update ? now - lock.last_update : 0n;
  const locked_mass = perpetual ? lock.locked_mass : (lock.locked_mass * decay(blocks, rates.unlock)) >> FRACTION_BITS;
  const kept = (lock.conviction * decay(blocks, rates.maturity)) >> FRACTION_BITS;
  const gained = (lock.locked_mass * earned(blocks, rates, perpetual)) >> (FRACTION_BITS - CONVICTION_BITS);
  const conviction = owner ? fullConviction(locked_mass) : kept + gained;
  return { locked_mass, conviction, last_update: blocks === 0n ? lock.last_update : now };
}

/** Nothing in place of dust. */
export function withoutDust(lock: LockState): LockState {
  return isDust(lock) ? { ...lock, locked_mass: 0n, conviction: 0n } : lock;
}
