import type { AssetAmount, Intent, JournalEntry } from '../../../shared/contract/index.ts';
import type { AppErrorShape } from '../../../shared/errors/index.ts';
import type { ChainEvent, InclusionRecord } from '../../chain/port.ts';
import { valueText } from '../review/decoded-view.ts';

/** Caps of the contract. */
const MAX_EVENTS = 256;
const MAX_FIELDS = 4096;

/** Why an included call did nothing: the runtime's own name for it, and what the attempt cost, in what paid for it. */
export function dispatchError(
  { ok, error, fee }: InclusionRecord,
  intent: Intent,
  feeInAlpha?: AssetAmount,
): AppErrorShape | undefined {
  if (ok) return undefined;
  const netuid = 'netuid' in intent && intent.netuid !== undefined ? { netuid: intent.netuid } : {};
  const cost = feeInAlpha === undefined ? { fee: fee.toString() } : alphaCost(feeInAlpha);
  return { code: 'tx.dispatch_failed', facts: { error: error ?? 'unknown', ...netuid, ...cost } };
}

/** With the subnet whose alpha it is; root stake is TAO. */
function alphaCost({ asset, amount }: AssetAmount): AppErrorShape['facts'] {
  const place = asset.kind === 'alpha' ? { netuid: asset.netuid, symbol: asset.symbol } : { netuid: 0 };
  return { feeInAlpha: amount.toString(), ...place };
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
