import { type AccountId, concatBytes, hexOf, utf8 } from '../hex.ts';

const cache = new Map<number, AccountId>();

/** Keyless account that holds the TAO of a subnet's pool (of all root stakers for netuid 0): "modl", pallet id, netuid, zeros. */
export function subnetAccount(netuid: number): AccountId {
  let account = cache.get(netuid);
  if (account === undefined) {
    const prefix = concatBytes([utf8('modlsubtensr'), Uint8Array.of(netuid & 255, netuid >> 8)]);
    account = hexOf(concatBytes([prefix, new Uint8Array(32 - prefix.length)]));
    cache.set(netuid, account);
  }
  return account;
}
