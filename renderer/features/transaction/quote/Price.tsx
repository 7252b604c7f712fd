import type { RaoPerAlpha } from '../../../../shared/units/index.ts';
import { Amount, TAO } from '../../../ui/Amount.tsx';

/** A price: TAO for one whole alpha, exact. */
export function Price({ value }: { value: RaoPerAlpha }) {
  return (
    <span className="whitespace-nowrap">
      <Amount value={value} unit={TAO} full always /> <span className="text-muted">per α</span>
    </span>
  );
}
