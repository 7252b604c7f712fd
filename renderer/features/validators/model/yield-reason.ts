import type { ValidatorHere } from '../../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../../shared/units/index.ts';

/** What the connected runtime keeps of dividends. */
export interface DividendCapabilities {
  readonly epochDividends: boolean;
  readonly rootClaims: boolean;
}

/** Why there is no yield to show, in a sentence. */
export function noYieldReason(validator: ValidatorHere, netuid: Netuid, can: DividendCapabilities): string {
  if (!can.epochDividends) return 'The connected runtime keeps no record of dividends, so there is nothing to measure.';
  if (isRoot(netuid)) {
    if (!can.rootClaims)
      return 'On this runtime root dividends are not paid per subnet, and this measure cannot see them.';
    if (!validator.permitHere) return 'It has no seat on root.';
    return 'The epochs of some subnets have not been read yet. Soma reads a few at a time; look again in some minutes.';
  }
  if (!validator.registeredHere) return `It is not registered on SN${netuid}.`;
  if (!validator.permitHere) return `It has no permit on SN${netuid}, so it earns no dividends there.`;
  return 'No epoch has been measured yet in which stake with it could have earned.';
}
