import { describe, expect, test } from 'vitest';
import { toAlphaRao, toRao } from '../../../shared/units/index.ts';
import type { ChainEvent } from '../../chain/port.ts';
import { FakeChain } from '../testing/fake-chain.test-support.ts';
import { ROOT } from '../testing/plan-world.test-support.ts';
import { COLDKEY, HOTKEY } from '../testing/setup.test-support.ts';
import { movedBy } from './moved.ts';

const claimed: ChainEvent = {
  pallet: 'SubtensorModule',
  name: 'BasketClaimed',
  fields: Object.entries({ hotkey: HOTKEY, coldkey: COLDKEY, tao: 13n }).map(([name, value]) => ({
    name,
    type: '',
    value,
  })),
};

describe('what the claim of a basket brought', () => {
  const transaction = {
    intent: { kind: 'basket.claim', coldkey: COLDKEY, hotkey: HOTKEY },
    call: { pallet: 'SubtensorModule', call: 'claim_root_with_hotkey', args: [] },
  } as const;
  const moved = (events: readonly ChainEvent[], ok = true) => {
    const chain = new FakeChain();
    chain.stakeGains = () => [{ netuid: ROOT, alpha: toAlphaRao(12n) }];
    return movedBy(chain, transaction, { block: chain.best, index: 1, ok, fee: toRao(1n), events });
  };

  test('is told once, by its event', async () => {
    expect(await moved([claimed])).toEqual([{ way: 'received', netuid: ROOT, amount: 13n }]);
  });

  test('is told by the shares it added where no event tells it', async () => {
    expect(await moved([])).toEqual([{ way: 'received', netuid: ROOT, amount: 12n }]);
  });

  test('is nothing where the call failed', async () => {
    expect(await moved([claimed], false)).toEqual([]);
  });
});
