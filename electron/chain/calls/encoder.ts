import type { ApiPromise } from '@polkadot/api';
import { stringCamelCase } from '@polkadot/util';
import { AppError } from '../../../shared/errors/index.ts';
import type { CallSpec } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';
import { toHex } from '../scale/hex.ts';

export type CallEncoder = (call: CallSpec) => Uint8Array;

/** Encodes calls with the runtime's own names through @polkadot/api. */
export function callEncoder(api: ApiPromise, codec: RuntimeCodec): CallEncoder {
  const sections = new Map(
    api.runtimeMetadata.asLatest.pallets.map(({ name }) => [name.toString(), stringCamelCase(name.toString())]),
  );
  const encode: CallEncoder = ({ pallet, call, args }) => {
    const creator = api.tx[sections.get(pallet) ?? '']?.[stringCamelCase(call)];
    const names = codec.callArgs(pallet, call);
    if (names === undefined || creator?.meta.name.toString() !== call)
      throw new AppError('chain.capability_missing', { pallet, call });
    const given = Object.keys(args);
    if (given.length !== names.length || names.some((name) => !Object.hasOwn(args, name))) {
      throw new AppError('internal', { reason: 'call arguments', pallet, call });
    }
    try {
      return creator(...names.map((name) => nested(args[name], encode))).method.toU8a();
    } catch (cause) {
      throw AppError.find(cause) ?? new AppError('internal', { reason: 'call encoding', pallet, call }, { cause });
    }
  };
  return encode;
}

/** Calls inside calls are encoded first, variants as our decoder tells them are put as the encoder wants them. */
function nested(value: unknown, encode: CallEncoder): unknown {
  if (Array.isArray(value)) return value.map((item) => nested(item, encode));
  if (isCallSpec(value)) return toHex(encode(value));
  return isVariant(value) ? { [value.type]: nested(value.value, encode) } : value;
}

function isCallSpec(value: unknown): value is CallSpec {
  return typeof value === 'object' && value !== null && 'pallet' in value && 'call' in value && 'args' in value;
}

function isVariant(value: unknown): value is { readonly type: string; readonly value: unknown } {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  return 'type' in value && typeof value.type === 'string' && 'value' in value;
}
