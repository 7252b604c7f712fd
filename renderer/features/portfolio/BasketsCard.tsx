import type { BasketOwed } from '../../../shared/contract/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';

interface RowActions {
  readonly severalAccounts: boolean;
  readonly onClaim: (from: string, hotkey: string) => void;
  readonly onBuy: (from: string | undefined, hotkey?: string) => void;
}

export interface BasketsCardProps extends RowActions {
  /** Undefined before they were read. */
  readonly baskets: readonly BasketOwed[] | undefined;
  /** The one account shown, who then buys in; undefined while all are. */
  readonly from: string | undefined;
}

/** What shares of validators' root baskets pay, on runtimes that pay root dividends through them. */
export function BasketsCard({ baskets, from, ...actions }: BasketsCardProps) {
  return (
    <Card
      title="Root baskets"
      hint="A validator gathers in a basket what its root stake earns, and its root stakers have shares of it. Shares count in no total above and cannot be spent; a claim sells yours and adds the TAO to your root stake."
      flush
      actions={
        <Button size="sm" className="shrink-0" onClick={() => actions.onBuy(from)}>
          Buy into a basket
        </Button>
      }
    >
      {baskets === undefined ? (
        <Loading label="Reading root baskets">
          <Skeleton className="mx-5 mb-5 h-10" />
        </Loading>
      ) : (
        <Baskets baskets={baskets} {...actions} />
      )}
    </Card>
  );
}

function Baskets({
  baskets,
  severalAccounts,
  onClaim,
  onBuy,
}: RowActions & { readonly baskets: readonly BasketOwed[] }) {
  const directory = useDirectory();
  return (
    <Table
      caption="Root baskets"
      rows={baskets}
      keyOf={({ coldkey, hotkey }) => `${coldkey}.${hotkey}`}
      columns={[
        {
          id: 'validator',
          header: 'Validator',
          rowHeader: true,
          cell: ({ coldkey, hotkey, validatorName }) => (
            <>
              <span className="block font-medium">
                <HostileText text={validatorName ?? ''} fallback="Validator" max={28} />
              </span>
              <AddressText address={hotkey} className="text-muted" />
              {severalAccounts ? (
                <span className="block text-xs text-muted">of {directory.account(coldkey)?.label ?? 'Account'}</span>
              ) : null}
            </>
          ),
        },
        {
          id: 'owed',
          header: 'A claim pays',
          figures: true,
          cell: ({ owed }) => <Amount value={owed} unit={TAO} approximate />,
        },
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
        <EmptyState title="No shares yet" heading="h3">
          Stake on root with a validator and its dividends bring you shares, or buy into its basket.
        </EmptyState>
      }
    />
  );
}
