import type { OwnHotkey } from '../../../../shared/contract/index.ts';
import type { Take } from '../../../../shared/units/index.ts';

export interface TakeBounds {
  readonly takeMin: Take;
  readonly takeMax: Take;
}

/** Whether a take may go up or down now; for a raise that must wait, how many blocks. */
export interface TakeChange {
  readonly lower: boolean;
  readonly raise: boolean;
  /** Blocks until it may be raised; 0 when it may, or is at the most already. */
  readonly waitBlocks: number;
}

export function takeChange(
  { take, isDelegate, raisableFrom }: Pick<OwnHotkey, 'take' | 'isDelegate' | 'raisableFrom'>,
  { takeMin, takeMax }: TakeBounds,
  bestBlock: number,
): TakeChange {
  const hasRoom = isDelegate && take < takeMax;
  const waitBlocks = hasRoom ? Math.max(0, raisableFrom - bestBlock) : 0;
  return { lower: isDelegate && take > takeMin, raise: hasRoom && waitBlocks === 0, waitBlocks };
}
