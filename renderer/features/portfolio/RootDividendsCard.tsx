import { useState } from 'react';
import { MAX_CLAIM_SUBNETS } from '../../../shared/constants/batch.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { useClaimTypes } from '../../api/own-staking.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { ClaimTypes } from './ClaimTypes.tsx';
import { claimOf, type Owed, owedOf } from './claims.ts';
import { owedColumns } from './owed-columns.tsx';
import type { Scope } from './scope.ts';
import { toggled } from './toggled.ts';

export interface RootDividendsCardProps {
  readonly scope: Scope;
  readonly onClaim: (from: string, netuids: readonly Netuid[]) => void;
  readonly onClaimType: (from: string) => void;
}

const NONE: ReadonlySet<string> = new Set();
const keyOf = ({ key }: Owed): string => key;
const REASONS = {
  nothing: 'Choose subnets to claim several at once.',
  several_accounts: 'These belong to several accounts; one account signs a claim.',
  too_many: `The chain takes at most ${MAX_CLAIM_SUBNETS} subnets in one claim.`,
} as const;

/** What root stake earned on the subnets and nobody has claimed yet. */
export function RootDividendsCard({ scope, onClaim, onClaimType }: RootDividendsCardProps) {
  const directory = useDirectory();
  const reading = useClaimTypes();
  const claimTypes = reading.is === 'read' ? reading.value.claimTypes : undefined;
  const [selected, setSelected] = useState(NONE);
  const owed = owedOf(scope.rootDividends);
  const chosen = owed.filter(({ key }) => selected.has(key));
  const wish = claimOf(chosen);
  const columns = owedColumns({
    directory,
    severalAccounts: scope.balances.length > 1,
    selected,
    onSelect: (key, on) => setSelected((now) => toggled(now, [key], on)),
    onClaim,
  });
  return (
    <Card
      title="Root dividends to claim"
      hint="Alpha that your root stake earned on the subnets. A claim takes it from every validator on that subnet."
      flush
      actions={
        owed.length === 0 ? undefined : (
          <Button
            size="sm"
            disabled={!wish.ok}
            onClick={() => {
              if (wish.ok) onClaim(wish.from, wish.netuids);
            }}
          >
            Claim selected
          </Button>
        )
      }
    >
      {owed.length === 0 ? null : (
        <p role="status" className="px-5 pb-3 text-sm text-muted">
          {wish.ok ? `${chosen.length} of at most ${MAX_CLAIM_SUBNETS} subnets chosen.` : REASONS[wish.because]}
        </p>
      )}
      <VirtualTable
        caption="Root dividends to claim"
        columns={columns}
        rows={owed}
        keyOf={keyOf}
        rowHeight={48}
        frameClass="max-h-96"
        tableClass="min-w-180"
        empty={
          <EmptyState title="Nothing to claim" heading="h3">
            Stake on root earns a share of every subnet. What has not been claimed yet will stand here.
          </EmptyState>
        }
      />
      <ClaimTypes
        accounts={scope.balances.map(({ address }) => address)}
        claimTypes={claimTypes}
        labelOf={(address) => directory.account(address)?.label}
        onChange={onClaimType}
      />
    </Card>
  );
}
