import { describe, expect, it } from 'vitest';
import { NETWORKS } from '../../../shared/constants/networks.ts';
import { toChainError } from '../connection/rpc-error.ts';
import { RuntimeCodec } from '../scale/codec.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE } from '../testing/snapshots.ts';
import { metadataHashMode } from './metadata-hash-mode.ts';

const LOCAL = `0x${'ab'.repeat(32)}`;
const best = { blockNumber: 5, blockHash: `0x${'01'.repeat(32)}` };

describe.skipIf(!hasSnapshots)(`the metadata hash mode${SNAPSHOT_NOTE}`, () => {
  const mode = (genesisHash: string, answer: () => Promise<unknown>, clearSigning = true): Promise<0 | 1> => {
    const codec = new RuntimeCodec(readSnapshot(424));
    return metadataHashMode({ identity: { genesisHash }, codec, capabilities: { clearSigning } }, best, answer);
  };
  const never = (): Promise<unknown> => Promise.reject(new Error('no question is expected'));

  it.each([NETWORKS.finney.genesisHash, NETWORKS.test.genesisHash])('is 1 on %s without asking', async (genesis) => {
    expect(await mode(genesis ?? '', never)).toBe(1);
  });

  it('cannot be talked down on the named networks', async () => {
    await expect(mode(NETWORKS.finney.genesisHash ?? '', never, false)).rejects.toEqual(
      expect.objectContaining({ code: 'chain.metadata_invalid' }),
    );
  });

  it.each([
    ['gets as far as the signature', '0x010004', 1],
    ['fails before it', '0x010100', 0],
    ['says something else', '0x00', 1],
  ] as const)('elsewhere follows a runtime that %s', async (_, answer, expected) => {
    expect(await mode(LOCAL, () => Promise.resolve(answer))).toBe(expected);
  });

  it('stays 1 where the question is not understood', async () => {
    expect(await mode(LOCAL, () => Promise.reject(toChainError({ code: -32601, text: '' }, 'state_call')))).toBe(1);
  });

  it('is 0 where the metadata has no digest', async () => {
    expect(await mode(LOCAL, never, false)).toBe(0);
  });
});
