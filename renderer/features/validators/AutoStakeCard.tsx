import type { AutoStake } from '../../../shared/contract/index.ts';
import { useDirectory } from '../../api/directory.ts';
import type { ReadingState } from '../../api/own-staking.ts';
import { sentenceFor } from '../../copy/index.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { ValidatorName } from './ValidatorName.tsx';
import { ValidatorsSkeleton } from './ValidatorsSkeleton.tsx';

export interface AutoStakeCardProps {
  readonly reading: ReadingState<{ readonly destinations: readonly AutoStake[] }>;
  /** Of the account chosen in the top bar; all accounts without it. */
  readonly coldkey: string | undefined;
  /** False where the runtime has no such choice. */
  readonly can: boolean;
  readonly onChange: (destination: AutoStake | undefined) => void;
}

const HINT = 'Where mining rewards of your hotkeys are staked. It changes nothing for stake you put in yourself.';

/** Auto-stake destinations per account and subnet. */
export function AutoStakeCard({ reading, coldkey, can, onChange }: AutoStakeCardProps) {
  if (!can) {
    return (
      <Card title="Auto-stake" hint={HINT}>
        <p className="text-muted">The connected runtime has no auto-stake destinations.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Auto-stake"
      hint={HINT}
      actions={
        <Button size="sm" onClick={() => onChange(undefined)}>
          Set a destination
        </Button>
      }
      flush
    >
      {reading.is === 'read' ? (
        <div className="border-t border-line">
          <Table
            caption="Auto-stake destinations"
            columns={columns(onChange)}
            rows={reading.value.destinations.filter((one) => coldkey === undefined || one.coldkey === coldkey)}
            keyOf={(row) => `${row.coldkey}.${row.netuid}`}
            empty={
              <EmptyState title="No destination set">
                Without one, mining rewards stay with the hotkey that earned them.
              </EmptyState>
            }
          />
        </div>
      ) : reading.is === 'reading' ? (
        <ValidatorsSkeleton />
      ) : (
        <ErrorState {...sentenceFor(reading.error)} action={<Button onClick={reading.retry}>Try again</Button>} />
      )}
    </Card>
  );
}

function columns(onChange: AutoStakeCardProps['onChange']): readonly Column<AutoStake>[] {
  return [
    { id: 'account', header: 'Account', rowHeader: true, cell: ({ coldkey }) => <AccountCell coldkey={coldkey} /> },
    { id: 'subnet', header: 'Subnet', cell: ({ netuid }) => <SubnetCell destination={netuid} /> },
    {
      id: 'validator',
      header: 'Staked with',
      cell: ({ hotkey, name }) => (
        <>
          <span className="block font-medium">
            <ValidatorName name={name} />
          </span>
          <AddressText address={hotkey} className="text-muted" />
        </>
      ),
    },
    {
      id: 'action',
      header: 'Action',
      headerHidden: true,
      cell: (destination) => (
        <span className="flex justify-end">
          <Button size="sm" onClick={() => onChange(destination)}>
            Change
          </Button>
        </span>
      ),
    },
  ];
}

function AccountCell({ coldkey }: { coldkey: string }) {
  const label = useDirectory().account(coldkey)?.label;
  return label === undefined ? <AddressText address={coldkey} /> : <span className="font-medium">{label}</span>;
}

function SubnetCell({ destination }: { destination: AutoStake['netuid'] }) {
  const name = useDirectory().subnet(destination)?.name ?? '';
  return (
    <>
      SN{destination} <HostileText text={name} fallback="" max={20} className="text-muted" />
    </>
  );
}
