import { isRoot } from '../../../shared/units/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { stakeOn } from '../../lib/validator-order.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

interface Served {
  readonly netuid: number;
  readonly name: string;
  readonly state: string;
  readonly stake: React.ReactNode;
}

const COLUMNS: readonly Column<Served>[] = [
  {
    id: 'subnet',
    header: 'Subnet',
    rowHeader: true,
    cell: ({ netuid, name }) =>
      netuid === 0 ? (
        'Root'
      ) : (
        <>
          SN{netuid} <HostileText text={name} fallback="" max={16} className="text-muted" />
        </>
      ),
  },
  { id: 'state', header: 'State', cell: ({ state }) => state },
  { id: 'stake', header: 'Stake', figures: true, cell: ({ stake }) => stake },
];

/** Every subnet a validator is registered on, with its stake there. */
export function SubnetsServed({ hotkey }: { hotkey: string }) {
  const { validator: find, subnet: subnetOf } = useDirectory();
  const validator = find(hotkey);
  const rows = [...(validator?.registrations ?? [])]
    .sort((a, b) => a - b)
    .map((netuid): Served => {
      const subnet = subnetOf(netuid);
      const unit = isRoot(netuid) ? TAO : ({ kind: 'alpha', netuid, symbol: subnet?.symbol ?? 'α' } as const);
      return {
        netuid,
        name: subnet?.name ?? '',
        state: isRoot(netuid) ? 'Seat' : validator?.permits.includes(netuid) === true ? 'Permit' : 'No permit',
        stake: validator === undefined ? null : <Amount value={stakeOn(validator, netuid)} unit={unit} always />,
      };
    });
  return (
    <section>
      <h4 className="mb-2 font-semibold">{`Subnets served (${rows.length})`}</h4>
      <div className="-mx-5">
        <Table
          caption="Subnets served"
          columns={COLUMNS}
          rows={rows}
          keyOf={({ netuid }) => String(netuid)}
          empty={<p className="text-muted">It is registered on no subnet.</p>}
        />
      </div>
    </section>
  );
}
