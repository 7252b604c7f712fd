import type { Balance } from '../../../shared/contract/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Card } from '../../ui/Card.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { Table } from '../../ui/Table.tsx';

/** TAO by account. */
export function BalancesTable({ balances }: { balances: readonly Balance[] }) {
  const directory = useDirectory();
  return (
    <Card title="Accounts" flush>
      <Table
        caption="Balances by account"
        rows={balances}
        keyOf={({ address }) => address}
        columns={[
          {
            id: 'account',
            header: 'Account',
            rowHeader: true,
            cell: ({ address }) => (
              <span className="flex items-center gap-2.5">
                <Identicon address={address} size={24} />
                <span className="font-medium">{directory.account(address)?.label ?? 'Account'}</span>
                <AddressText address={address} className="text-muted" />
              </span>
            ),
          },
          {
            id: 'free',
            header: 'Free',
            figures: true,
            cell: ({ free }) => <Amount value={free} unit={TAO} />,
          },
          {
            id: 'transferable',
            header: 'Transferable',
            figures: true,
            cell: ({ transferable }) => <Amount value={transferable} unit={TAO} />,
          },
        ]}
      />
    </Card>
  );
}
