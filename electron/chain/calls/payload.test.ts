import { Metadata, TypeRegistry } from '@polkadot/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { RuntimeCodec } from '../scale/codec.ts';
import { toHex } from '../scale/hex.ts';
import { compactBytes, concatBytes } from '../scale/writer.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE, SNAPSHOT_SPECS } from '../testing/snapshots.ts';
import { assembleExtrinsic } from './assemble.ts';
import { eraFrom } from './era.ts';
import { buildPayload, type PayloadParts, readPayload } from './payload.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const dest = new Uint8Array(32).fill(7);
const signer = addressOf(new Uint8Array(32).fill(9));

/** Balances.transfer_keep_alive, which has the same index in every spec. */
const transfer = (value: bigint): Uint8Array => concatBytes(Uint8Array.of(5, 3, 0), dest, compactBytes(value));

const parts = (spec: number): fc.Arbitrary<PayloadParts> =>
  fc
    .record({
      value: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      tip: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      nonce: fc.nat(2 ** 31),
      birth: fc.nat(2 ** 31),
      period: fc.constantFrom(4, 64, 128, 2048),
      genesis: hash,
      birthHash: hash,
      metadataHash: fc.option(hash, { nil: undefined }),
      transactionVersion: fc.nat(100),
    })
    .map(({ value, birth, period, genesis, birthHash, metadataHash, transactionVersion, ...rest }) => ({
      ...rest,
      callBytes: transfer(value),
      era: eraFrom(birth, period),
      runtime: { genesisHash: toHex(genesis), specName: 'node-subtensor', specVersion: spec, transactionVersion },
      birthHash: toHex(birthHash),
      ...(metadataHash === undefined ? {} : { metadataHash }),
    }));

describe.skipIf(!hasSnapshots).each(SNAPSHOT_SPECS)(`signing payloads under spec %i${SNAPSHOT_NOTE}`, (spec) => {
  const codec = hasSnapshots ? new RuntimeCodec(readSnapshot(spec)) : undefined;
  if (codec === undefined) return;

  it('read back to every part they were made from', () => {
    fc.assert(
      fc.property(parts(spec), (given) => {
        const { decoded, callEnd } = readPayload(codec, buildPayload(codec, given));
        expect(callEnd).toBe(given.callBytes.length);
        expect(decoded).toMatchObject({
          nonce: given.nonce,
          tip: given.tip,
          era: given.era,
          specVersion: spec,
          transactionVersion: given.runtime.transactionVersion,
          genesisHash: given.runtime.genesisHash,
          birthHash: given.birthHash,
          metadataHashMode: given.metadataHash === undefined ? 0 : 1,
        });
        expect(decoded.metadataHash).toBe(given.metadataHash && toHex(given.metadataHash));
        expect(decoded.call).toMatchObject({ pallet: 'Balances', call: 'transfer_keep_alive' });
      }),
    );
  });

  it('are byte for byte what @polkadot/types would sign', () => {
    const registry = new TypeRegistry();
    const empty = Object.fromEntries(
      codec
        .extensions()
        .filter((one) => codec.types.isZeroSized(one.extraType) && codec.types.isZeroSized(one.implicitType))
        .map((one) => [one.name, { extrinsic: {}, payload: {} }]),
    );
    registry.setMetadata(new Metadata(registry, readSnapshot(spec)), undefined, empty);
    fc.assert(
      fc.property(parts(spec), (given) => {
        const theirs = registry.createType(
          'ExtrinsicPayload',
          {
            method: toHex(given.callBytes),
            era: registry.createType('ExtrinsicEra', { current: given.era.phase, period: given.era.period }),
            nonce: given.nonce,
            tip: given.tip,
            specVersion: spec,
            transactionVersion: given.runtime.transactionVersion,
            genesisHash: given.runtime.genesisHash,
            blockHash: given.birthHash,
            mode: given.metadataHash === undefined ? 0 : 1,
            metadataHash: given.metadataHash === undefined ? null : toHex(given.metadataHash),
          },
          { version: 4 },
        );
        expect(toHex(buildPayload(codec, given))).toBe(toHex(theirs.toU8a({ method: true })));
      }),
      { numRuns: 30 },
    );
  });

  it('with any byte missing, added or not canonical are refused', () => {
    fc.assert(
      fc.property(parts(spec), fc.nat(), (given, cut) => {
        const payload = buildPayload(codec, given);
        const shorter = payload.subarray(0, cut % payload.length);
        for (const wrong of [shorter, Uint8Array.of(...payload, 0)]) {
          expect(() => readPayload(codec, wrong)).toThrow(AppError);
        }
      }),
    );
  });

  it('assemble into an extrinsic that @polkadot/types reads as signed by the signer', () => {
    const registry = new TypeRegistry();
    registry.setMetadata(new Metadata(registry, readSnapshot(spec)), undefined, undefined, true);
    const given = fc.sample(parts(spec), 1)[0];
    if (given === undefined) return;
    const signature = concatBytes(Uint8Array.of(1), new Uint8Array(64).fill(5));
    const { bytes } = assembleExtrinsic(codec, signer, buildPayload(codec, given), signature);
    const read = registry.createType('Extrinsic', bytes);
    expect(read.isSigned).toBe(true);
    expect(read.signer.toString()).toBe(signer);
    expect(read.nonce.toNumber()).toBe(given.nonce);
    expect(toHex(read.method.toU8a())).toBe(toHex(given.callBytes));
  });

  it('are not assembled with a signature of the wrong size', () => {
    const given = fc.sample(parts(spec), 1)[0];
    if (given === undefined) return;
    const payload = buildPayload(codec, given);
    for (const size of [0, 64, 66]) {
      const signature = new Uint8Array(size).fill(1);
      expect(() => assembleExtrinsic(codec, signer, payload, signature)).toThrow(AppError);
    }
  });
});
