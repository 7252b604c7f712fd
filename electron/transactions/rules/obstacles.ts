import type { Asset, Obstacle } from '../../../shared/contract/index.ts';
import type { AppErrorCode, AppErrorFacts } from '../../../shared/errors/index.ts';

export const TAO: Asset = { kind: 'tao' };

/** A reason to stop. A suggestion of nothing is no suggestion. */
export function obstacle(
  code: AppErrorCode,
  facts: AppErrorFacts = {},
  suggestion?: { readonly asset: Asset; readonly amount: bigint },
): Obstacle {
  const error = { code, facts };
  return suggestion === undefined || suggestion.amount <= 0n ? { error } : { error, suggestion };
}
