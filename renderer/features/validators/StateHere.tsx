import type { ValidatorHere } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ACTIVITY_BLOCKS, blocksSinceUpdate, idleReason } from './model/activity.ts';
import { blocksAgoText } from './model/figures-text.ts';

export interface StateHereProps {
  readonly validator: ValidatorHere;
  readonly netuid: Netuid;
  /** Block the figures are true at. */
  readonly blockNumber: number;
}

/** Whether it validates on the subnet, and when it last set weights. */
export function StateHere({ validator, netuid, blockNumber }: StateHereProps) {
  const since = blocksSinceUpdate(validator, blockNumber);
  return (
    <>
      <PermitBadge validator={validator} netuid={netuid} />
      {since === undefined ? null : (
        <span
          className={since > ACTIVITY_BLOCKS ? 'block text-xs text-attention' : 'block text-xs text-muted'}
          title={
            since > ACTIVITY_BLOCKS ? 'It has not set weights for so long that it may count as inactive.' : undefined
          }
        >
          {blocksAgoText(since)}
        </span>
      )}
    </>
  );
}

function PermitBadge({ validator, netuid }: Pick<StateHereProps, 'validator' | 'netuid'>) {
  const reason = idleReason(validator);
  if (reason === undefined) return <Badge tone="success">{isRoot(netuid) ? 'Seat' : 'Permit'}</Badge>;
  if (isRoot(netuid)) return <Badge tone="attention">No seat</Badge>;
  return <Badge tone="attention">{reason === 'no_permit' ? 'No permit' : 'Not registered'}</Badge>;
}
