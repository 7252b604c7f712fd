import { cx } from '../../lib/cx.ts';
import { shareText } from '../../lib/share-text.ts';
import type { Gap } from './sale.ts';

const TONE: Readonly<Record<Gap['weight'], string>> = {
  none: 'text-muted',
  notable: 'text-attention font-medium',
  strong: 'text-danger font-medium',
};

/** How much less than at spot price a sale pays: a sign, a share and a word; the colour only repeats its weight. */
export function Loss({ gap }: { gap: Gap }) {
  if (gap.lost <= 0n) return null;
  const share = shareText(gap.lost, gap.of);
  return share === undefined ? null : <span className={cx('figures', TONE[gap.weight])}>{share} less</span>;
}
