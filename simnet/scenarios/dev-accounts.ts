import { keyExtractSuri, keyFromPath, mnemonicToMiniSecret, sr25519PairFromSeed } from '@polkadot/util-crypto';
import { type AccountId, hexOf } from '../runtime/hex.ts';

/** Public knowledge: the development phrase of every Substrate chain. Its keys hold practice money only. */
export const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';

export interface DevAccount {
  readonly name: string;
  /** Secret URI, e.g. `//Alice`, to derive the sr25519 key from `DEV_PHRASE`. */
  readonly path: string;
  readonly accountId: AccountId;
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

const NAMES = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'] as const;

/** An sr25519 key derived from the development phrase. Needs `initRuntime` to have finished. */
export function devAccount(name: string): DevAccount {
  const path = `//${name}`;
  const root = sr25519PairFromSeed(mnemonicToMiniSecret(DEV_PHRASE));
  const { publicKey, secretKey } = keyFromPath(root, keyExtractSuri(DEV_PHRASE + path).path, 'sr25519');
  return { name, path, accountId: hexOf(publicKey), publicKey, secretKey };
}

/** //Alice to //Ferdie, funded in every scenario. */
export function devAccounts(): readonly DevAccount[] {
  return NAMES.map(devAccount);
}
