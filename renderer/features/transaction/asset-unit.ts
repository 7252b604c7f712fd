import type { Asset } from '../../../shared/contract/index.ts';
import { type AmountUnit, TAO } from '../../ui/Amount.tsx';

/** The unit an asset's figures carry. */
export function assetUnit(asset: Asset): AmountUnit {
  return asset.kind === 'tao' ? TAO : { kind: 'alpha', symbol: asset.symbol, netuid: asset.netuid };
}
