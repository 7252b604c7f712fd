import type { Hotkey, Take } from '../../shared/units/index.ts';
import type { At, ValidatorRecord } from '../chain/port.ts';
import type { TakeSample, TakeSamples } from '../store/index.ts';

/** A take that went up, and when this machine first saw it so. */
export interface TakeRise {
  readonly from: Take;
  readonly to: Take;
  readonly seenMs: number;
}

/** A rise is news for this long. */
const NEWS_MS = 30 * 86_400_000;

type Takes = At<readonly Pick<ValidatorRecord, 'hotkey' | 'take'>[]>;

interface Known {
  readonly last: TakeSample;
  readonly before: TakeSample | undefined;
}

export interface TakeBookOptions {
  readonly samples: TakeSamples;
  /** Wall clock, milliseconds. */
  readonly now: () => number;
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}

/**
 * Remembers the takes of validators, so that one that went up is noticed. It is a help: where the disk fails, nobody goes
 * without validators, and the log says so.
 */
export class TakeBook {
  readonly #options: TakeBookOptions;
  #page: { readonly genesis: string; readonly known: Map<Hotkey, Known> } | undefined;

  constructor(options: TakeBookOptions) {
    this.#options = options;
  }

  /** Writes down every take that differs from the one last seen. */
  note(genesis: string, reading: Takes): void {
    this.#trying(() => this.#note(genesis, reading));
  }

  /** The last change, if it was a rise and happened within 30 days. */
  rose(genesis: string, hotkey: Hotkey): TakeRise | undefined {
    return this.#trying(() => this.#rose(genesis, hotkey));
  }

  #note(genesis: string, { block, value }: Takes): void {
    const known = this.#open(genesis);
    const seenMs = this.#options.now();
    const takes = new Map(value.map(({ hotkey, take }) => [hotkey, take])); // one take a hotkey, whatever a node says
    const changed = [...takes]
      .filter(([hotkey, take]) => known.get(hotkey)?.last.take !== take)
      .map(([hotkey, take]): TakeSample => ({ hotkey, take, blockNumber: block.blockNumber, seenMs }));
    if (changed.length === 0) return;
    this.#options.samples.append(genesis, changed);
    for (const sample of changed) add(known, sample);
  }

  #rose(genesis: string, hotkey: Hotkey): TakeRise | undefined {
    const { last, before } = this.#open(genesis).get(hotkey) ?? {};
    if (last === undefined || before === undefined || last.take <= before.take) return undefined;
    if (this.#options.now() - last.seenMs > NEWS_MS) return undefined;
    return { from: before.take, to: last.take, seenMs: last.seenMs };
  }

  #open(genesis: string): Map<Hotkey, Known> {
    if (this.#page?.genesis !== genesis) {
      const known = new Map<Hotkey, Known>();
      for (const sample of this.#options.samples.all(genesis)) add(known, sample);
      this.#page = { genesis, known };
    }
    return this.#page.known;
  }

  #trying<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.#options.log.warn('takes could not be remembered', error);
      return undefined;
    }
  }
}

function add(known: Map<Hotkey, Known>, sample: TakeSample): void {
  known.set(sample.hotkey, { last: sample, before: known.get(sample.hotkey)?.last });
}
