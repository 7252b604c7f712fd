import { useEffect, useEffectEvent, useRef } from 'react';
import type { Quote } from '../../../../../shared/contract/index.ts';
import { plainAmount } from '../../../../lib/amount-parts.ts';
import { usePortfolio } from '../../../../stores/portfolio.ts';
import type { FormProblems } from '../../model/read/problems.ts';
import { AmountField } from './AmountField.tsx';

export interface TaoFieldProps {
  readonly from: string;
  readonly value: string;
  readonly problems: FormProblems;
  readonly quote: Quote | undefined;
  readonly onChange: (amount: string) => void;
}

const PARTS = [25n, 50n, 75n] as const;

/** Free TAO to spend: typed, a part of what is free, or all that leaves the fee. */
export function TaoField({ from, value, problems, quote, onChange }: TaoFieldProps) {
  const transferable = usePortfolio().portfolio?.balances.find(({ address }) => address === from)?.transferable;
  const wantMax = useMax(quote, onChange);
  const shortcuts =
    transferable === undefined
      ? []
      : [
          ...PARTS.map((percent) => ({
            label: `${percent} %`,
            onPress: () => onChange(plainAmount((transferable * percent) / 100n)),
          })),
          {
            label: 'Max',
            onPress: () => {
              wantMax();
              onChange(plainAmount(transferable));
            },
          },
        ];
  return (
    <AmountField
      label="Amount"
      unit="τ"
      value={value}
      problem={problems.sentences.amount}
      missing={problems.missing.includes('amount')}
      shortcuts={shortcuts}
      onChange={onChange}
    />
  );
}

/** After Max the first amount the chain says would work is taken once; the fee is then left over exactly. */
function useMax(quote: Quote | undefined, onChange: (amount: string) => void): () => void {
  const wanted = useRef(false);
  const take = useEffectEvent((amount: bigint) => onChange(plainAmount(amount)));
  useEffect(() => {
    if (!wanted.current || quote === undefined) return;
    const fits = quote.obstacles.find(({ suggestion }) => suggestion?.asset.kind === 'tao' && suggestion.amount > 0n);
    if (fits?.suggestion === undefined) return;
    wanted.current = false;
    take(fits.suggestion.amount);
  }, [quote]);
  return () => {
    wanted.current = true;
  };
}
