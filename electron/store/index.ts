import { openDatabase } from './database.ts';
import { onDisk } from './disk-errors.ts';
import { type EpochSamples, openEpochSamples } from './epoch-samples.ts';
import { type Journal, openJournal } from './journal.ts';
import { openSamples, type Samples } from './samples.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { openTakeSamples, type TakeSamples } from './take-samples.ts';

export type { EpochRow, EpochSample, EpochSamples } from './epoch-samples.ts';
export type { Journal } from './journal.ts';
export type { JournalPatch, JournalRecord } from './journal-record.ts';
export type { PositionHistory, PositionSample } from './position-samples.ts';
export type { SampleBatch, SampledBlock, Samples } from './samples.ts';
export type { SettingsPatch, SettingsStore } from './settings.ts';
export type { TakeSample, TakeSamples } from './take-samples.ts';

/** What Soma keeps besides keys: one SQLite file in the data folder, readable by its owner only. */
export interface Store {
  readonly journal: Journal;
  readonly settings: SettingsStore;
  readonly samples: Samples;
  /** Readings that yields are measured from. */
  readonly epochs: EpochSamples;
  readonly takes: TakeSamples;
  close(): void;
}

/** @throws AppError store.damaged, store.from_future, instance.already_running, disk.* */
export function openStore({ dataDir }: { readonly dataDir: string }): Store {
  const database = openDatabase(dataDir);
  return {
    journal: openJournal(database),
    settings: openSettings(database),
    samples: openSamples(database),
    epochs: openEpochSamples(database),
    takes: openTakeSamples(database),
    close: () => onDisk(() => database.close()),
  };
}
