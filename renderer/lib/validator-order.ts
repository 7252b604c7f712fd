import type { Validator } from '../../shared/contract/index.ts';
import type { Netuid } from '../../shared/units/index.ts';

/** Stake this validator holds on a subnet, alpha base units (rao on root). */
export function stakeOn(validator: Validator, netuid: Netuid): bigint {
  return validator.totalStake.find((stake) => stake.netuid === netuid)?.alpha ?? 0n;
}

/** Negative when `a` may validate on the subnet and `b` may not: only those with a permit earn there. */
export function byPermit(a: Validator, b: Validator, netuid: Netuid): number {
  return Number(b.permits.includes(netuid)) - Number(a.permits.includes(netuid));
}

/** Largest stake on the subnet first, compared exactly. */
export function byStake(a: Validator, b: Validator, netuid: Netuid): number {
  const [left, right] = [stakeOn(a, netuid), stakeOn(b, netuid)];
  return left === right ? 0 : left > right ? -1 : 1;
}

/** A last word, so that an order never depends on how the list came. */
export function byKey(a: Validator, b: Validator): number {
  return a.hotkey < b.hotkey ? -1 : 1;
}
