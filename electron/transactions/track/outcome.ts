import type { AssetAmount, Intent, JournalEntry } from '../../../shared/contract/index.ts';
import type { AppErrorShape } from '../../../shared/errors/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import type { ChainEvent, InclusionRecord } from '../../chain/port.ts';
import { valueText } from '../review/decoded-view.ts';

/** Caps of the contract. */
const MAX_EVENTS = 256;
const MAX_FIELDS = 4096;

/** Positions in StakeAdded and StakeRemoved (coldkey, hotkey, tao, alpha, netuid[, fee]); the fields have no names. */
const STAKE = { coldkey: 0, hotkey: 1, tao: 2, alpha: 3, netuid: 4 } as const;

function stakeEvent(
  events: readonly ChainEvent[],
  name: 'StakeAdded' | 'StakeRemoved',
  wish: { readonly coldkey: string; readonly hotkey: string; readonly netuid: Netuid },
  field: number,
): bigint | undefined {
  for (const event of events) {
    if (event.pallet !== 'SubtensorModule' || event.name !== name) continue;
    const at = (position: number): unknown => event.fields[position]?.value;
    const isOurs =
      at(STAKE.coldkey) === wish.coldkey &&
      at(STAKE.hotkey) === wish.hotkey &&
      at(STAKE.netuid) === BigInt(wish.netuid);
    const amount = at(field);
    if (isOurs && typeof amount === 'bigint') return amount;
  }
  return undefined;
}

function transferred(events: readonly ChainEvent[], from: string, to: string): bigint | undefined {
  for (const { pallet, name, fields } of events) {
    if (pallet !== 'Balances' || name !== 'Transfer') continue;
    const [sender, recipient, amount] = fields.map(({ value }) => value);
    if (sender === from && recipient === to && typeof amount === 'bigint') return amount;
  }
  return undefined;
}

/** What arrived, according to the block's own events; undefined when they do not say. `quoted` gives the asset's symbol. */
export function receivedOf(intent: Intent, events: readonly ChainEvent[], symbol: string): AssetAmount | undefined {
  const tao = { kind: 'tao' } as const;
  switch (intent.kind) {
    case 'stake.add': {
      const amount = stakeEvent(events, 'StakeAdded', intent, STAKE.alpha);
      const { netuid } = intent;
      const asset = isRoot(netuid) ? tao : ({ kind: 'alpha', netuid, symbol } as const);
      return amount === undefined ? undefined : { asset, amount };
    }
    case 'stake.remove': {
      const amount = stakeEvent(events, 'StakeRemoved', intent, STAKE.tao);
      return amount === undefined ? undefined : { asset: tao, amount };
    }
    case 'transfer.keepAlive':
    case 'transfer.allowDeath':
    case 'transfer.all': {
      const amount = transferred(events, intent.coldkey, intent.to);
      return amount === undefined ? undefined : { asset: tao, amount };
    }
  }
}

/** Why an included call did nothing: the runtime's own name for it, and what the attempt cost. */
export function dispatchError({ ok, error, fee }: InclusionRecord, intent: Intent): AppErrorShape | undefined {
  if (ok) return undefined;
  const netuid = 'netuid' in intent ? { netuid: intent.netuid } : {};
  return { code: 'tx.dispatch_failed', facts: { error: error ?? 'unknown', fee: fee.toString(), ...netuid } };
}

/** Events as exact text for the journal. */
export function eventTexts(events: readonly ChainEvent[]): JournalEntry['events'] {
  return events.slice(0, MAX_EVENTS).map(({ pallet, name, fields }) => ({
    pallet: pallet.slice(0, 128),
    name: name.slice(0, 128),
    fields: fields
      .map((field) => `${field.name}: ${valueText(field.value)}`)
      .join(', ')
      .slice(0, MAX_FIELDS),
  }));
}
