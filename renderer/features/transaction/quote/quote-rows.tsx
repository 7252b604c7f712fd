import type { AssetAmount, Intent, Quote, QuoteLeg, QuotePart } from '../../../../shared/contract/index.ts';
import { formatPercent } from '../../../lib/percent-text.ts';
import { Amount, TAO } from '../../../ui/Amount.tsx';
import type { KeyValueRow } from '../../../ui/KeyValue.tsx';
import { assetUnit } from '../asset-unit.ts';
import { Money } from './Money.tsx';
import { Price } from './Price.tsx';
import { PriceImpact } from './PriceImpact.tsx';

/** What a quote, a part of one and a leg of one say about money alike. */
export type Priced = Pick<
  Quote,
  'pay' | 'receive' | 'receiveAtLeast' | 'price' | 'limitPrice' | 'limitUnit' | 'priceImpact' | 'swapFee'
>;

/** The words that depend on what is done. */
interface Words {
  readonly pay: string;
  readonly receive: string;
  /** What is received is an estimate that no limit bounds. */
  readonly estimated?: true;
}

const OWN: Words = { pay: 'You pay', receive: 'You receive' };
const WORDS: Readonly<Partial<Record<Intent['kind'], Words>>> = {
  'transfer.keepAlive': { pay: 'You pay', receive: 'Recipient receives' },
  'transfer.all': { pay: 'You pay', receive: 'Recipient receives' },
  'transfer.allowDeath': { pay: 'You pay', receive: 'Recipient receives' },
  'stake.transfer': { pay: 'You give', receive: 'Recipient receives' },
  'stake.move': { pay: 'Leaves', receive: 'Arrives' },
  'stake.swap': { pay: 'Leaves', receive: 'Arrives' },
  'basket.claim': { pay: 'You pay', receive: 'Added to your root stake', estimated: true },
};

function moneyRow(
  id: string,
  label: string,
  amount: AssetAmount | undefined,
  strong: boolean,
  estimated = false,
): KeyValueRow[] {
  return amount === undefined ? [] : [{ id, label, value: <Money of={amount} approximate={estimated} />, strong }];
}

/** What moves. The worst amount is shown where a limit guarantees it. */
export function amountRows(intent: Intent, priced: Priced): KeyValueRow[] {
  const { pay, receive, estimated } = WORDS[intent.kind] ?? OWN;
  return [
    ...moneyRow('pay', pay, priced.pay, true),
    ...moneyRow('receive', receive, priced.receive, true, estimated),
    ...(hasWorst(priced) ? moneyRow('least', 'At least', priced.receiveAtLeast, false) : []),
  ];
}

/** On root and inside one subnet nothing can be worse than what is shown. */
function hasWorst(priced: Priced): boolean {
  const { receive, receiveAtLeast, limitPrice } = priced;
  return !isOneToOne(priced) && (limitPrice !== undefined || receive?.amount !== receiveAtLeast?.amount);
}

/** TAO for TAO at a price: root, where the chain wants a limit but no pool could cross it. */
function isOneToOne({ price, pay, receive }: Priced): boolean {
  return price !== undefined && pay?.asset.kind === 'tao' && receive?.asset.kind === 'tao';
}

/** The limit sent with the call, in its own unit: `not less than 0.98 θ SN8 per β SN1`. */
function LimitPrice({ priced: { limitPrice, limitUnit, pay, receive } }: { priced: Priced }) {
  if (limitPrice === undefined) return null;
  if (limitUnit !== 'alpha_per_alpha' || pay === undefined || receive === undefined)
    return <Price value={limitPrice} />;
  return <Price value={limitPrice} unit={assetUnit(receive.asset)} per={assetUnit(pay.asset)} />;
}

/** Only an add bounds what is paid; all others bound what is received. */
function limitLabel(side: 'buy' | 'sell'): string {
  return side === 'buy' ? 'Limit: not more than' : 'Limit: not less than';
}

interface PriceTerms {
  readonly side: 'buy' | 'sell';
  /** Percent text of the tolerance; absent where there is none. */
  readonly tolerance: string | undefined;
}

function priceRowsOf(priced: Priced, { side, tolerance }: PriceTerms): KeyValueRow[] {
  const { price, limitPrice, priceImpact } = priced;
  if (isOneToOne(priced)) return [{ id: 'price', label: 'Price', value: 'one to one, no pool' }];
  const rows: KeyValueRow[] = [];
  if (price !== undefined) rows.push({ id: 'price', label: 'Price now', value: <Price value={price} /> });
  if (priceImpact !== undefined)
    rows.push({
      id: 'impact',
      label: 'Price impact',
      value: <PriceImpact ppm={priceImpact} />,
      note: 'What this trade itself loses against the price now, fee included. It is in the figures above.',
    });
  if (limitPrice !== undefined) {
    rows.push({ id: 'limit', label: limitLabel(side), value: <LimitPrice priced={priced} /> });
    if (tolerance !== undefined)
      rows.push({
        id: 'tolerance',
        label: 'Tolerance',
        value: `${tolerance} %`,
        note: 'How much worse than the simulated price it may get before the chain refuses.',
      });
  }
  return rows;
}

/** The prices of a trade; none for transfers, settings and on root. */
export function priceRows(intent: Intent, quote: Priced): KeyValueRow[] {
  const tolerance = 'tolerance' in intent && intent.tolerance > 0 ? formatPercent(intent.tolerance) : undefined;
  return priceRowsOf(quote, { side: intent.kind === 'stake.add' ? 'buy' : 'sell', tolerance });
}

/** One pool of a trade through two. */
export function legRows(leg: QuoteLeg): KeyValueRow[] {
  return [
    ...moneyRow('pay', leg.side === 'sell' ? 'Sold' : 'Paid', leg.pay, false),
    ...moneyRow('receive', leg.side === 'sell' ? 'For' : 'Bought', leg.receive, false),
    ...priceRowsOf(leg, { side: leg.side, tolerance: undefined }).map(({ note: _note, ...row }) => row),
    ...moneyRow('swap-fee', 'Swap fee', leg.swapFee, false),
  ];
}

/** One operation among several, short. */
export function partRows(part: QuotePart): KeyValueRow[] {
  const tolerance =
    'tolerance' in part.step && part.step.tolerance > 0 ? formatPercent(part.step.tolerance) : undefined;
  return [
    ...amountRows(part.step, part).map(({ strong: _strong, ...row }) => row),
    ...priceRowsOf(part, { side: part.step.kind === 'stake.add' ? 'buy' : 'sell', tolerance })
      .filter(({ id }) => id !== 'price')
      .map(({ note: _note, ...row }) => row),
    ...moneyRow('swap-fee', 'Swap fee', part.swapFee, false),
  ];
}

export function feeRows({ swapFee, networkFee, feeInAlpha }: Quote): KeyValueRow[] {
  const rows = moneyRow('swap-fee', 'Swap fee', swapFee, false);
  const fee = <Amount value={networkFee} unit={TAO} full always />;
  rows.push(
    feeInAlpha === undefined
      ? { id: 'fee', label: 'Network fee', value: fee }
      : {
          id: 'fee',
          label: 'Network fee, paid in alpha',
          value: (
            <>
              <span className="text-muted">at most </span>
              <Money of={feeInAlpha} />
            </>
          ),
          note: (
            <>
              Worth {fee}, with some room, at the price of this block: there is too little free TAO for it. The chain
              takes what sells for the fee and leaves the rest in the position.
            </>
          ),
        },
  );
  return rows;
}
