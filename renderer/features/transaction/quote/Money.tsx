import type { AssetAmount } from '../../../../shared/contract/index.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { assetUnit } from '../asset-unit.ts';

export interface MoneyProps {
  readonly of: AssetAmount;
  /** An estimate that nothing bounds. */
  readonly approximate?: boolean;
}

/** An amount with its currency, all decimals, shown even while balances are hidden. */
export function Money({ of: { asset, amount }, approximate = false }: MoneyProps) {
  return <Amount value={amount} unit={assetUnit(asset)} full always approximate={approximate} />;
}
