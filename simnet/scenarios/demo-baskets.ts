import { Delegates } from '../runtime/storage/hotkeys.ts';
import { TotalHotkeyAlpha } from '../runtime/storage/stake.ts';
import type { GenesisBuilder } from './genesis-builder.ts';

const TAO = 1_000_000_000n;

/** What every basket of the demo holds at first: millionths of an alpha for each TAO of root stake. */
const FIRST = [
  { netuid: 1, alphaPerTao: 24_000n },
  { netuid: 2, alphaPerTao: 16_000n },
  { netuid: 5, alphaPerTao: 40_000n },
] as const;

/** An epoch's root dividends for every validator on root, so that baskets can be looked at from the first block. */
export function fillBaskets(genesis: GenesisBuilder): void {
  const { state } = genesis;
  for (const [[hotkey]] of [...Delegates.entries(state)]) {
    const rootStake = TotalHotkeyAlpha.get(state, hotkey, 0);
    if (rootStake < TAO) continue;
    const plans = FIRST.map(({ netuid, alphaPerTao }) => ({
      netuid,
      alpha: 0n,
      root: (rootStake * alphaPerTao) / 1_000_000n,
    }));
    genesis.dividends(hotkey, plans);
  }
}
