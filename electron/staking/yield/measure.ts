import type { Hotkey } from '../../../shared/units/index.ts';
import type { EpochRow, EpochSample } from '../../store/index.ts';
import { medianRate, type Rate } from './rate.ts';

/** Epochs a yield looks at most. */
export const WINDOW_EPOCHS = 20;
/** Older readings say nothing about now: a week at 12 s a block. */
export const WINDOW_BLOCKS = 50_400;

/** The median of what several epochs showed, and which epochs those were. */
export interface Measure {
  readonly median: Rate;
  readonly epochs: number;
  readonly fromBlock: number;
  readonly toBlock: number;
}

/** What is known of one validator on one subnet. */
export interface HotkeyMeasures {
  /** Blocks between epochs, as of the newest reading. */
  readonly periodBlocks: number;
  /** Alpha paid to nominators in the newest epoch. */
  readonly lastDividends: EpochRow['dividends'];
  /** dividends / stake that earned them, per epoch; absent while no epoch had any such stake. */
  readonly nominators?: Measure;
  /** Dividends to root stakers times the price then, per block: rao x 1e9. */
  readonly root: Measure;
}

interface Seen {
  readonly sample: EpochSample;
  readonly row: EpochRow;
}

/** D / (S - D): S was written down after D had been paid into it. Undefined when nothing was staked before. */
export function epochRate({ dividends, stakeAfter }: Pick<EpochRow, 'dividends' | 'stakeAfter'>): Rate | undefined {
  const before = stakeAfter - dividends;
  return before > 0n ? { num: dividends, den: before } : undefined;
}

function measureOf(seen: readonly Seen[], rateOf: (one: Seen) => Rate | undefined): Measure | undefined {
  const rated = seen.flatMap(({ sample, row }) => {
    const rate = rateOf({ sample, row });
    return rate === undefined ? [] : [{ rate, block: sample.epochBlock }];
  });
  const median = medianRate(rated.map(({ rate }) => rate));
  if (median === undefined) return undefined;
  const blocks = rated.map(({ block }) => block);
  return { median, epochs: rated.length, fromBlock: Math.min(...blocks), toBlock: Math.max(...blocks) };
}

/** Per validator, from the epochs of one subnet, newest first. Epochs of another length than the newest are left out. */
export function measureEpochs(samples: readonly EpochSample[]): ReadonlyMap<Hotkey, HotkeyMeasures> {
  const periodBlocks = samples[0]?.periodBlocks;
  const byHotkey = new Map<Hotkey, Seen[]>();
  for (const sample of samples) {
    if (sample.periodBlocks !== periodBlocks) continue;
    for (const row of sample.rows) {
      const list = byHotkey.get(row.hotkey);
      if (list === undefined) byHotkey.set(row.hotkey, [{ sample, row }]);
      else list.push({ sample, row });
    }
  }
  const measures = new Map<Hotkey, HotkeyMeasures>();
  for (const [hotkey, seen] of byHotkey) {
    const root = measureOf(seen, ({ sample, row }) => ({
      num: row.rootDividends * sample.price,
      den: BigInt(sample.periodBlocks),
    }));
    const newest = seen[0];
    if (root === undefined || newest === undefined) continue;
    const nominators = measureOf(seen, ({ row }) => epochRate(row));
    measures.set(hotkey, {
      periodBlocks: newest.sample.periodBlocks,
      lastDividends: newest.row.dividends,
      root,
      ...(nominators === undefined ? {} : { nominators }),
    });
  }
  return measures;
}
