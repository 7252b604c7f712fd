import { beforeAll, describe, expect, it } from 'vitest';
import { initRuntime } from '../runtime/index.ts';
import { SimNode } from './node.ts';
import { StateDiscarded } from './state-layers.ts';
import { heightIn, tinyRuntime } from './tiny-runtime.test-support.ts';

describe('a chain over any runtime', () => {
  beforeAll(initRuntime);
  const nodeWith = (keepStates: number): SimNode =>
    new SimNode({
      runtime: tinyRuntime(),
      genesis: new Map(),
      startMs: 0n,
      slotMs: 1000n,
      finalityLag: 2,
      keepStates,
    });

  it('reads every state it keeps, and says so of those it does not', () => {
    const node = nodeWith(5);
    for (let i = 0; i < 12; i += 1) node.mine();
    const { chain } = node;
    for (let height = 5; height <= 12; height += 1)
      expect(heightIn(chain.at(height)?.state ?? chain.best.state)).toBe(height);
    for (let height = 0; height < 5; height += 1) {
      const block = chain.at(height);
      expect(() => block?.state.get('aa')).toThrow(StateDiscarded);
    }
    expect(chain.at(1)?.extrinsics).toHaveLength(1);
  });

  it('forgets dropped branches when their height leaves the kept range', () => {
    const node = nodeWith(3);
    for (let i = 0; i < 4; i += 1) node.mine();
    const parent = node.chain.at(3);
    if (parent === undefined) throw new Error('no block 3');
    const rival = node.branch(parent, parent.timestampMs + 1001n);
    expect(node.chain.get(rival.hash)).toBe(rival);
    expect(heightIn(rival.state)).toBe(4);
    for (let i = 0; i < 8; i += 1) node.mine();
    expect(node.chain.get(rival.hash)).toBeUndefined();
    expect(node.chain.tree.hashesAt(4)).toHaveLength(1);
  });

  it('chains headers by hash and number', () => {
    const node = nodeWith(9);
    for (let i = 0; i < 5; i += 1) node.mine();
    for (let height = 1; height <= 5; height += 1) {
      expect(node.chain.at(height)?.parentHash).toBe(node.chain.hashAt(height - 1));
      expect(node.chain.at(height)?.header.number).toBe(height);
    }
  });

  it('will not be put back further than it can read', () => {
    const node = nodeWith(3);
    node.mine();
    const restore = node.snapshot();
    for (let i = 0; i < 10; i += 1) node.mine();
    expect(restore).toThrow(RangeError);
  });

  it('gives up on a block that is not finalized for 512 blocks', () => {
    const node = nodeWith(2000);
    node.stallFinality(true);
    const told: string[] = [];
    node.transactions.onStatus.add(({ status }) => {
      if ('index' in status && status.index === 1) told.push(`${status.kind} ${status.blockHash}`);
    });
    node.submit(Uint8Array.of(8, 132, 1));
    const { hash } = node.mine();
    for (let i = 0; i < 511; i += 1) node.mine();
    expect(told).toEqual([`inBlock ${hash}`]);
    node.mine();
    expect(told).toEqual([`inBlock ${hash}`, `finalityTimeout ${hash}`]);
  });
});
