import { describe, expect, it } from 'vitest';
import { RuntimeCodec } from '../scale/codec.ts';
import { toHex } from '../scale/hex.ts';
import { compactBytes, concatBytes, listBytes, u16Bytes, u32Bytes, u64Bytes } from '../scale/writer.ts';
import { eventIndexes } from '../testing/event-index.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE } from '../testing/snapshots.ts';
import { readInclusion } from './inclusion.ts';

const block = { blockNumber: 6, blockHash: `0x${'01'.repeat(32)}` };
/** DispatchInfo: two compacts of weight, class, pays_fee. */
const info = concatBytes(compactBytes(1n), compactBytes(2n), Uint8Array.of(0, 0));
/** DispatchError::Module of SubtensorModule (7), error 1. */
const moduleError = Uint8Array.of(3, 7, 1, 0, 0, 0);

describe.skipIf(!hasSnapshots)(`the fate of an extrinsic${SNAPSHOT_NOTE}`, () => {
  const codec = hasSnapshots ? new RuntimeCodec(readSnapshot(424)) : undefined;
  if (codec === undefined) return;
  const event = (name: string, fields: Uint8Array, extrinsic = 2): Uint8Array => {
    const [pallet = '', item = ''] = name.split('.');
    const [palletIndex, index] = eventIndexes(pallet, item);
    const phase = concatBytes(Uint8Array.of(0), u32Bytes(extrinsic));
    return concatBytes(phase, Uint8Array.of(palletIndex, index), fields, Uint8Array.of(0));
  };
  const success = event('System.ExtrinsicSuccess', info);
  const fee = event(
    'TransactionPayment.TransactionFeePaid',
    concatBytes(new Uint8Array(32), u64Bytes(135_261n), u64Bytes(0n)),
  );
  const read = (...events: Uint8Array[]) => readInclusion(codec, block, 2, toHex(listBytes(events)));
  const name = codec.moduleError(7, 1);

  it('is read from its own events only', () => {
    const other = event('System.ExtrinsicFailed', concatBytes(moduleError, info), 1);
    expect(read(other, fee, success)).toMatchObject({ block, index: 2, ok: true, fee: 135_261n });
    expect(read(other, fee, success).events.map((one) => one.name)).toEqual(['TransactionFeePaid', 'ExtrinsicSuccess']);
  });

  it('names the module error of a failure, and still its fee', () => {
    const failed = event('System.ExtrinsicFailed', concatBytes(moduleError, info));
    expect(read(fee, failed)).toMatchObject({ ok: false, error: name, fee: 135_261n });
    expect(name).toMatch(/^SubtensorModule\./);
  });

  it.each([
    ['a bare error', Uint8Array.of(2), 'BadOrigin'],
    ['a token error', Uint8Array.of(7, 0), 'Token.FundsUnavailable'],
    ['an error of a pallet nobody knows', Uint8Array.of(3, 250, 1, 0, 0, 0), 'Module'],
  ])('names %s', (_, error, expected) => {
    expect(read(event('System.ExtrinsicFailed', concatBytes(error, info)))).toMatchObject({
      ok: false,
      error: expected,
    });
  });

  it('is failure when a call inside failed although the extrinsic succeeded', () => {
    const err = concatBytes(Uint8Array.of(1), moduleError);
    for (const inner of [
      event('Utility.BatchInterrupted', concatBytes(u32Bytes(0), moduleError)),
      event('Utility.ItemFailed', moduleError),
      event('Proxy.ProxyExecuted', err),
      event('Sudo.Sudid', err),
    ]) {
      expect(read(inner, success)).toMatchObject({ ok: false, error: name });
    }
    expect(read(event('Proxy.ProxyExecuted', Uint8Array.of(0)), success).ok).toBe(true);
  });

  it('tells the fee in alpha where alpha paid it, and what that brought in TAO', () => {
    const inAlpha = event(
      'SubtensorModule.TransactionFeePaidWithAlpha',
      concatBytes(new Uint8Array(32), u16Bytes(4), u64Bytes(9_000n), u64Bytes(135_000n)),
    );
    expect(read(inAlpha, fee, success)).toMatchObject({
      ok: true,
      fee: 135_000n,
      feeInAlpha: { netuid: 4, alpha: 9_000n },
    });
    expect(read(fee, success)).not.toHaveProperty('feeInAlpha');
  });

  it('is not success without the word of the chain', () => {
    expect(read(fee)).toMatchObject({ ok: false, error: 'Unknown' });
  });
});
