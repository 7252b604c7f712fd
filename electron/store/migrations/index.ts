import { journalAndSettings } from './0001-journal-and-settings.ts';
import { valueAndPositionSamples } from './0002-value-and-position-samples.ts';
import { epochsAndTakes } from './0003-epochs-and-takes.ts';
import { feeInAlpha } from './0004-fee-in-alpha.ts';
import type { Migration } from './migration.ts';

/** All steps in order; version n stands at position n - 1. */
export const MIGRATIONS: readonly Migration[] = [
  journalAndSettings,
  valueAndPositionSamples,
  epochsAndTakes,
  feeInAlpha,
];
