import { useMemo, useState } from 'react';
import type { Subnet, Validator } from '../../../shared/contract/index.ts';
import { formatTake, isRoot, type Netuid } from '../../../shared/units/index.ts';
import { stakeOn } from '../../lib/validator-order.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type ValidatorOrder, validatorsFor } from './validators.ts';

export interface ValidatorTableProps {
  readonly validators: readonly Validator[];
  readonly netuid: Netuid;
  readonly subnet: Subnet | undefined;
  readonly onStake: (validator: Validator) => void;
}

/** Rows shown at first and with each "show more". */
const PAGE = 64;

/** Whom to stake with on the chosen subnet. */
export function ValidatorTable({ validators, netuid, subnet, onStake }: ValidatorTableProps) {
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<ValidatorOrder>('stake');
  const [shown, setShown] = useState(PAGE);
  const rows = useMemo(() => validatorsFor(validators, netuid, search, order), [validators, netuid, search, order]);
  const unit: AmountUnit =
    isRoot(netuid) || subnet === undefined ? TAO : { kind: 'alpha', netuid, symbol: subnet.symbol };
  const sorting = (by: ValidatorOrder): Pick<Column<Validator>, 'onSort' | 'sorted'> => ({
    onSort: () => setOrder(by),
    sorted: order === by ? (by === 'take' ? 'ascending' : 'descending') : undefined,
  });
  const columns: Column<Validator>[] = [
    {
      id: 'validator',
      header: 'Validator',
      rowHeader: true,
      cell: (validator) => <ValidatorCell validator={validator} />,
    },
    {
      id: 'permit',
      header: isRoot(netuid) ? 'On root' : `On SN${netuid}`,
      cell: ({ permits, registrations }) =>
        permits.includes(netuid) ? (
          <Badge tone="success">Permit</Badge>
        ) : (
          <Badge tone="attention">{registrations.includes(netuid) ? 'No permit' : 'Not registered'}</Badge>
        ),
    },
    {
      id: 'stake',
      header: 'Total stake here',
      figures: true,
      cell: (validator) => <Amount value={stakeOn(validator, netuid)} unit={unit} always />,
      ...sorting('stake'),
    },
    { id: 'take', header: 'Take', figures: true, cell: ({ take }) => formatTake(take), ...sorting('take') },
    {
      id: 'nominators',
      header: 'Nominators',
      figures: true,
      cell: ({ nominators }) => nominators,
      ...sorting('nominators'),
    },
    {
      id: 'action',
      header: 'Action',
      headerHidden: true,
      cell: (validator) => (
        <Button size="sm" onClick={() => onStake(validator)}>
          Stake
        </Button>
      ),
    },
  ];
  return (
    <Card
      title="2. Choose a validator"
      hint="The take is the share of emission a validator keeps. Those without a permit earn nothing here."
      flush
    >
      <div className="px-5 pb-3">
        <TextField
          label="Search validators"
          placeholder="Name or key"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setShown(PAGE);
          }}
        />
      </div>
      <div className="border-t border-line">
        <Table
          caption="Validators"
          rows={rows.slice(0, shown)}
          keyOf={({ hotkey }) => hotkey}
          columns={columns}
          empty={<p className="text-muted">No validator is called that.</p>}
        />
      </div>
      {rows.length > shown ? (
        <div className="flex justify-center border-t border-line py-3">
          <Button size="sm" onClick={() => setShown(shown + PAGE)}>
            {`Show more (${rows.length - shown} left)`}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function ValidatorCell({ validator }: { validator: Validator }) {
  return (
    <span className="flex items-center gap-2.5">
      <Identicon address={validator.hotkey} size={28} />
      <span className="min-w-0">
        <span className="block font-medium">
          <HostileText text={validator.name ?? ''} fallback="Without a name" max={28} />
        </span>
        <AddressText address={validator.hotkey} className="text-muted" />
      </span>
    </span>
  );
}
