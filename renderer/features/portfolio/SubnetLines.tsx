import type { StakePosition } from '../../../shared/contract/index.ts';
import { isRoot } from '../../../shared/units/index.ts';
import { HostileText } from '../../ui/HostileText.tsx';

/** Number and name of a subnet, one under the other. */
export function SubnetLines({ position: { netuid, subnetName } }: { position: StakePosition }) {
  if (isRoot(netuid)) return <span className="font-medium">Root</span>;
  return (
    <>
      <span className="block">SN{netuid}</span>
      <span className="block truncate text-xs text-muted">
        <HostileText text={subnetName} fallback="" max={20} />
      </span>
    </>
  );
}
