import { ApiPromise, WsProvider } from '@polkadot/api';
import type { EventRecord } from '@polkadot/types/interfaces';

/** What became of one extrinsic according to its block, decoded by a library that is not ours. */
export interface RawOutcome {
  readonly ok: boolean;
  /** `Pallet.Error`, or the name of the dispatch error; only when not ok. */
  readonly error?: string;
  /** Rao, from TransactionFeePaid; 0 where the call was free or paid in alpha. */
  readonly fee: bigint;
  readonly events: readonly RawEvent[];
}

export interface RawEvent {
  /** `Pallet.Event`. */
  readonly name: string;
  /** Fields in order: bigint for numbers, SS58 text for accounts, otherwise plain text. */
  readonly data: readonly (bigint | string)[];
}

const eventOf = ({ event }: EventRecord): RawEvent => ({
  name: `${event.section}.${event.method}`,
  data: event.data.map((field) =>
    'toBigInt' in field ? (field as unknown as { toBigInt(): bigint }).toBigInt() : field.toString(),
  ),
});

/** The node asked without our client: keys, raw storage and events by @polkadot/api. */
export class RawChain {
  readonly api: ApiPromise;
  readonly #provider: WsProvider;
  /** Hashing the same few hundred keys over and over would take most of the time. */
  readonly #keys = new Map<string, string>();

  private constructor(api: ApiPromise, provider: WsProvider) {
    this.api = api;
    this.#provider = provider;
  }

  static async open(url: string): Promise<RawChain> {
    const provider = new WsProvider(url);
    // Its own declaration is looser than its interface under exactOptionalPropertyTypes.
    const asInterface = provider as unknown as NonNullable<
      NonNullable<ConstructorParameters<typeof ApiPromise>[0]>['provider']
    >;
    return new RawChain(await ApiPromise.create({ provider: asInterface, noInitWarn: true }), provider);
  }

  close(): Promise<void> {
    return this.api.disconnect();
  }

  /** Storage key by the runtime's own names, e.g. `System`, `Account`. @throws Error for an unknown entry */
  key(pallet: string, item: string, ...args: readonly unknown[]): string {
    const name = `${pallet}.${item} ${args.join(' ')}`;
    let key = this.#keys.get(name);
    if (key === undefined) {
      key = this.#entry(pallet, item).key(...args);
      this.#keys.set(name, key);
    }
    return key;
  }

  /** Prefix of all keys of a map whose keys begin with `args`. */
  prefix(pallet: string, item: string, ...args: readonly unknown[]): string {
    return this.#entry(pallet, item).keyPrefix(...args);
  }

  /** Raw values in the order of the keys; null where nothing is stored. At the best block unless another is named. */
  async read(keys: readonly string[], at?: string): Promise<(string | null)[]> {
    if (keys.length === 0) return [];
    const params = at === undefined ? [keys] : [keys, at];
    const [set] = await this.rpc<{ changes: [string, string | null][] }[]>('state_queryStorageAt', params);
    const values = new Map(set?.changes);
    return keys.map((key) => values.get(key) ?? null);
  }

  /** Every entry whose key begins with the prefix: raw key and raw value. */
  async entries(prefix: string, at?: string): Promise<readonly (readonly [key: string, value: string])[]> {
    const found: [string, string][] = [];
    for (let from: string | null = null; ; ) {
      const keys: string[] = await this.rpc('state_getKeysPaged', [
        prefix,
        1000,
        from,
        ...(at === undefined ? [] : [at]),
      ]);
      const values = await this.read(keys, at);
      for (const [index, key] of keys.entries()) found.push([key, values[index] ?? '0x']);
      from = keys.at(-1) ?? null;
      if (keys.length < 1000) return found;
    }
  }

  rpc<T>(method: string, params: readonly unknown[]): Promise<T> {
    return this.#provider.send<T>(method, [...params]);
  }

  /** What became of every extrinsic of a block, by its hash, in the order of the block. */
  async outcomes(blockHash: string): Promise<ReadonlyMap<string, RawOutcome>> {
    const [block, records] = await Promise.all([this.api.rpc.chain.getBlock(blockHash), this.#records(blockHash)]);
    const byIndex = new Map<number, EventRecord[]>();
    for (const record of records) {
      if (!record.phase.isApplyExtrinsic) continue;
      const index = record.phase.asApplyExtrinsic.toNumber();
      byIndex.set(index, [...(byIndex.get(index) ?? []), record]);
    }
    return new Map(
      block.block.extrinsics.map((extrinsic, index) => [
        extrinsic.hash.toHex(),
        this.#outcome(byIndex.get(index) ?? []),
      ]),
    );
  }

  /** What the chain did by itself at the beginning of a block. */
  async initialEvents(blockHash: string): Promise<readonly RawEvent[]> {
    const records = await this.#records(blockHash);
    return records.filter(({ phase }) => phase.isInitialization).map(eventOf);
  }

  async #records(blockHash: string): Promise<readonly EventRecord[]> {
    const at = await this.api.at(blockHash);
    return (await at.query['system']?.['events']?.()) as unknown as EventRecord[];
  }

  #outcome(records: readonly EventRecord[]): RawOutcome {
    const events = records.map(eventOf);
    const paid = events.find(({ name }) => name === 'transactionPayment.TransactionFeePaid');
    const fee = typeof paid?.data[1] === 'bigint' ? paid.data[1] : 0n;
    const failed = records.find(({ event }) => event.section === 'system' && event.method === 'ExtrinsicFailed');
    if (failed === undefined) return { ok: true, fee, events };
    const error = failed.event.data[0] as unknown as { isModule: boolean; asModule: never; toString(): string };
    if (!error.isModule) return { ok: false, error: error.toString(), fee, events };
    const { section, name } = this.api.registry.findMetaError(error.asModule);
    return { ok: false, error: `${section}.${name}`, fee, events };
  }

  #entry(pallet: string, item: string): { key(...args: unknown[]): string; keyPrefix(...args: unknown[]): string } {
    const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
    const entry = this.api.query[camel(pallet)]?.[camel(item)];
    if (entry === undefined) throw new Error(`no storage ${pallet}.${item}`);
    return entry;
  }
}
