import type { StakePosition } from '../../../shared/contract/index.ts';
import { isRoot } from '../../../shared/units/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

export interface PositionsTableProps {
  readonly positions: readonly StakePosition[];
  /** Name the account in each row. */
  readonly severalAccounts: boolean;
  readonly onStake: (position: StakePosition) => void;
  readonly onUnstake: (position: StakePosition) => void;
}

function unitOf({ netuid, symbol }: StakePosition): AmountUnit {
  return isRoot(netuid) ? TAO : { kind: 'alpha', netuid, symbol };
}

/** Every stake position: who with, where, how much, and what it is worth at the spot price. */
export function PositionsTable({ positions, severalAccounts, onStake, onUnstake }: PositionsTableProps) {
  const columns: Column<StakePosition>[] = [
    {
      id: 'validator',
      header: 'Validator',
      rowHeader: true,
      cell: (position) => <ValidatorCell {...{ position, severalAccounts }} />,
    },
    { id: 'subnet', header: 'Subnet', cell: (position) => <SubnetCell position={position} /> },
    {
      id: 'alpha',
      header: 'Staked',
      figures: true,
      cell: (position) => <Amount value={position.alpha} unit={unitOf(position)} />,
    },
    {
      id: 'price',
      header: 'Price per α',
      figures: true,
      cell: ({ netuid, price }) =>
        isRoot(netuid) ? <span className="text-muted">1:1</span> : <Amount value={price} unit={TAO} always />,
    },
    {
      id: 'value',
      header: 'At spot price',
      figures: true,
      cell: ({ spotValue }) => <Amount value={spotValue} unit={TAO} className="font-semibold" />,
    },
    {
      id: 'actions',
      header: 'Actions',
      headerHidden: true,
      cell: (position) => (
        <span className="flex justify-end gap-2">
          <Button size="sm" onClick={() => onUnstake(position)}>
            Unstake
          </Button>
          <Button size="sm" onClick={() => onStake(position)}>
            Stake more
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Card
      title="Stake positions"
      hint={positions.length === 0 ? undefined : 'Spot price ignores fees and the price impact of selling.'}
      flush
    >
      <Table
        caption="Stake positions"
        rows={positions}
        keyOf={({ coldkey, hotkey, netuid }) => `${coldkey}.${hotkey}.${netuid}`}
        columns={columns}
        empty={
          <EmptyState title="No stake yet">
            Stake is TAO put behind a validator, on root or on a subnet. Each position will stand here with its value.
          </EmptyState>
        }
      />
    </Card>
  );
}

function ValidatorCell({ position, severalAccounts }: { position: StakePosition; severalAccounts: boolean }) {
  const account = useDirectory().account(position.coldkey)?.label;
  return (
    <>
      <span className="block font-medium">
        <HostileText text={position.validatorName ?? ''} fallback="Validator" max={28} />
      </span>
      <AddressText address={position.hotkey} className="text-muted" />
      {severalAccounts && account !== undefined ? <span className="block text-xs text-muted">of {account}</span> : null}
    </>
  );
}

function SubnetCell({ position }: { position: StakePosition }) {
  if (isRoot(position.netuid)) return <span className="font-medium">Root</span>;
  return (
    <>
      <span className="block font-medium">
        <HostileText text={position.subnetName} fallback={`Subnet ${position.netuid}`} max={20} />
      </span>
      <span className="text-xs text-muted">SN{position.netuid}</span>
    </>
  );
}
