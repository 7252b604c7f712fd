import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/index.ts';
import { toAlphaRao, toRao } from '../../../shared/units/index.ts';
import type { ChainEvent } from '../../chain/port.ts';
import { FakeChain } from '../testing/fake-chain.test-support.ts';
import { ROOT } from '../testing/plan-world.test-support.ts';
import { COLDKEY, codeOf, HOTKEY } from '../testing/setup.test-support.ts';
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

describe('what the purchase of a basket brought', () => {
  const transaction = {
    intent: { kind: 'basket.buy', coldkey: COLDKEY, hotkey: HOTKEY, amount: toRao(50n) },
    call: { pallet: 'SubtensorModule', call: 'stake_into_basket', args: [] },
  } as const;
  const bought = { ...claimed, name: 'BasketStakedIn' };
  const spent = { way: 'spent', netuid: ROOT, amount: 13n };
  const moved = (chain: FakeChain, events: readonly ChainEvent[], ok = true) =>
    movedBy(chain, transaction, { block: chain.best, index: 1, ok, fee: toRao(1n), events });

  test('is what was spent, and the worth its shares gained from the block before to its own', async () => {
    const chain = new FakeChain();
    const asked: unknown[] = [];
    chain.basketGain = (query) => {
      asked.push(query);
      return 12n;
    };
    expect(await moved(chain, [bought])).toEqual([spent, { way: 'worth', netuid: ROOT, amount: 12n }]);
    const parent = { blockNumber: 9, blockHash: chain.blocks[9]?.blockHash };
    expect(asked).toEqual([{ coldkey: COLDKEY, hotkey: HOTKEY, parent, block: chain.best }]);
  });

  test('is silent about a worth that nobody can tell, or that fell', async () => {
    const chain = new FakeChain();
    for (const gain of [undefined, 0n, -1n]) {
      chain.basketGain = () => gain;
      expect(await moved(chain, [bought])).toEqual([spent]);
    }
    chain.basketGain = () => {
      throw new AppError('chain.rpc_failed');
    };
    expect(await moved(chain, [bought])).toEqual([spent]);
  });

  test('is asked again where the line is down', async () => {
    const chain = new FakeChain();
    chain.online = false;
    expect(await codeOf(moved(chain, [bought]))).toBe('chain.offline');
  });

  test('is nothing where no event tells it, and where the call failed', async () => {
    const chain = new FakeChain();
    chain.basketGain = () => 12n;
    expect(await moved(chain, [])).toEqual([]);
    expect(await moved(chain, [bought], false)).toEqual([]);
  });
});
