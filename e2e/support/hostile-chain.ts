import { ApiPromise, WsProvider } from '@polkadot/api';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsU8a, encodeAddress } from '@polkadot/util-crypto';
import type { Simnet } from '../../simnet/index.ts';

/** A validator that exists for its name alone. */
export interface NamedHotkey {
  readonly hotkey: string;
  readonly name: Uint8Array;
}

const PREFIX = 42;
const IDENTITY_FIELDS_AFTER_NAME = 6;

/** SCALE length of fewer than 2^14 bytes. */
function compactLength(length: number): Uint8Array {
  return length < 64 ? Uint8Array.of(length << 2) : Uint8Array.of(((length << 2) | 1) & 0xff, length >> 6);
}

function bytes(value: Uint8Array): Uint8Array {
  return u8aConcat(compactLength(value.length), value);
}

/** `ChainIdentityV2`: the name, a link that must not become one, and nothing else. */
function identity(name: Uint8Array): Uint8Array {
  const url = new TextEncoder().encode('javascript:alert(document.domain)');
  const rest = Array.from({ length: IDENTITY_FIELDS_AFTER_NAME - 1 }, () => bytes(new Uint8Array()));
  return u8aConcat(bytes(name), bytes(url), ...rest);
}

/** Writes one validator for each name straight into the chain's state, past every check of a runtime. */
export async function writeNamedValidators(chain: Simnet, names: readonly Uint8Array[]): Promise<NamedHotkey[]> {
  const provider = new WsProvider(chain.url) as unknown as NonNullable<
    ConstructorParameters<typeof ApiPromise>[0]
  >['provider'] &
    object;
  const api = await ApiPromise.create({ provider, noInitWarn: true });
  const pallet = api.query['subtensorModule'];
  const keyOf = (item: string, account: Uint8Array): string => pallet?.[item]?.key(account) ?? '';
  const entries: Record<string, string> = {};
  const written = names.map((name, index) => {
    const hotkey = blake2AsU8a(`hostile hotkey ${index}`);
    const coldkey = blake2AsU8a(`hostile coldkey ${index}`);
    entries[keyOf('delegates', hotkey)] = '0xffff';
    entries[keyOf('owner', hotkey)] = u8aToHex(coldkey);
    entries[keyOf('identitiesV2', coldkey)] = u8aToHex(identity(name));
    return { hotkey: encodeAddress(hotkey, PREFIX), name };
  });
  await api.disconnect();
  chain.control.setStorage(entries);
  return written;
}
