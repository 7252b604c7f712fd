import type { DecodedCallView, StakeStep } from '../../../shared/contract/index.ts';
import type { ChainEvent } from '../../chain/port.ts';

const isDone = ({ pallet, name }: ChainEvent): boolean => pallet === 'Utility' && name === 'ItemCompleted';

/** Events of each call: a batch marks where one ends, and what stands behind the last mark belongs to none of them. */
export function itemsOf(
  { pallet }: DecodedCallView,
  events: readonly ChainEvent[],
): readonly (readonly ChainEvent[])[] {
  if (pallet !== 'Utility') return [events];
  const items: ChainEvent[][] = [];
  let open: ChainEvent[] = [];
  for (const event of events) {
    if (!isDone(event)) open.push(event);
    else {
      items.push(open);
      open = [];
    }
  }
  return items;
}

/**
 * How many calls each operation became. On one runtime every move to another validator and subnet takes one call, or every
 * one takes two; empty when the number of calls fits neither.
 */
export function callsOfSteps(steps: readonly StakeStep[], calls: number): readonly number[] {
  const isBeyond = (step: StakeStep): boolean => step.kind === 'stake.move' && step.netuid !== step.toNetuid;
  const beyond = steps.filter(isBeyond).length;
  if (calls === steps.length) return steps.map(() => 1);
  if (calls === steps.length + beyond) return steps.map((step) => (isBeyond(step) ? 2 : 1));
  return [];
}
