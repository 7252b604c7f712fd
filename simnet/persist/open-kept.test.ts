import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fund } from '../control/faucet.ts';
import { BOB, TAO } from '../node/rpc-client.test-support.ts';
import { StateDiscarded } from '../node/state-layers.ts';
import { Account, Events } from '../runtime/storage/system.ts';
import { devAccounts } from '../scenarios/dev-accounts.ts';
import { type KeptNode, type KeptWish, openKept } from './open-kept.ts';
import { decodeSaved, encodeSaved, type Saved } from './saved.ts';
import { writeStateFile } from './state-file.ts';

let dir: string;
let path: string;
let told: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'simnet-kept-'));
  path = join(dir, 'practice', 'chain.state');
  told = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function open(wish: Partial<KeptWish> = {}): Promise<KeptNode> {
  told = [];
  const tell = (notice: string): void => void told.push(notice);
  return openKept({ scenario: 'edge', seed: '1', clock: 'chain', path, tell, ...wish });
}

/** Three blocks after Bob got 5 TAO; the run has ended in order. */
async function firstRun(): Promise<KeptNode> {
  const kept = await open();
  fund(kept.node, BOB, 5n * TAO);
  kept.node.mine();
  kept.node.mine();
  kept.keeper?.close();
  return kept;
}

function bobs({ node }: KeptNode): bigint {
  const bob = devAccounts().find(({ name }) => name === 'Bob');
  if (bob === undefined) throw new Error('no Bob');
  return Account.get(node.chain.best.state, bob.accountId).data.free;
}

async function expectAnew(notice: string): Promise<void> {
  const before = readFileSync(path);
  const { node, keeper } = await open();
  expect(told).toEqual([notice]);
  expect([node.chain.best.number, node.chain.finalized.number]).toEqual([0, 0]);
  expect(readFileSync(`${path}.damaged`).equals(before)).toBe(true);
  node.mine();
  keeper?.close();
  expect(decodeSaved(readFileSync(path)).blocks).toHaveLength(1);
}

function rewrite(change: (saved: Saved) => Saved): void {
  writeStateFile(path, encodeSaved(change(decodeSaved(readFileSync(path)))));
}

describe('a practice network kept in a file', () => {
  it('goes on after a restart: same genesis, same money, next block on the last', async () => {
    const first = await firstRun();
    const last = first.node.chain.best;
    const second = await open();
    expect(told).toEqual(['resumed']);
    const { chain } = second.node;
    expect(chain.genesis.hash).toBe(first.node.chain.genesis.hash);
    expect(chain.finalized.hash).toBe(last.hash);
    expect(chain.best.hash).toBe(first.node.mine().hash);
    expect(bobs(second)).toBe(bobs(first));
    const all = (kept: KeptNode): unknown => {
      const { state } = kept.node.chain.best;
      return [...state.keys('')].map((key) => [key, state.get(key)]);
    };
    expect(all(second)).toEqual(all(first));
  });

  it('still tells hash, body and events of recent blocks, as a pruned node does', async () => {
    const first = await firstRun();
    const second = await open();
    const block = second.node.chain.at(1);
    expect(block?.hash).toBe(first.node.chain.hashAt(1));
    expect(block?.extrinsics).toEqual(first.node.chain.at(1)?.extrinsics);
    expect(block?.state.get(Events.keyOf())).toEqual(first.node.chain.at(1)?.state.get(Events.keyOf()));
    expect(() => block?.state.keys('')[Symbol.iterator]().next()).toThrow(StateDiscarded);
  });

  it('keeps 256 blocks and no more, over several runs', async () => {
    const first = await open();
    for (let i = 0; i < 300; i += 1) first.node.mine();
    first.keeper?.close();
    const { blocks } = decodeSaved(readFileSync(path));
    expect([blocks.length, blocks[0]?.header.number]).toEqual([256, 45]);
    const second = await open();
    second.node.mine();
    second.keeper?.close();
    const next = decodeSaved(readFileSync(path)).blocks;
    expect([next.length, next.at(-1)?.header.number]).toEqual([256, 302]);
  });

  it('writes the file for its owner only', async () => {
    await firstRun();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'practice')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(dir, 'practice'))).toEqual(['chain.state']);
  });

  it('writes as soon as paid money is final', async () => {
    const { node, keeper } = await open();
    keeper?.soon(fund(node, BOB, 5n * TAO));
    node.mine();
    expect(decodeSaved(readFileSync(path)).blocks).toHaveLength(0);
    node.mine();
    expect(decodeSaved(readFileSync(path)).blocks).toHaveLength(1);
  });

  it.each([0, 13, 20, 60, 200, 5_000, -40, -1])('begins anew when the byte at %d is damaged', async (offset) => {
    await firstRun();
    const bytes = readFileSync(path);
    const at = offset < 0 ? bytes.length + offset : offset;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(path, bytes);
    await expectAnew(offset === 13 ? 'other' : 'damaged');
  });

  it.each([0, 10, 47, 48, 3_000])('begins anew when only %d bytes are left', async (length) => {
    await firstRun();
    writeFileSync(path, readFileSync(path).subarray(0, length));
    await expectAnew('damaged');
  });

  it('begins anew on whole bytes that make no sense', async () => {
    await firstRun();
    rewrite((saved) => ({ ...saved, blocks: saved.blocks.filter((_block, index) => index !== 1) }));
    await expectAnew('damaged');
    rewrite((saved) => ({
      ...saved,
      state: new Map([...saved.state].map(([key, value]) => [key, value.subarray(0, 1)])),
    }));
    await expectAnew('damaged');
  });

  it('begins anew for another seed, scenario, version or genesis', async () => {
    for (const other of [
      { seed: '2' },
      { scenario: 'demo' },
      { specVersion: 425 },
      { genesisHash: `0x${'11'.repeat(32)}` },
    ]) {
      await firstRun();
      rewrite((saved) => ({ ...saved, ...other }));
      await expectAnew('other');
      rmSync(path);
    }
  });

  it('begins anew when baskets are asked for and were not before', async () => {
    await firstRun();
    const { node, keeper } = await open({ rootBaskets: true });
    expect(told).toEqual(['other']);
    node.mine();
    keeper?.close();
    await open({ rootBaskets: true });
    expect(told).toEqual(['resumed']);
  });

  it('keeps what it had when it was killed in the middle of a write', async () => {
    await firstRun();
    writeFileSync(`${path}.4711.tmp`, readFileSync(path).subarray(0, 900));
    const { node } = await open();
    expect(told).toEqual(['resumed']);
    expect(node.chain.finalized.number).toBe(3);
    expect(readdirSync(join(dir, 'practice'))).toEqual(['chain.state']);
  });

  it('goes on in memory when it cannot write, says so once, and leaves no half-written file', async () => {
    const kept = await open();
    rmSync(path);
    await mkdir(join(path, 'in the way'), { recursive: true });
    for (let i = 0; i < 6; i += 1) kept.keeper?.soon(fund(kept.node, BOB, 5n * TAO));
    kept.keeper?.close();
    expect(told).toEqual(['unwritable']);
    expect(kept.node.chain.best.number).toBe(6);
    expect(readdirSync(join(dir, 'practice'))).toEqual(['chain.state']);
  });

  it('does not overwrite what it can neither use nor put aside', async () => {
    await firstRun();
    writeFileSync(path, 'something else');
    await mkdir(join(`${path}.damaged`, 'in the way'), { recursive: true });
    const { keeper } = await open();
    expect(told).toEqual(['damaged', 'unwritable']);
    expect(keeper).toBeUndefined();
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe('something else');
  });
});
