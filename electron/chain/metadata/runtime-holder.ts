import { AppError } from '../../../shared/errors/index.ts';
import type { ChainClock } from '../clock.ts';
import { getCodeHash, type Handshake, type RawCall, type RuntimeVersion } from '../connection/handshake.ts';
import { RuntimeCodec } from '../scale/codec.ts';
import type { MetadataCache, MetadataKey } from './cache.ts';
import { fetchMetadata, isMetadata } from './fetch.ts';
import { buildRuntime, type ProviderMaker, type Runtime } from './runtime.ts';

/** Holds the runtime of the connected chain and replaces it when the chain upgrades. */
export class RuntimeHolder {
  readonly #cache: MetadataCache;
  readonly #toProvider: ProviderMaker;
  readonly #clock: ChainClock;
  #current: Runtime | undefined;
  #upgrading: Promise<void> | undefined;
  /** Codecs of earlier runtimes, for the events of blocks before an upgrade. */
  readonly #earlier = new Map<string, RuntimeCodec>();

  constructor(cache: MetadataCache, toProvider: ProviderMaker, clock: ChainClock) {
    this.#cache = cache;
    this.#clock = clock;
    this.#toProvider = toProvider;
  }

  /** @throws AppError chain.offline before the first connection */
  get current(): Runtime {
    if (this.#current === undefined) throw new AppError('chain.offline');
    return this.#current;
  }

  get loaded(): boolean {
    return this.#current !== undefined;
  }

  /** Resolves once no upgrade is under way, whether it worked or not. */
  async settled(): Promise<void> {
    await this.#upgrading?.catch(() => undefined);
  }

  /** Makes the runtime of a fresh connection the current one; free when it is the same as before. */
  async admit({ genesisHash, version, codeHash }: Handshake, call: RawCall): Promise<void> {
    const key = keyOf(genesisHash, version, codeHash);
    if (this.#current !== undefined && isSame(this.#current, key, version)) return;
    await this.#replace(await this.#build(key, version, call));
  }

  /** Follows an upgrade announced by the chain. Rejects when the new metadata cannot be had or used. */
  upgrade(version: RuntimeVersion, call: RawCall): Promise<void> {
    const run = async (): Promise<void> => {
      const before = this.current;
      if (before.identity.specVersion === version.specVersion) return;
      const key = keyOf(before.identity.genesisHash, version, await getCodeHash(call));
      await this.#replace(await this.#build(key, version, call));
    };
    const done = (this.#upgrading ?? Promise.resolve()).catch(() => undefined).then(run);
    this.#upgrading = done;
    return done;
  }

  /** Codec for what the block after `parentHash` wrote. */
  async codecFor(version: RuntimeVersion, parentHash: string, call: RawCall): Promise<RuntimeCodec> {
    const { identity, codec } = this.current;
    if (version.specVersion === identity.specVersion) return codec;
    const codeHash = await getCodeHash(call, parentHash);
    const key = keyOf(identity.genesisHash, version, codeHash);
    const name = `${key.specVersion}/${codeHash ?? ''}`;
    const known = this.#earlier.get(name);
    if (known !== undefined) return known;
    const made = new RuntimeCodec(await this.#metadata(key, call, parentHash));
    if (this.#earlier.size >= 4) this.#earlier.clear();
    this.#earlier.set(name, made);
    return made;
  }

  /** Drops cached metadata that a signature made with it proved wrong. */
  async distrust(): Promise<void> {
    if (this.#current !== undefined) await this.#cache.forget(this.#current.key);
  }

  async close(): Promise<void> {
    await this.#current?.close();
  }

  async #replace(next: Runtime): Promise<void> {
    const before = this.#current;
    this.#current = next;
    await before?.close();
  }

  async #build(key: MetadataKey, version: RuntimeVersion, call: RawCall): Promise<Runtime> {
    const metadata = await this.#metadata(key, call);
    return buildRuntime(
      { genesisHash: key.genesisHash, ...version },
      key,
      metadata,
      call,
      this.#toProvider,
      this.#clock,
    );
  }

  async #metadata(key: MetadataKey, call: RawCall, blockHash?: string): Promise<Uint8Array> {
    const cached = await this.#cache.read(key);
    if (cached !== undefined && isMetadata(cached)) return cached;
    const fetched = await fetchMetadata(call, blockHash);
    await this.#cache.write(key, fetched);
    return fetched;
  }
}

function keyOf(genesisHash: string, version: RuntimeVersion, codeHash: string | undefined): MetadataKey {
  return { genesisHash, specVersion: version.specVersion, ...(codeHash === undefined ? {} : { codeHash }) };
}

function isSame({ identity, key: { codeHash } }: Runtime, key: MetadataKey, version: RuntimeVersion): boolean {
  return (
    identity.genesisHash === key.genesisHash &&
    identity.specVersion === version.specVersion &&
    identity.transactionVersion === version.transactionVersion &&
    (codeHash === undefined || key.codeHash === undefined || codeHash === key.codeHash)
  );
}
