import { journalAndSettings } from './0001-journal-and-settings.ts';
import type { Migration } from './migration.ts';

/** All steps in order; version n stands at position n - 1. */
export const MIGRATIONS: readonly Migration[] = [journalAndSettings];
