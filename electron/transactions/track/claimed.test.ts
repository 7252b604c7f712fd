import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/index.ts';
import { toAlphaRao } from '../../../shared/units/index.ts';
import type { StakeGainsQuery } from '../../chain/delegation-port.ts';
import { FakeChain } from '../testing/fake-chain.test-support.ts';
import { OTHER_SUBNET, ROOT } from '../testing/plan-world.test-support.ts';
import { COLDKEY, codeOf, HOTKEY, SUBNET } from '../testing/setup.test-support.ts';
import { claimedOf } from './claimed.ts';

const claim = { kind: 'root.claim', coldkey: COLDKEY, netuids: [SUBNET, OTHER_SUBNET] } as const;
const wish = { ...claim, netuids: [...claim.netuids] };

describe('what a claim paid', () => {
  test('is what root and the claimed subnets gained in its own block', async () => {
    const chain = new FakeChain();
    let asked: StakeGainsQuery | undefined;
    chain.stakeGains = (query) => {
      asked = query;
      return [
        { netuid: ROOT, alpha: toAlphaRao(7n) },
        { netuid: SUBNET, alpha: toAlphaRao(0n) },
        { netuid: OTHER_SUBNET, alpha: toAlphaRao(5n) },
      ];
    };
    expect(await claimedOf(chain, wish, { block: chain.best, index: 2 })).toEqual([
      { way: 'received', netuid: ROOT, amount: 7n },
      { way: 'received', netuid: OTHER_SUBNET, amount: 5n },
    ]);
    const parent = { blockNumber: 9, blockHash: chain.blocks[9]?.blockHash };
    expect(asked).toMatchObject({
      coldkey: COLDKEY,
      netuids: [ROOT, SUBNET, OTHER_SUBNET],
      parent,
      block: chain.best,
      index: 2,
    });
  });

  test('of one basket is what root stake with its validator gained', async () => {
    const chain = new FakeChain();
    chain.stakeGains = ({ hotkey, netuids }) =>
      hotkey === HOTKEY && netuids.length === 1 ? [{ netuid: ROOT, alpha: toAlphaRao(3n) }] : [];
    const basket = { kind: 'basket.claim', coldkey: COLDKEY, hotkey: HOTKEY } as const;
    expect(await claimedOf(chain, basket, { block: chain.best, index: 2 })).toEqual([
      { way: 'received', netuid: ROOT, amount: 3n },
    ]);
  });

  test('stays unknown where the node no longer has the block, and is asked again where the line is down', async () => {
    const chain = new FakeChain();
    chain.stakeGains = () => {
      throw new AppError('chain.rpc_failed');
    };
    expect(await claimedOf(chain, wish, { block: chain.best, index: 2 })).toEqual([]);
    chain.online = false;
    expect(await codeOf(claimedOf(chain, wish, { block: chain.best, index: 2 }))).toBe('chain.offline');
  });
});
