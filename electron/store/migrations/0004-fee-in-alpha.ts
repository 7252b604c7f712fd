import type { Migration } from './migration.ts';

/**
 * Alpha that paid the network fee, as JSON of an amount and its asset. Null where TAO paid, and in rows of before, for which
 * nobody noted it.
 * Frozen: a later change is a later migration.
 */
export const feeInAlpha: Migration = {
  version: 4,
  sql: 'ALTER TABLE journal ADD COLUMN fee_in_alpha TEXT;',
};
