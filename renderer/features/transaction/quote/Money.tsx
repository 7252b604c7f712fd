import type { AssetAmount } from '../../../../shared/contract/index.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { assetUnit } from '../asset-unit.ts';

/** An amount with its currency, all decimals, shown even while balances are hidden. */
export function Money({ of: { asset, amount } }: { of: AssetAmount }) {
  return <Amount value={amount} unit={assetUnit(asset)} full always />;
}
