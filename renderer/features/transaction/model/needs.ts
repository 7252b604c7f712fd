import type { MissingCapability } from '../../../copy/index.ts';
import type { FormKind } from './form.ts';

type Capabilities = Readonly<Record<string, boolean>>;

/** What a form needs of the runtime. Any one name of a list will do; a form without a list is always there. */
const NEEDS: Readonly<
  Record<FormKind, { readonly missing: MissingCapability; readonly any: readonly string[] } | undefined>
> = {
  send: undefined,
  stake: undefined,
  unstake: undefined,
  move: { missing: 'move', any: ['moveStake'] },
  swap: { missing: 'swap', any: ['swapStake', 'swapStakeLimit'] },
  transferStake: { missing: 'transfer', any: ['transferStake'] },
  exitAll: { missing: 'batch', any: ['atomicBatch'] },
  batch: { missing: 'batch', any: ['atomicBatch'] },
  autoStake: { missing: 'auto_stake', any: ['autoStake'] },
  claimType: { missing: 'root_claims', any: ['rootClaims'] },
  claim: { missing: 'root_claims', any: ['rootClaims'] },
  basketClaim: { missing: 'root_baskets', any: ['rootBaskets'] },
  basketBuy: { missing: 'root_baskets', any: ['rootBaskets'] },
  take: { missing: 'take', any: ['takeChanges'] },
};

/** What the connected runtime lacks for this form; undefined while it is not known, and where nothing is missing. */
export function missingCapability(
  kind: FormKind,
  capabilities: Capabilities | undefined,
): MissingCapability | undefined {
  const need = NEEDS[kind];
  if (need === undefined || capabilities === undefined) return undefined;
  return need.any.some((name) => capabilities[name] === true) ? undefined : need.missing;
}
