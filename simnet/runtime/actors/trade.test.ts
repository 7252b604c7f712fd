import { beforeAll, describe, expect, it } from 'vitest';
import { startSimnet } from '../../index.ts';
import { actorAccounts, buildGenesis } from '../../scenarios/index.ts';
import { bookErrors } from '../books.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { priceOf } from '../pool/reserves.ts';
import { SubnetVolume } from '../storage/subnet.ts';
import { type SeenEvent, TestChain } from '../test-kit.ts';

const BLOCKS = 40;

describe('strangers who trade', () => {
  beforeAll(initRuntime);
  const run = (perBlock: number): { chain: TestChain; events: SeenEvent[] } => {
    const actors = { accounts: actorAccounts(1), perBlock };
    const chain = new TestChain(createRuntime({ emission: false, actors }), buildGenesis('demo', 1));
    const events: SeenEvent[] = [];
    for (let block = 0; block < BLOCKS; block += 1) events.push(...chain.block());
    return { chain, events };
  };

  it('buy and sell, a little each, so that prices move and volumes grow', () => {
    const { chain, events } = run(3);
    const genesis = new TestChain(createRuntime(), buildGenesis('demo', 1)).state;
    const named = (name: string) => events.filter((event) => event.name === `SubtensorModule.${name}`).length;
    expect(named('StakeAdded')).toBeGreaterThan(10);
    expect(named('StakeRemoved')).toBeGreaterThan(3);
    const moved = [1, 2, 3, 4, 5, 6, 7, 8].filter(
      (netuid) =>
        priceOf(chain.state, netuid) !== priceOf(genesis, netuid) && SubnetVolume.get(chain.state, netuid) > 0n,
    );
    expect(moved.length).toBeGreaterThan(5);
    for (const netuid of moved) {
      const [before, after] = [priceOf(genesis, netuid), priceOf(chain.state, netuid)];
      expect(after * 100n).toBeGreaterThan(before * 90n);
      expect(after * 100n).toBeLessThan(before * 110n);
    }
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('do the same on the same blocks', () => {
    expect(run(2).chain.state.map).toEqual(run(2).chain.state.map);
  });

  it('stay away unless they are asked for, and follow the seed where they are', async () => {
    const hashOf = async (seed: number, actors?: number): Promise<string> => {
      const options = actors === undefined ? {} : { actors };
      const net = await startSimnet({ scenario: 'demo', seed, manual: true, emission: false, ...options });
      const { hash } = net.control.mine(12);
      await net.stop();
      return hash;
    };
    const quiet = await hashOf(1);
    expect(await hashOf(1)).toBe(quiet);
    const lively = await hashOf(1, 3);
    expect(lively).not.toBe(quiet);
    expect(await hashOf(1, 3)).toBe(lively);
  });
});
