import type { AssetAmount, Intent, Quote } from '../../../../shared/contract/index.ts';
import { formatPercent } from '../../../lib/percent-text.ts';
import { Amount, TAO } from '../../../ui/Amount.tsx';
import type { KeyValueRow } from '../../../ui/KeyValue.tsx';
import { assetUnit } from '../asset-unit.ts';
import { Price } from './Price.tsx';
import { PriceImpact } from './PriceImpact.tsx';

const money = ({ asset, amount }: AssetAmount) => <Amount value={amount} unit={assetUnit(asset)} full always />;

function limitLabel(intent: Intent): string {
  return intent.kind === 'stake.remove' ? 'Limit: not less than' : 'Limit: not more than';
}

/** What moves, and what it costs. */
export function amountRows(intent: Intent, quote: Quote): KeyValueRow[] {
  const transfer = intent.kind.startsWith('transfer.') || intent.kind === 'stake.transfer';
  const rows: KeyValueRow[] = [];
  if (quote.pay !== undefined) rows.push({ id: 'pay', label: 'You pay', value: money(quote.pay), strong: true });
  if (quote.receive !== undefined)
    rows.push({
      id: 'receive',
      label: transfer ? 'Recipient receives' : 'You receive',
      value: money(quote.receive),
      strong: true,
    });
  if (quote.limitPrice !== undefined && quote.receiveAtLeast !== undefined)
    rows.push({ id: 'least', label: 'At least', value: money(quote.receiveAtLeast) });
  return rows;
}

/** The prices of a trade; none for transfers and on root. */
export function priceRows(intent: Intent, quote: Quote): KeyValueRow[] {
  const rows: KeyValueRow[] = [];
  if (quote.price !== undefined) rows.push({ id: 'price', label: 'Price', value: <Price value={quote.price} /> });
  if (quote.limitPrice !== undefined) {
    const tolerance =
      'tolerance' in intent ? `${formatPercent(intent.tolerance)} % from the simulated price` : undefined;
    rows.push({
      id: 'limit',
      label: limitLabel(intent),
      value: <Price value={quote.limitPrice} />,
      ...(tolerance === undefined ? {} : { note: tolerance }),
    });
  }
  if (quote.priceImpact !== undefined)
    rows.push({ id: 'impact', label: 'Price impact', value: <PriceImpact ppm={quote.priceImpact} /> });
  return rows;
}

export function feeRows(quote: Quote): KeyValueRow[] {
  const rows: KeyValueRow[] = [];
  if (quote.swapFee !== undefined) rows.push({ id: 'swap-fee', label: 'Swap fee', value: money(quote.swapFee) });
  rows.push({ id: 'fee', label: 'Network fee', value: <Amount value={quote.networkFee} unit={TAO} full always /> });
  return rows;
}
