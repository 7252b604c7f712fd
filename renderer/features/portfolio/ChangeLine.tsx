import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { shareText } from '../../lib/share-text.ts';
import { blockText, momentText } from '../../lib/time-text.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Change } from './change.ts';

export interface ChangeLineProps {
  /** `24 h`. */
  readonly span: string;
  readonly change: Change;
}

/** How much the total rose or fell over a span: in words, with a sign, and with a colour besides. */
export function ChangeLine({ span, change: { amount, before, sinceMs, sinceBlock } }: ChangeLineProps) {
  const share = shareText(amount, before);
  const [icon, word, tone] =
    amount > 0n
      ? [TrendingUp, 'up', 'text-success']
      : amount < 0n
        ? [TrendingDown, 'down', 'text-danger']
        : [Minus, 'no change', 'text-muted'];
  return (
    <span
      className="inline-flex flex-wrap items-center gap-x-1.5"
      title={`Since ${momentText(sinceMs)}, block ${blockText(sinceBlock)}; transfers in and out are part of it`}
    >
      <span className="text-muted">{span}</span>
      <Icon icon={icon} size={15} className={tone} />
      <span className={cx('font-medium', tone)}>{word}</span>
      {amount === 0n ? null : (
        <>
          <Amount value={amount} unit={TAO} signed />
          {share === undefined ? null : (
            <span className="figures text-muted">
              ({amount < 0n ? '−' : '+'}
              {share})
            </span>
          )}
        </>
      )}
    </span>
  );
}
