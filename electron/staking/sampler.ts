import { AppError } from '../../shared/errors/index.ts';
import { isRoot, type Netuid, toAlphaRao, toRaoPerAlpha } from '../../shared/units/index.ts';
import type { EpochReading } from '../chain/delegation-port.ts';
import type { ChainClient, SubnetRecord, Unsubscribe } from '../chain/port.ts';
import type { EpochSample } from '../store/index.ts';
import type { Catalog } from './catalog.ts';
import { DueEpochs, type EpochQuestion } from './due.ts';
import type { EpochBook } from './epoch-book.ts';
import { epochTargets, type HeldPosition } from './targets.ts';

/** In the background one request wave in so many blocks at most. */
const QUIET_BLOCKS = 10;

export interface SamplerOptions {
  readonly chain: () => ChainClient;
  readonly catalog: Catalog;
  readonly book: EpochBook;
  /** What is known to be held; nothing is asked for it. */
  readonly positions: () => readonly HeldPosition[];
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}

interface Followed {
  readonly chain: ChainClient;
  readonly stop: Unsubscribe;
  readonly due: DueEpochs;
  lastWaveBlock: number;
}

/**
 * Reads each epoch once: of subnets the person looked at, and of those where something is held. It follows the blocks
 * and asks in one wave what became due. Without dividends in the runtime it asks nothing.
 */
export class EpochSampler {
  readonly #options: SamplerOptions;
  readonly #looked = new Set<Netuid>();
  #followed: Followed | undefined;
  #wave: Promise<void> = Promise.resolve();
  #waves = 0;

  constructor(options: SamplerOptions) {
    this.#options = options;
  }

  /** Follows the chain in use; call it again whenever that may be another one. */
  resume(): void {
    const chain = this.#options.chain();
    if (this.#followed?.chain === chain) return;
    this.#followed?.stop();
    if (this.#followed !== undefined) this.#looked.clear(); // what was looked at was another chain's
    const stop = chain.watchBlocks(({ best }) => this.#onBlock(best.blockNumber));
    this.#followed = { chain, stop, due: new DueEpochs(), lastWaveBlock: Number.NEGATIVE_INFINITY };
  }

  /** The person looks at a subnet: watched from now on, and read at once if its last epoch was not. Never rejects. */
  look(netuid: Netuid): Promise<void> {
    this.resume();
    this.#looked.add(netuid);
    return this.#ask(isRoot(netuid) ? undefined : netuid);
  }

  close(): void {
    this.#followed?.stop();
    this.#followed = undefined;
  }

  #onBlock(blockNumber: number): void {
    const followed = this.#followed;
    if (followed === undefined || this.#waves > 0) return;
    if (blockNumber - followed.lastWaveBlock >= QUIET_BLOCKS) void this.#ask(undefined);
  }

  /** One wave after another, so that nothing is asked twice. */
  #ask(only: Netuid | undefined): Promise<void> {
    this.#waves += 1;
    this.#wave = this.#wave
      .then(() => this.#askNow(only))
      .catch((error: unknown) => {
        // Without it a yield has one epoch less; the next wave tries again.
        const code = AppError.find(error)?.code ?? String(error);
        this.#options.log.warn('epochs could not be read', { code });
      })
      .finally(() => {
        this.#waves -= 1;
      });
    return this.#wave;
  }

  async #askNow(only: Netuid | undefined): Promise<void> {
    const followed = this.#followed;
    const best = followed?.chain.status().best?.blockNumber;
    if (followed === undefined || best === undefined || !followed.chain.capabilities().epochDividends) return;
    const questions = followed.due.questions(this.#targets(only), best);
    if (questions.length === 0) return;
    followed.lastWaveBlock = best;
    const { chain, due } = followed;
    const genesis = chain.runtime().genesisHash;
    const [{ block, value }, subnets] = await Promise.all([
      chain.getEpochs(questions),
      this.#options.catalog.subnets(),
    ]);
    if (this.#followed !== followed) return;
    const samples = questions.flatMap((question) => {
      const reading = value.find(({ netuid }) => netuid === question.netuid);
      due.answered(question, reading, block.blockNumber);
      const subnet = subnets.value.find(({ netuid }) => netuid === question.netuid);
      const ran = reading !== undefined && reading.epochBlock > 0 && reading.periodBlocks > 0;
      return ran ? [toSample(question, reading, subnet)] : [];
    });
    if (samples.length > 0) this.#options.book.record(genesis, samples);
  }

  #targets(only: Netuid | undefined): ReturnType<typeof epochTargets> {
    const { catalog, positions } = this.#options;
    return epochTargets({
      looked: this.#looked,
      held: positions(),
      validators: catalog.knownValidators(),
      subnets: catalog.knownSubnets().filter(({ netuid }) => only === undefined || netuid === only),
    });
  }
}

/** Who was asked for and is not in the answer was paid nothing. */
function toSample(
  { netuid, hotkeys }: EpochQuestion,
  reading: EpochReading,
  subnet: SubnetRecord | undefined,
): EpochSample {
  const rows = new Map(reading.rows.map((row) => [row.hotkey, row]));
  const nothing = { dividends: toAlphaRao(0n), stakeAfter: toAlphaRao(0n), rootDividends: toAlphaRao(0n) };
  return {
    netuid,
    epochBlock: reading.epochBlock,
    periodBlocks: reading.periodBlocks,
    price: subnet?.price ?? toRaoPerAlpha(0n),
    rows: hotkeys.map((hotkey) => {
      const { dividends, stakeAfter, rootDividends } = rows.get(hotkey) ?? nothing;
      return { hotkey, dividends, stakeAfter, rootDividends };
    }),
  };
}
