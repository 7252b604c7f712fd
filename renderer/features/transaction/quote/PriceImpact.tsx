import { TriangleAlert } from 'lucide-react';
import type { Ppm } from '../../../../shared/units/index.ts';
import { cx } from '../../../lib/cx.ts';
import { formatPercent } from '../../../lib/percent-text.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { type ImpactWeight, impactWeight } from './quote-freshness.ts';

const LOOK: Readonly<Record<ImpactWeight, string>> = {
  slight: '',
  notable: 'text-attention font-semibold',
  strong: 'text-danger font-semibold',
};
const WORD: Readonly<Record<ImpactWeight, string>> = { slight: '', notable: 'high', strong: 'very high' };

/** Loss against the spot price, fee included. Weighty ones say so in a word, not by colour alone. */
export function PriceImpact({ ppm }: { ppm: Ppm }) {
  const weight = impactWeight(ppm);
  return (
    <span className={cx('figures inline-flex items-center gap-1', LOOK[weight])}>
      {weight === 'slight' ? null : <Icon icon={TriangleAlert} size={14} />}
      {formatPercent(ppm)} %{weight === 'slight' ? null : <span>({WORD[weight]})</span>}
    </span>
  );
}
