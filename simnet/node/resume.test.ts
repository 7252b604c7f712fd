import { beforeAll, describe, expect, it } from 'vitest';
import { initRuntime } from '../runtime/index.ts';
import { SimNode } from './node.ts';
import type { KeptBlock, ResumedChain } from './resume.ts';
import { StateDiscarded } from './state-layers.ts';
import { heightIn, tinyRuntime } from './tiny-runtime.test-support.ts';

const SEEN = new Map([['bb', Uint8Array.of(9)]]);

function nodeWith(resume?: ResumedChain): SimNode {
  const plain = { genesis: new Map(), startMs: 0n, slotMs: 1000n, finalityLag: 2, keepStates: 5 };
  return new SimNode({ ...plain, runtime: tinyRuntime(), resume });
}

/** A chain at height 300, and what an earlier run kept of it: its last three blocks. */
function kept(): { node: SimNode; resume: ResumedChain } {
  const node = nodeWith();
  for (let i = 0; i < 300; i += 1) node.mine();
  node.finalizeTo(300);
  const blocks = [298, 299, 300].flatMap((height): KeptBlock[] => {
    const block = node.chain.at(height);
    return block === undefined ? [] : [{ ...block, remnant: SEEN }];
  });
  const { state } = node.chain.best;
  const whole = new Map([...state.keys('')].map((key) => [key, state.get(key) ?? new Uint8Array()]));
  return { node, resume: { blocks, state: whole } };
}

describe('a chain that goes on where an earlier run ended', () => {
  beforeAll(initRuntime);

  it('makes the very blocks the earlier run would have made', () => {
    const { node, resume } = kept();
    const next = nodeWith(resume);
    expect(next.chain.genesis.hash).toBe(node.chain.genesis.hash);
    expect([next.chain.best.hash, next.chain.finalized.hash]).toEqual([node.chain.best.hash, node.chain.best.hash]);
    for (let i = 0; i < 20; i += 1) expect(next.mine().hash).toBe(node.mine().hash);
    expect(next.chain.finalized.hash).toBe(node.chain.finalized.hash);
    expect(heightIn(next.chain.best.state)).toBe(320 % 256);
  });

  it('knows the blocks kept and their remnants, and says of the rest that it is not kept', () => {
    const { node, resume } = kept();
    const { chain } = nodeWith(resume);
    expect([0, 1, 297, 298, 299, 300, 301].map((height) => chain.hashAt(height) === node.chain.hashAt(height))).toEqual(
      [true, false, false, true, true, true, true],
    );
    const older = chain.at(299)?.state;
    expect(chain.at(299)?.extrinsicHashes).toEqual(node.chain.at(299)?.extrinsicHashes);
    expect(older?.get('bb')).toEqual(Uint8Array.of(9));
    expect(() => older?.get('aa')).toThrow(StateDiscarded);
    expect(() => [...(older?.keys('') ?? [])]).toThrow(StateDiscarded);
    expect(() => chain.genesis.state.get('aa')).toThrow(StateDiscarded);
  });

  it('forks and prunes as any other', () => {
    const next = nodeWith(kept().resume);
    const head = next.chain.best;
    next.mine();
    const rival = next.branch(head, head.timestampMs + 1001n);
    const longer = next.branch(rival, rival.timestampMs + 1000n);
    expect(next.chain.best).toBe(longer);
    for (let i = 0; i < 12; i += 1) next.mine();
    expect(() => head.state.get('aa')).toThrow(StateDiscarded);
    expect(heightIn(next.chain.at(308)?.state ?? head.state)).toBe(308 % 256);
  });

  it('refuses blocks with a gap, and a first block of another chain', () => {
    const { resume } = kept();
    const [first, , last] = resume.blocks;
    if (first === undefined || last === undefined) throw new Error('three blocks were kept');
    expect(() => nodeWith({ ...resume, blocks: [first, last] })).toThrow(RangeError);
    const foreign = { ...first, header: { ...first.header, number: 1 } };
    expect(() => nodeWith({ ...resume, blocks: [foreign] })).toThrow(RangeError);
  });

  it('begins at genesis when nothing was kept yet', () => {
    const next = nodeWith({ blocks: [], state: new Map() });
    expect(next.mine().hash).toBe(nodeWith().mine().hash);
  });
});
