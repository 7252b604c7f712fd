import { setImmediate as giveWay } from 'node:timers/promises';
import type { MeasuredYield, ValidatorHere } from '../../shared/contract/index.ts';
import { type Hotkey, isRoot, type Netuid, type RaoPerAlpha } from '../../shared/units/index.ts';
import type { NeuronRecord } from '../chain/delegation-port.ts';
import type { At, BlockRef, ChainClient, ValidatorRecord } from '../chain/port.ts';
import { Cached } from './cached.ts';
import type { Catalog } from './catalog.ts';
import type { EpochBook } from './epoch-book.ts';
import type { EpochSampler } from './sampler.ts';
import { epochSubnets } from './targets.ts';
import { validatorsHere } from './validators.ts';
import { blocksAYear } from './yield/annual.ts';
import type { HotkeyMeasures } from './yield/measure.ts';
import { rootYield, subnetYield } from './yield/yields.ts';

const NEURONS_MAX_AGE = 5;
const TAKE_CHANGES_MAX_AGE = 50;
/** Metagraphs kept; the person looks at few subnets at a time. */
const MAX_SUBNETS = 16;

export interface ValidatorsViewOptions {
  readonly chain: () => ChainClient;
  readonly catalog: Catalog;
  readonly book: EpochBook;
  readonly sampler: EpochSampler;
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}

type Measured = (validator: ValidatorRecord) => MeasuredYield | undefined;

/** The delegates seen from a subnet: the list, the subnet's metagraph, changes of take and epochs, in two waves at most. */
export class ValidatorsView {
  readonly #options: ValidatorsViewOptions;
  readonly #neurons = new Map<Netuid, Cached<readonly NeuronRecord[]>>();
  readonly #takeChanges: Cached<ReadonlyMap<Hotkey, number>>;

  constructor(options: ValidatorsViewOptions) {
    this.#options = options;
    this.#takeChanges = new Cached(options.chain, (client) => this.#readTakeChanges(client), TAKE_CHANGES_MAX_AGE);
  }

  /** Largest stake on the subnet first. The block is the oldest that any of it was read at. @throws AppError chain.* */
  async read(netuid: Netuid): Promise<{ block: BlockRef; validators: ValidatorHere[] }> {
    const { chain, catalog, sampler } = this.#options;
    const client = chain();
    await client.ready(undefined, 'reads');
    const [validators, subnets, neurons] = await Promise.all([
      catalog.validators(),
      catalog.subnets(),
      this.#neuronsOf(netuid),
    ]);
    const [takeChanges] = await Promise.all([this.#takeChanges.get(), sampler.look(netuid)]);
    const prices = new Map<Netuid, RaoPerAlpha>(subnets.value.map((subnet) => [subnet.netuid, subnet.price]));
    const block = oldest([validators.block, subnets.block, neurons.block]);
    const { yieldOf, dividends } = await this.#measure(client, netuid);
    return {
      block,
      validators: validatorsHere({
        netuid,
        validators: validators.value,
        neurons: new Map(neurons.value.map((neuron) => [neuron.hotkey, neuron])),
        prices,
        takeChanges: takeChanges.value,
        takeRose: (hotkey) => catalog.takeRose(hotkey),
        yieldOf,
        dividendsOf: (hotkey) => dividends.get(hotkey)?.lastDividends,
      }),
    };
  }

  #neuronsOf(netuid: Netuid): Promise<At<readonly NeuronRecord[]>> {
    let cached = this.#neurons.get(netuid);
    if (cached === undefined) {
      const [first] = this.#neurons.keys();
      if (this.#neurons.size >= MAX_SUBNETS && first !== undefined) this.#neurons.delete(first);
      cached = new Cached(this.#options.chain, (client) => client.getNeurons(netuid), NEURONS_MAX_AGE);
      this.#neurons.set(netuid, cached);
    }
    return cached.get();
  }

  async #readTakeChanges(client: ChainClient): Promise<At<ReadonlyMap<Hotkey, number>>> {
    const hotkeys = this.#options.catalog.knownValidators().map(({ hotkey }) => hotkey);
    const { block, value } = await client.getTakeChanges(hotkeys);
    return { block, value: new Map(hotkeys.map((hotkey, index) => [hotkey, value[index] ?? 0])) };
  }

  /** Yields from what was sampled so far. A store that cannot be read costs the yields, not the list. */
  async #measure(
    client: ChainClient,
    netuid: Netuid,
  ): Promise<{ yieldOf: Measured; dividends: ReadonlyMap<Hotkey, HotkeyMeasures> }> {
    const none = { yieldOf: () => undefined, dividends: new Map<Hotkey, HotkeyMeasures>() };
    const best = client.status().best?.blockNumber;
    if (best === undefined || !client.capabilities().epochDividends) return none;
    try {
      const year = blocksAYear(client.constants().blockTimeMs);
      if (isRoot(netuid)) return { ...none, yieldOf: await this.#rootYields(client, best, year) };
      const here = this.#options.book.measures(client.runtime().genesisHash, netuid, best);
      return { yieldOf: ({ hotkey }) => subnetYield(here.get(hotkey), year), dividends: here };
    } catch (error) {
      this.#options.log.warn('yields could not be measured', error);
      return none;
    }
  }

  /** Only where root dividends are claimed per subnet; elsewhere what is paid to root is not in these readings. */
  async #rootYields(client: ChainClient, best: number, year: bigint): Promise<Measured> {
    if (!client.capabilities().rootClaims) return () => undefined;
    const { book, catalog } = this.#options;
    const { genesisHash } = client.runtime();
    const everywhere: ReadonlyMap<Hotkey, HotkeyMeasures>[] = [];
    for (const subnet of epochSubnets(catalog.knownSubnets())) {
      everywhere.push(book.measures(genesisHash, subnet, best));
      await giveWay(); // a hundred subnets of readings are parsed here
    }
    return ({ hotkey, totalStake, registrations }) => {
      const stake = totalStake.find(({ netuid }) => isRoot(netuid));
      if (stake === undefined || !registrations.some(isRoot)) return undefined;
      return rootYield(
        everywhere.map((measures) => measures.get(hotkey)),
        stake.alpha,
        year,
      );
    };
  }
}

function oldest(blocks: readonly BlockRef[]): BlockRef {
  return blocks.reduce((a, b) => (b.blockNumber < a.blockNumber ? b : a));
}
