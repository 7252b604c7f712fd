import { blake2AsU8a } from '@polkadot/util-crypto';
import { bareHex, concatBytes, utf8 } from '../runtime/hex.ts';
import type { Runtime } from '../runtime/port.ts';

/** The well-known key `:code`: clients read its hash to tell runtimes apart and to key their metadata caches. */
export const CODE_KEY = bareHex(utf8(':code'));
/** The well-known key `:heappages`. */
const HEAP_PAGES_KEY = bareHex(utf8(':heappages'));

/**
 * What stands under `:code`. There is no wasm here: it names the runtime by version and by the hash of its metadata, so it
 * differs exactly when the interface does.
 */
export function codeOf(runtime: Runtime): Uint8Array {
  const { specName, specVersion } = runtime.version;
  const newest = runtime.metadataVersions().at(-1);
  const metadata = newest === undefined ? undefined : runtime.metadata(newest);
  return concatBytes([
    utf8(`soma practice runtime ${specName} ${specVersion} `),
    blake2AsU8a(metadata ?? new Uint8Array(), 256),
  ]);
}

/** A scenario's genesis with what every Substrate chain holds besides its pallets. */
export function withCode(genesis: ReadonlyMap<string, Uint8Array>, runtime: Runtime): Map<string, Uint8Array> {
  const pages = new Uint8Array(8);
  pages[0] = 64;
  return new Map(genesis).set(CODE_KEY, codeOf(runtime)).set(HEAP_PAGES_KEY, pages);
}
