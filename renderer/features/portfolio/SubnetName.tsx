import type { StakePosition } from '../../../shared/contract/index.ts';
import { isRoot } from '../../../shared/units/index.ts';
import { HostileText } from '../../ui/HostileText.tsx';

/** `SN12 apex`: the number first, because a name may be anybody's. */
export function SubnetName({ position: { netuid, subnetName } }: { position: StakePosition }) {
  if (isRoot(netuid)) return 'Root';
  return (
    <>
      SN{netuid} <HostileText text={subnetName} fallback="" max={20} />
    </>
  );
}
