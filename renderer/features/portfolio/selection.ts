import { MAX_BATCH } from '../../../shared/constants/batch.ts';
import type { StakePosition, StakeStep } from '../../../shared/contract/index.ts';
import { type Ppm, toAlphaRao } from '../../../shared/units/index.ts';

/** Several positions sold in one batch, or why they cannot be. */
export type BatchWish =
  | { readonly ok: true; readonly from: string; readonly steps: readonly StakeStep[] }
  | { readonly ok: false; readonly because: 'nothing' | 'several_accounts' | 'too_many' };

/** Full exits of these positions at the usual tolerance. One batch is signed by one account. */
export function batchOf(positions: readonly StakePosition[], tolerance: Ppm): BatchWish {
  const [first] = positions;
  if (first === undefined) return { ok: false, because: 'nothing' };
  if (positions.some(({ coldkey }) => coldkey !== first.coldkey)) return { ok: false, because: 'several_accounts' };
  if (positions.length > MAX_BATCH) return { ok: false, because: 'too_many' };
  return {
    ok: true,
    from: first.coldkey,
    steps: positions.map(({ coldkey, hotkey, netuid }) => ({
      kind: 'stake.remove',
      coldkey,
      hotkey,
      netuid,
      amount: toAlphaRao(0n), // not read: all of it leaves
      all: true,
      tolerance,
      allowPartial: false,
    })),
  };
}
