import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import { claimFor } from '../stake/claim.ts';
import { RootClaimTypes } from '../storage/stake.ts';
import type { RootClaimType } from '../storage/types.ts';
import { type Origin, signerOf } from './handler.ts';

const MAX_SUBNETS = 5;

export function setRootClaimType(
  exec: Exec,
  origin: Origin,
  { new_root_claim_type: type }: { readonly new_root_claim_type: RootClaimType },
): void {
  const coldkey = signerOf(origin);
  if (type.type === 'KeepSubnets')
    ensure((type.value?.subnets.length ?? 0) > 0, () => subtensorFailure('InvalidSubnetNumber'));
  RootClaimTypes.set(exec.state, type, coldkey);
  exec.emit('SubtensorModule', 'RootClaimTypeSet', { coldkey, root_claim_type: type });
}

/** Claims what root stake has earned on the named subnets, with every validator of the signer. */
export function claimRoot(exec: Exec, origin: Origin, { subnets }: { readonly subnets: readonly number[] }): void {
  const coldkey = signerOf(origin);
  ensure(subnets.length > 0 && subnets.length <= MAX_SUBNETS, () => subtensorFailure('InvalidSubnetNumber'));
  claimFor(exec, coldkey, new Set(subnets));
}
