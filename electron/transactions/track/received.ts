import type { DecodedCallView, Intent, Moved, StakeStep } from '../../../shared/contract/index.ts';
import { type Coldkey, type Netuid, ROOT_NETUID } from '../../../shared/units/index.ts';
import type { ChainEvent, InclusionRecord } from '../../chain/port.ts';
import { callsOfSteps, itemsOf } from './batch-items.ts';

/** What changed hands, before its token has a name. On root the amount is TAO in rao, elsewhere alpha of the netuid. */
export interface Movement {
  /** `sent`: to somebody else. What moves between own positions is received where it arrives. `worth`: of shares, in rao. */
  readonly way: Moved['way'];
  /** Operation of a batch, counted from 1. */
  readonly step?: number;
  readonly netuid: Netuid;
  readonly amount: bigint;
}

/** Positions in StakeAdded and StakeRemoved (coldkey, hotkey, tao, alpha, netuid[, fee]); the fields have no names. */
const STAKE = { coldkey: 0, hotkey: 1, tao: 2, alpha: 3, netuid: 4 } as const;

interface Place {
  readonly coldkey: string;
  /** Absent: any. */
  readonly hotkey?: string | undefined;
  readonly netuid?: Netuid | undefined;
}

type StakeEvent = 'StakeAdded' | 'StakeRemoved';

const isStake = (event: ChainEvent, name: StakeEvent): boolean =>
  event.pallet === 'SubtensorModule' && event.name === name;
const valuesOf = ({ fields }: ChainEvent): readonly unknown[] => fields.map(({ value }) => value);

/** Sum of one field over the stake events of this account and place; undefined when there is none. */
function stakeSum(
  events: readonly ChainEvent[],
  name: StakeEvent,
  { coldkey, hotkey, netuid }: Place,
  field: number,
): bigint | undefined {
  const amounts = events
    .filter((event) => isStake(event, name))
    .map(valuesOf)
    .filter(
      (at) =>
        at[STAKE.coldkey] === coldkey &&
        at[STAKE.hotkey] === (hotkey ?? at[STAKE.hotkey]) &&
        at[STAKE.netuid] === (netuid === undefined ? at[STAKE.netuid] : BigInt(netuid)),
    )
    .map((at) => at[field])
    .filter((amount) => typeof amount === 'bigint');
  return amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** Rao that this account claimed from this validator's basket, or spent on it. */
function basketTao(
  events: readonly ChainEvent[],
  what: 'BasketClaimed' | 'BasketStakedIn',
  { coldkey, hotkey }: { readonly coldkey: string; readonly hotkey: string },
): bigint | undefined {
  for (const { pallet, name, fields } of events) {
    if (pallet !== 'SubtensorModule' || name !== what) continue;
    const at = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    if (at['coldkey'] === coldkey && at['hotkey'] === hotkey && typeof at['tao'] === 'bigint') return at['tao'];
  }
  return undefined;
}

function transferred(events: readonly ChainEvent[], from: string, to: string): bigint | undefined {
  for (const event of events) {
    if (event.pallet !== 'Balances' || event.name !== 'Transfer') continue;
    const [sender, recipient, amount] = valuesOf(event);
    if (sender === from && recipient === to && typeof amount === 'bigint') return amount;
  }
  return undefined;
}

/** A fee paid in alpha is a sale with a StakeRemoved of its own, before the call's events: nobody received its proceeds. */
function withoutFeeSale(coldkey: Coldkey, { events, fee, feeInAlpha }: InclusionRecord): readonly ChainEvent[] {
  if (feeInAlpha === undefined) return events;
  const sale = events.findIndex((event) => {
    const at = valuesOf(event);
    return (
      isStake(event, 'StakeRemoved') &&
      at[STAKE.coldkey] === coldkey &&
      at[STAKE.netuid] === BigInt(feeInAlpha.netuid) &&
      at[STAKE.alpha] === feeInAlpha.alpha &&
      at[STAKE.tao] === fee
    );
  });
  return events.filter((_event, at) => at !== sale);
}

function movement(way: Movement['way'], netuid: Netuid, amount: bigint | undefined): Movement | undefined {
  return amount === undefined ? undefined : { way, netuid, amount };
}

/** Of one operation, by its own events. Moves inside a subnet tell both sides too, though no pool was touched. */
function movementOf(step: StakeStep, events: readonly ChainEvent[]): Movement | undefined {
  const { coldkey, hotkey, netuid } = step;
  switch (step.kind) {
    case 'stake.add':
      return movement('received', netuid, stakeSum(events, 'StakeAdded', step, STAKE.alpha));
    case 'stake.remove':
      return movement('received', ROOT_NETUID, stakeSum(events, 'StakeRemoved', step, STAKE.tao));
    case 'stake.move':
    case 'stake.swap': {
      const place = { coldkey, hotkey: step.kind === 'stake.move' ? step.toHotkey : hotkey, netuid: step.toNetuid };
      return movement('received', step.toNetuid, stakeSum(events, 'StakeAdded', place, STAKE.alpha));
    }
    case 'stake.transfer':
      return movement(
        'sent',
        netuid,
        stakeSum(events, 'StakeAdded', { coldkey: step.to, hotkey, netuid }, STAKE.alpha),
      );
  }
}

/** Each operation by the events between the marks the batch leaves behind its calls; nothing where they do not fit. */
function movementsOfBatch(
  steps: readonly StakeStep[],
  call: DecodedCallView,
  events: readonly ChainEvent[],
): Movement[] {
  const items = itemsOf(call, events);
  const counts = callsOfSteps(steps, items.length);
  let from = 0;
  return steps.flatMap((step, at) => {
    const to = from + (counts[at] ?? 0);
    const own = items.slice(from, to).flat();
    from = to;
    const found = movementOf(step, own);
    return found === undefined ? [] : [{ ...found, step: at + 1 }];
  });
}

/**
 * What a transaction that succeeded brought and gave away, by the block's own events alone; what they do not tell is left
 * out. Claims are not told by events.
 */
export function movementsOf(intent: Intent, call: DecodedCallView, included: InclusionRecord): Movement[] {
  const { coldkey } = intent;
  const events = withoutFeeSale(coldkey, included);
  const one = (found: Movement | undefined): Movement[] => (found === undefined ? [] : [found]);
  switch (intent.kind) {
    case 'transfer.keepAlive':
    case 'transfer.allowDeath':
    case 'transfer.all':
      return one(movement('sent', ROOT_NETUID, transferred(events, coldkey, intent.to)));
    case 'stake.add':
    case 'stake.remove':
    case 'stake.move':
    case 'stake.swap':
    case 'stake.transfer':
      return one(movementOf(intent, events));
    case 'stake.exitAll':
      return one(movement('received', ROOT_NETUID, stakeSum(events, 'StakeRemoved', intent, STAKE.tao)));
    case 'stake.batch':
      return movementsOfBatch(intent.steps, call, events);
    case 'basket.claim':
      return one(movement('received', ROOT_NETUID, basketTao(events, 'BasketClaimed', intent)));
    // The shares it brought have no unit that any interface tells.
    case 'basket.buy':
      return one(movement('spent', ROOT_NETUID, basketTao(events, 'BasketStakedIn', intent)));
    case 'root.claim':
    case 'autoStake.set':
    case 'root.claimType':
    case 'take.set':
      return [];
  }
}
