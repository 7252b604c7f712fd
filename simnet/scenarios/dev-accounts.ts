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

let root: ReturnType<typeof sr25519PairFromSeed> | undefined;
const known = new Map<string, DevAccount>();

/** An sr25519 key derived from the development phrase; `name` may go deeper, e.g. `Alice//hotkey`. Needs `initRuntime` to have finished. */
export function devAccount(name: string): DevAccount {
  let account = known.get(name);
  if (account === undefined) {
    // Stretching the phrase takes 30 ms: once.
    root ??= sr25519PairFromSeed(mnemonicToMiniSecret(DEV_PHRASE));
    const path = `//${name}`;
    const { publicKey, secretKey } = keyFromPath(root, keyExtractSuri(DEV_PHRASE + path).path, 'sr25519');
    account = { name, path, accountId: hexOf(publicKey), publicKey, secretKey };
    known.set(name, account);
  }
  return account;
}

/** //Alice to //Ferdie, funded in every scenario. */
export function devAccounts(): readonly DevAccount[] {
  return NAMES.map(devAccount);
}
