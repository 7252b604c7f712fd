import { useContext } from 'react';
import type { Netuid } from '../../shared/units/index.ts';
import { amountParts, exactAmount } from '../lib/amount-parts.ts';
import { cx } from '../lib/cx.ts';
import { cleanText } from '../lib/hostile-text.ts';
import { AmountsHidden } from './amount-visibility.ts';

/** Which currency the figure is in. Alpha carries its subnet: two alphas are two currencies. Root stake is TAO. */
export type AmountUnit =
  | { readonly kind: 'tao' }
  | { readonly kind: 'alpha'; readonly symbol: string; readonly netuid: Netuid };

export const TAO: AmountUnit = { kind: 'tao' };

export interface AmountProps {
  /** Base units, 9 decimals: rao or alpha. */
  readonly value: bigint;
  readonly unit: AmountUnit;
  /** All nine decimals. Otherwise four, never rounded up, and all nine in the hint. */
  readonly full?: boolean;
  /** A change: shows a plus for a gain as well. */
  readonly signed?: boolean;
  /** Shown even while balances are hidden: amounts the person is about to approve. */
  readonly always?: boolean;
  /** An estimate: preceded by an approximation sign. */
  readonly approximate?: boolean;
  readonly className?: string;
}

/** The text of a unit: `τ`, or the subnet's symbol with its number. */
export function unitText(unit: AmountUnit): string {
  if (unit.kind === 'tao' || unit.netuid === 0) return 'τ';
  return `${cleanText(unit.symbol, 4).text} SN${unit.netuid}`.trim();
}

/** A figure with its unit. Exact, tabular, the tail dimmed. */
export function Amount({ value, unit, full, signed, always, approximate, className }: AmountProps) {
  const hidden = useContext(AmountsHidden) && always !== true;
  const symbol = unitText(unit);
  if (hidden) {
    return (
      <span className={cx('figures whitespace-nowrap', className)}>
        <span aria-hidden="true">•••••</span>
        <span className="sr-only">hidden</span> <span className="text-muted">{symbol}</span>
      </span>
    );
  }
  const { whole, head, tail } = amountParts(value, full === true);
  return (
    <span
      className={cx('figures whitespace-nowrap', className)}
      title={`${exactAmount(value)} ${symbol}`}
      data-base-units={value.toString()}
    >
      {approximate === true ? <span className="text-muted">≈ </span> : null}
      {`${signed === true && value > 0n ? '+' : ''}${whole}${head}`}
      <span className="text-faint">{tail}</span> <span className="font-normal text-muted">{symbol}</span>
    </span>
  );
}
