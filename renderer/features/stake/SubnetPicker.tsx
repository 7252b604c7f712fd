import { useState } from 'react';
import type { Subnet } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Table } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface SubnetPickerProps {
  readonly subnets: readonly Subnet[];
  readonly value: Netuid;
  readonly onChange: (netuid: Netuid) => void;
}

function found(subnet: Subnet, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  const { text } = cleanText(subnet.name);
  return wanted === '' || `sn${subnet.netuid}`.includes(wanted) || text.toLowerCase().includes(wanted);
}

/** Where to stake: root, or one of the subnets. */
export function SubnetPicker({ subnets, value, onChange }: SubnetPickerProps) {
  const [search, setSearch] = useState('');
  const rows = subnets.filter((subnet) => found(subnet, search)).sort((a, b) => a.netuid - b.netuid);
  return (
    <Card
      title="1. Choose a subnet"
      hint="On root stake stays TAO, one to one. On a subnet it is changed into the subnet's alpha at its price."
      flush
    >
      <div className="px-5 pb-3">
        <TextField
          label="Search subnets"
          placeholder="Name or SN number"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section aria-label="Subnets" tabIndex={0} className="max-h-80 overflow-y-auto border-t border-line">
        <Table
          caption="Subnets"
          rows={rows}
          keyOf={({ netuid }) => String(netuid)}
          empty={<p className="text-muted">No subnet is called that.</p>}
          columns={[
            {
              id: 'subnet',
              header: 'Subnet',
              rowHeader: true,
              cell: (subnet) => (
                <label className="flex items-center gap-3">
                  <input
                    type="radio"
                    name="subnet"
                    checked={subnet.netuid === value}
                    onChange={() => onChange(subnet.netuid)}
                    className="size-4 shrink-0 accent-accent-fill"
                  />
                  <SubnetName subnet={subnet} />
                </label>
              ),
            },
            {
              id: 'price',
              header: 'Price per α',
              figures: true,
              cell: ({ netuid, price }) =>
                isRoot(netuid) ? <span className="text-muted">1:1</span> : <Amount value={price} unit={TAO} always />,
            },
            {
              id: 'liquidity',
              header: 'TAO in pool',
              figures: true,
              cell: ({ netuid, taoIn }) =>
                isRoot(netuid) ? (
                  <span className="text-muted">no pool</span>
                ) : (
                  <Amount value={taoIn} unit={TAO} always />
                ),
            },
            {
              id: 'state',
              header: 'State',
              cell: ({ netuid, started }) =>
                started || isRoot(netuid) ? <Badge>Open</Badge> : <Badge tone="attention">Not started</Badge>,
            },
          ]}
        />
      </section>
    </Card>
  );
}

function SubnetName({ subnet }: { subnet: Subnet }) {
  if (isRoot(subnet.netuid)) return <span className="font-medium">Root</span>;
  return (
    <span>
      <span className="font-medium">
        <HostileText text={subnet.name} fallback={`Subnet ${subnet.netuid}`} max={28} />
      </span>{' '}
      <span className="text-muted">
        SN{subnet.netuid} <HostileText text={subnet.symbol} fallback="α" max={4} />
      </span>
    </span>
  );
}
