import type { Hotkey, Netuid } from '../../shared/units/index.ts';
import type { EpochSample, EpochSamples } from '../store/index.ts';
import { type HotkeyMeasures, measureEpochs, WINDOW_BLOCKS, WINDOW_EPOCHS } from './yield/measure.ts';

/** How far the chain may go on before the window of a measure is cut anew. */
const MEASURE_MAX_AGE = 300;

interface Page {
  readonly measures: ReadonlyMap<Hotkey, HotkeyMeasures>;
  readonly atBlock: number;
}

/** The epochs that were read, and what they say about each validator. Measures are kept until a new epoch is written. */
export class EpochBook {
  readonly #samples: EpochSamples;
  #genesis: string | undefined;
  readonly #pages = new Map<Netuid, Page>();

  constructor(samples: EpochSamples) {
    this.#samples = samples;
  }

  /** @throws AppError disk.* */
  record(genesis: string, samples: readonly EpochSample[]): void {
    this.#samples.record(genesis, samples);
    for (const { netuid } of samples) this.#pages.delete(netuid);
  }

  /** What the last epochs up to `atBlock` show. @throws AppError disk.*, store.damaged */
  measures(genesis: string, netuid: Netuid, atBlock: number): ReadonlyMap<Hotkey, HotkeyMeasures> {
    if (this.#genesis !== genesis) {
      this.#pages.clear();
      this.#genesis = genesis;
    }
    const page = this.#pages.get(netuid);
    if (page !== undefined && Math.abs(atBlock - page.atBlock) <= MEASURE_MAX_AGE) return page.measures;
    const range = { fromBlock: Math.max(0, atBlock - WINDOW_BLOCKS), toBlock: atBlock, limit: WINDOW_EPOCHS };
    const measures = measureEpochs(this.#samples.recent(genesis, netuid, range));
    this.#pages.set(netuid, { measures, atBlock });
    return measures;
  }
}
