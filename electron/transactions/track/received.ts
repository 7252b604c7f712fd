import type { AssetAmount, Intent } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid, ROOT_NETUID } from '../../../shared/units/index.ts';
import type { ChainEvent } from '../../chain/port.ts';

/** Positions in StakeAdded and StakeRemoved (coldkey, hotkey, tao, alpha, netuid[, fee]); the fields have no names. */
const STAKE = { coldkey: 0, hotkey: 1, tao: 2, alpha: 3, netuid: 4 } as const;

interface Place {
  readonly coldkey: string;
  /** Absent: any. */
  readonly hotkey?: string | undefined;
  readonly netuid?: Netuid | undefined;
}

/** Sum of one field over the stake events of this account and place; undefined when there is none. */
function stakeSum(
  events: readonly ChainEvent[],
  name: 'StakeAdded' | 'StakeRemoved',
  { coldkey, hotkey, netuid }: Place,
  field: number,
): bigint | undefined {
  const amounts = events
    .filter((event) => event.pallet === 'SubtensorModule' && event.name === name)
    .map(({ fields }) => fields.map(({ value }) => value))
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

function transferred(events: readonly ChainEvent[], from: string, to: string): bigint | undefined {
  for (const { pallet, name, fields } of events) {
    if (pallet !== 'Balances' || name !== 'Transfer') continue;
    const [sender, recipient, amount] = fields.map(({ value }) => value);
    if (sender === from && recipient === to && typeof amount === 'bigint') return amount;
  }
  return undefined;
}

/** Subnet whose token arrives, where it is one; root counts as TAO. */
export function arrivesOn(intent: Intent): Netuid | undefined {
  if (intent.kind === 'stake.add') return intent.netuid;
  return intent.kind === 'stake.move' || intent.kind === 'stake.swap' ? intent.toNetuid : undefined;
}

/** Amount that arrived, in the asset of `arrivesOn`, TAO where that is undefined. */
function amountOf(intent: Intent, events: readonly ChainEvent[]): bigint | undefined {
  const { coldkey } = intent;
  switch (intent.kind) {
    case 'transfer.keepAlive':
    case 'transfer.allowDeath':
    case 'transfer.all':
      return transferred(events, coldkey, intent.to);
    case 'stake.add':
      return stakeSum(events, 'StakeAdded', intent, STAKE.alpha);
    case 'stake.remove':
    case 'stake.exitAll':
      return stakeSum(events, 'StakeRemoved', intent, STAKE.tao);
    // Inside one subnet no event tells alpha; nothing was traded, so what left is what arrived.
    case 'stake.move':
    case 'stake.swap': {
      const hotkey = intent.kind === 'stake.move' ? intent.toHotkey : intent.hotkey;
      return stakeSum(events, 'StakeAdded', { coldkey, hotkey, netuid: intent.toNetuid }, STAKE.alpha);
    }
    case 'stake.batch': {
      const paysTaoOnly = intent.steps.every(({ kind }) => kind === 'stake.remove');
      return paysTaoOnly ? stakeSum(events, 'StakeRemoved', { coldkey }, STAKE.tao) : undefined;
    }
    case 'root.claim':
      return stakeSum(events, 'StakeAdded', { coldkey, netuid: ROOT_NETUID }, STAKE.tao);
    case 'basket.claim':
      return stakeSum(events, 'StakeAdded', { coldkey, hotkey: intent.hotkey, netuid: ROOT_NETUID }, STAKE.tao);
    case 'stake.transfer':
    case 'autoStake.set':
    case 'root.claimType':
    case 'basket.buy':
    case 'take.set':
      return undefined;
  }
}

/** What arrived, according to the block's own events; undefined when they do not say. `symbol` is that of `arrivesOn`. */
export function receivedOf(intent: Intent, events: readonly ChainEvent[], symbol: string): AssetAmount | undefined {
  const amount = amountOf(intent, events);
  if (amount === undefined) return undefined;
  const netuid = arrivesOn(intent);
  const isTao = netuid === undefined || isRoot(netuid);
  return { asset: isTao ? { kind: 'tao' } : { kind: 'alpha', netuid, symbol }, amount };
}
