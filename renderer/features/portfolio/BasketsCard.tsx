import type { Basket } from '../../../shared/contract/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Table } from '../../ui/Table.tsx';

export interface BasketsCardProps {
  readonly baskets: readonly Basket[];
  readonly severalAccounts: boolean;
  readonly onClaim: (from: string, hotkey: string) => void;
  readonly onBuy: (from: string, hotkey: string) => void;
}

/** What the root baskets of validators owe, on runtimes that pay root dividends through them. */
export function BasketsCard({ baskets, severalAccounts, onClaim, onBuy }: BasketsCardProps) {
  const directory = useDirectory();
  return (
    <Card
      title="Root baskets"
      hint="Each validator keeps what root stake earns on the subnets in one basket. A claim takes your share of one validator's."
      flush
    >
      <Table
        caption="Root baskets"
        rows={baskets}
        keyOf={({ coldkey, hotkey }) => `${coldkey}.${hotkey}`}
        columns={[
          {
            id: 'validator',
            header: 'Validator',
            rowHeader: true,
            cell: ({ coldkey, hotkey, name }) => (
              <>
                <span className="block font-medium">
                  <HostileText text={name ?? ''} fallback="Validator" max={28} />
                </span>
                <AddressText address={hotkey} className="text-muted" />
                {severalAccounts ? (
                  <span className="block text-xs text-muted">of {directory.account(coldkey)?.label ?? 'Account'}</span>
                ) : null}
              </>
            ),
          },
          { id: 'owed', header: 'Owed', figures: true, cell: ({ owed }) => <Amount value={owed} unit={TAO} /> },
          {
            id: 'actions',
            header: 'Actions',
            headerHidden: true,
            cell: ({ coldkey, hotkey, owed }) => (
              <span className="flex justify-end gap-2">
                <Button size="sm" disabled={owed === 0n} onClick={() => onClaim(coldkey, hotkey)}>
                  Claim
                </Button>
                <Button size="sm" onClick={() => onBuy(coldkey, hotkey)}>
                  Buy in
                </Button>
              </span>
            ),
          },
        ]}
        empty={
          <EmptyState title="No basket yet" heading="h3">
            Stake on root with a validator, and your share of its basket will stand here.
          </EmptyState>
        }
      />
    </Card>
  );
}
