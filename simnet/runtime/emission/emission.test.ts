import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, DEMO_NETUIDS, devAccount } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { bookErrors } from '../books.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { subnetAccount } from '../stake/accounts.ts';
import { stakeOf } from '../stake/position.ts';
import { LastEpochBlock } from '../storage/epoch.ts';
import { Delegates } from '../storage/hotkeys.ts';
import {
  AlphaDividendsPerSubnet,
  RootClaimable,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
} from '../storage/stake.ts';
import { ask, failureIn, TestChain } from '../test-kit.ts';
import { blockEmission } from './block-emission.ts';
import { split } from './split.ts';

const TAO = 1_000_000_000n;

describe('emission of a block', () => {
  it('halves at a half, three quarters and seven eighths of the cap', () => {
    const cap = 21_000_000n * TAO;
    expect(blockEmission(0n)).toBe(TAO);
    expect(blockEmission(cap / 2n - 1n)).toBe(TAO);
    expect(blockEmission(cap / 2n)).toBe(TAO / 2n);
    expect(blockEmission((cap * 3n) / 4n)).toBe(TAO / 4n);
    expect(blockEmission((cap * 7n) / 8n)).toBe(TAO / 8n);
    expect(blockEmission(cap)).toBe(0n);
  });

  it('is divided without creating anything', () => {
    const claims = [3n, 5n, 0n, 7n].map((weight, index) => ({ hotkey: `0x${index}` as const, weight }));
    const { shares, left } = split(1_000n, claims);
    expect(shares.reduce((sum, share) => sum + share.amount, left)).toBe(1_000n);
    expect(split(5n, []).left).toBe(5n);
  });
});

describe('a tempo', () => {
  beforeAll(initRuntime);

  it('pays nominators, takes and owners, and the same blocks give the same state', () => {
    const run = (): TestChain => {
      const chain = new TestChain(createRuntime(), buildGenesis('demo', 1));
      const hotkey = devAccount('Alice//hotkey').accountId;
      chain.submit('Charlie', 'SubtensorModule', 'add_stake', { hotkey, netuid: 1, amount_staked: 100n * TAO });
      chain.submit('Charlie', 'SubtensorModule', 'add_stake', { hotkey, netuid: 0, amount_staked: 1_000n * TAO });
      while (chain.blockNumber < 99) chain.block();
      return chain;
    };
    const chain = run();
    const hotkey = devAccount('Alice//hotkey').accountId;
    const position = { hotkey, coldkey: chain.account('Charlie').accountId, netuid: 1 };
    const before = stakeOf(chain.state, position);
    const owner = { hotkey, coldkey: chain.account('Alice').accountId, netuid: 1 };
    const ownerBefore = stakeOf(chain.state, owner);
    expect(ask(chain, 'SubnetInfoRuntimeApi', 'get_next_epoch_start_block', 1)).toBe(100n);
    chain.block();
    expect(LastEpochBlock.get(chain.state, 1)).toBe(100n);
    const grown = stakeOf(chain.state, position) - before;
    expect(grown).toBeGreaterThan(0n);
    const dividends = AlphaDividendsPerSubnet.get(chain.state, 1, hotkey);
    expect(dividends).toBeGreaterThan(0n);
    // Nominators share the dividends by stake; the take comes on top for the owner.
    const rest = TotalHotkeyAlphaLastEpoch.get(chain.state, hotkey, 1);
    expect(rest).toBe(TotalHotkeyAlpha.get(chain.state, hotkey, 1));
    expect(grown * 1_000_000n).toBeLessThan(((dividends * before) / ownerBefore) * 1_000_000n);
    expect(stakeOf(chain.state, owner) - ownerBefore).toBeGreaterThan((grown * ownerBefore) / before);
    expect(Delegates.get(chain.state, hotkey)).toBe(6553);
    expect(bookErrors(chain.state)).toEqual([]);
    const again = run();
    again.block();
    expect(again.state.map).toEqual(chain.state.map);
  });

  it('lets root dividends be claimed once, as TAO on root', () => {
    const chain = new TestChain(createRuntime(), buildGenesis('demo', 1));
    const hotkey = devAccount('Alice//hotkey').accountId;
    const root = { hotkey, coldkey: chain.account('Charlie').accountId, netuid: 0 };
    chain.submit('Charlie', 'SubtensorModule', 'add_stake', { hotkey, netuid: 0, amount_staked: 500_000n * TAO });
    while (chain.blockNumber < 100) chain.block();
    expect(RootClaimable.get(chain.state, hotkey).map(([netuid]) => netuid)).toEqual([1, 2, DEMO_NETUIDS.quick]);
    const staked = stakeOf(chain.state, root);
    expect(failureIn(chain.submit('Charlie', 'SubtensorModule', 'claim_root', { subnets: [1, 2] }))).toBeUndefined();
    const claimed = stakeOf(chain.state, root) - staked;
    expect(claimed).toBeGreaterThan(0n);
    chain.submit('Charlie', 'SubtensorModule', 'claim_root', { subnets: [1, 2] });
    expect(stakeOf(chain.state, root) - staked).toBe(claimed);
    // Stake that comes later earns nothing from before.
    chain.submit('Dave', 'SubtensorModule', 'add_stake', { hotkey, netuid: 0, amount_staked: 1_000n * TAO });
    const dave = { ...root, coldkey: chain.account('Dave').accountId };
    chain.submit('Dave', 'SubtensorModule', 'claim_root', { subnets: [1, 2] });
    expect(stakeOf(chain.state, dave)).toBe(1_000n * TAO);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('feeds the pools every block at an unchanged price', () => {
    const chain = new TestChain(createRuntime(), buildGenesis('demo', 1));
    const price = () => ask(chain, 'SwapRuntimeApi', 'current_alpha_price', 3) as bigint;
    const [before, tao] = [price(), freeOf(chain.state, subnetAccount(3))];
    for (let block = 0; block < 20; block += 1) chain.block();
    expect(freeOf(chain.state, subnetAccount(3))).toBeGreaterThan(tao);
    expect(price() - before <= 1n && before - price() <= 1n).toBe(true);
    expect(bookErrors(chain.state)).toEqual([]);
  });
});
