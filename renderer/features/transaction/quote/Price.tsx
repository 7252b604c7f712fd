import type { RaoPerAlpha } from '../../../../shared/units/index.ts';
import { Amount, type AmountUnit, TAO, unitText } from '../../../ui/Amount.tsx';

export interface PriceProps {
  readonly value: RaoPerAlpha;
  /** What it is counted in; TAO unless two alphas are traded for each other. */
  readonly unit?: AmountUnit;
  /** For one of what; alpha unless said. */
  readonly per?: AmountUnit;
}

/** A price: so much for one whole alpha, exact. */
export function Price({ value, unit = TAO, per }: PriceProps) {
  return (
    <span>
      <Amount value={value} unit={unit} full always />{' '}
      <span className="whitespace-nowrap text-muted">per {per === undefined ? 'α' : unitText(per)}</span>
    </span>
  );
}
