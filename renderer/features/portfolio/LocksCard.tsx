import type { StakeLock } from '../../../shared/contract/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Card } from '../../ui/Card.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Table } from '../../ui/Table.tsx';
import { unitOf } from './position-text.ts';

export interface LocksCardProps {
  readonly locks: readonly StakeLock[];
  readonly severalAccounts: boolean;
}

/** Alpha that conviction locks hold back, by account and subnet, and what may leave. */
export function LocksCard({ locks, severalAccounts }: LocksCardProps) {
  const directory = useDirectory();
  const held = locks.filter(({ locked }) => locked > 0n);
  if (held.length === 0) return null;
  const unit = ({ netuid }: StakeLock) => unitOf({ netuid, symbol: directory.subnet(netuid)?.symbol ?? 'α' });
  return (
    <Card
      title="Locked stake"
      hint="Conviction locks hold this back on a subnet, over all its validators. The rest is free to leave or move."
      flush
    >
      <Table
        caption="Locked stake"
        rows={held}
        keyOf={({ coldkey, netuid }) => `${coldkey}.${netuid}`}
        columns={[
          {
            id: 'subnet',
            header: 'Subnet',
            rowHeader: true,
            cell: ({ coldkey, netuid }) => (
              <>
                <span className="block font-medium">
                  SN{netuid} <HostileText text={directory.subnet(netuid)?.name ?? ''} fallback="" max={20} />
                </span>
                {severalAccounts ? (
                  <span className="block text-xs text-muted">of {directory.account(coldkey)?.label ?? 'Account'}</span>
                ) : null}
              </>
            ),
          },
          {
            id: 'staked',
            header: 'Staked',
            figures: true,
            cell: (lock) => <Amount value={lock.total} unit={unit(lock)} />,
          },
          {
            id: 'locked',
            header: 'Locked',
            figures: true,
            cell: (lock) => <Amount value={lock.locked} unit={unit(lock)} />,
          },
          {
            id: 'available',
            header: 'Free to move',
            figures: true,
            cell: (lock) => <Amount value={lock.available} unit={unit(lock)} className="font-semibold" />,
          },
        ]}
      />
    </Card>
  );
}
