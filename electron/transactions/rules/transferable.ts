import { type Rao, subRaoFloor, ZERO_RAO } from '../../../shared/units/index.ts';

/** The parts of an account's TAO, rao. */
export interface Funds {
  readonly free: Rao;
  readonly reserved: Rao;
  readonly frozen: Rao;
}

/** Free rao that a freeze holds back; what is reserved counts towards the freeze first. */
function heldByFreeze({ reserved, frozen }: Funds): Rao {
  return subRaoFloor(frozen, reserved);
}

/** Rao that may leave while the account stays alive, before the fee: free - max(deposit, frozen - reserved). */
export function transferable(funds: Funds, existentialDeposit: Rao): Rao {
  const held = heldByFreeze(funds);
  return subRaoFloor(funds.free, held > existentialDeposit ? held : existentialDeposit);
}

/** Rao that may leave when the account may be closed, before the fee. An account others depend on (consumers) stays alive. */
export function expendable(funds: Funds & { readonly consumers: number }, existentialDeposit: Rao): Rao {
  if (funds.consumers > 0) return transferable(funds, existentialDeposit);
  return subRaoFloor(funds.free, heldByFreeze(funds));
}

/** What is left of `free` after costs that may together exceed it, or even u64; never below zero. */
export function remaining(free: Rao, ...costs: readonly bigint[]): Rao {
  const left = costs.reduce<bigint>((rest, cost) => rest - cost, free);
  return left > 0n ? (left as Rao) : ZERO_RAO;
}
