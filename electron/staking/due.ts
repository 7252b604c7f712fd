import type { Hotkey, Netuid } from '../../shared/units/index.ts';
import type { EpochReading } from '../chain/delegation-port.ts';

/** An epoch that did not come when it should is looked for again after this many blocks. */
const LATE_BLOCKS = 25;
/** Validators times subnets asked in one wave; the rest waits for the next. */
const MAX_PAIRS = 3000;

export interface EpochQuestion {
  readonly netuid: Netuid;
  readonly hotkeys: readonly Hotkey[];
}

interface Asked {
  readonly epochBlock: number;
  /** Block from which a newer epoch may have run. */
  readonly dueFrom: number;
  readonly hotkeys: ReadonlySet<Hotkey>;
}

/** Knows which epochs were read already, so that each is asked for once. Begins empty with every chain. */
export class DueEpochs {
  readonly #asked = new Map<Netuid, Asked>();

  /** What has to be asked now, never-read subnets first, in one wave's worth. */
  questions(targets: ReadonlyMap<Netuid, ReadonlySet<Hotkey>>, bestBlock: number): readonly EpochQuestion[] {
    const due = [...targets].filter(([netuid, hotkeys]) => this.#isDue(netuid, hotkeys, bestBlock));
    due.sort(([a], [b]) => (this.#asked.get(a)?.dueFrom ?? -1) - (this.#asked.get(b)?.dueFrom ?? -1) || a - b);
    const questions: EpochQuestion[] = [];
    let pairs = 0;
    for (const [netuid, hotkeys] of due) {
      if (questions.length > 0 && pairs + hotkeys.size > MAX_PAIRS) break;
      pairs += hotkeys.size;
      questions.push({ netuid, hotkeys: [...hotkeys].slice(0, MAX_PAIRS) });
    }
    return questions;
  }

  /** Notes an answer; one that is missing among the readings counts as "no epoch yet". */
  answered({ netuid, hotkeys }: EpochQuestion, reading: EpochReading | undefined, bestBlock: number): void {
    const before = this.#asked.get(netuid);
    const epochBlock = reading?.epochBlock ?? 0;
    const next = epochBlock + (reading?.periodBlocks ?? 0);
    const known = before !== undefined && before.epochBlock === epochBlock ? before.hotkeys : [];
    this.#asked.set(netuid, {
      epochBlock,
      dueFrom: Math.max(next, bestBlock + (next > bestBlock ? 0 : LATE_BLOCKS)),
      hotkeys: new Set([...known, ...hotkeys]),
    });
  }

  #isDue(netuid: Netuid, hotkeys: ReadonlySet<Hotkey>, bestBlock: number): boolean {
    const asked = this.#asked.get(netuid);
    if (asked === undefined || bestBlock >= asked.dueFrom) return true;
    for (const hotkey of hotkeys) if (!asked.hotkeys.has(hotkey)) return true;
    return false;
  }
}
