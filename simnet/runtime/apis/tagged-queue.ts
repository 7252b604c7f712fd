import { ByteReader } from '../extrinsic/reader.ts';
import { checkExtrinsic, toValidity } from '../extrinsic/validate.ts';
import { bytesOf } from '../hex.ts';
import type { InvalidTransaction } from '../port.ts';
import type { RawApiMethods } from './handler.ts';

function errorOf(refused: InvalidTransaction): unknown {
  const inner = { type: refused.kind, value: refused.kind === 'Custom' ? (refused.custom ?? 255) : undefined };
  return { type: refused.unknown === true ? 'Unknown' : 'Invalid', value: inner };
}

export const taggedQueueRaw: RawApiMethods = {
  validate_transaction: ({ state, block, facts }, args) => {
    const reader = new ByteReader(args);
    reader.u8(); // source: local, external or in block; all are checked alike
    const begin = reader.at;
    reader.take(Number(reader.compact()));
    const checked = checkExtrinsic(state, reader.since(begin), block, facts);
    const validity = checked.ok ? toValidity(checked, block) : checked;
    if (!validity.ok) return { success: false, value: errorOf(validity) };
    const { priority, longevity, propagate } = validity;
    const value = {
      priority,
      requires: validity.requires.map(bytesOf),
      provides: validity.provides.map(bytesOf),
      longevity,
      propagate,
    };
    return { success: true, value };
  },
};
