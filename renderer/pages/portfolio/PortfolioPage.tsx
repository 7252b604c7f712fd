import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAccounts, useActiveAccount } from '../../api/accounts.ts';
import { useDirectory } from '../../api/directory.ts';
import { sentenceFor } from '../../copy/index.ts';
import { ExportPortfolio, PortfolioSkeleton, type Scope, scopeOf } from '../../features/portfolio/index.ts';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { usePortfolio } from '../../stores/portfolio.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { NothingYet } from './NothingYet.tsx';
import { PortfolioContents } from './PortfolioContents.tsx';
import { PortfolioNote } from './PortfolioNote.tsx';

/** What is there, at a named block. */
export function PortfolioPage() {
  const { portfolio, receivedMs, error } = usePortfolio();
  const accounts = useAccounts().accounts ?? [];
  const active = useActiveAccount();
  const directory = useDirectory();
  const network = useHeartbeat()?.network;
  const [exporting, setExporting] = useState(false);
  const address = active?.address;
  const scope = useMemo<Scope | undefined>(
    () => (portfolio === undefined ? undefined : scopeOf(portfolio, address)),
    [portfolio, address],
  );
  const only = active ?? (accounts.length === 1 ? accounts[0] : undefined);
  return (
    <>
      <PageHeader
        title="Portfolio"
        note={<PortfolioNote portfolio={portfolio} account={only} />}
        actions={
          scope === undefined || isEmpty(scope) ? undefined : (
            <Button icon={FileDown} onClick={() => setExporting(true)}>
              Export
            </Button>
          )
        }
      />
      {portfolio === undefined || scope === undefined ? (
        error === undefined ? (
          <PortfolioSkeleton />
        ) : (
          <Card>
            <ErrorState {...sentenceFor(error)} />
          </Card>
        )
      ) : isEmpty(scope) ? (
        <NothingYet address={only?.address ?? accounts[0]?.address} />
      ) : (
        <PortfolioContents
          key={address ?? 'all'}
          portfolio={portfolio}
          scope={scope}
          receivedMs={receivedMs ?? 0}
          address={address}
          from={only?.address}
        />
      )}
      {exporting && portfolio !== undefined && scope !== undefined ? (
        <ExportPortfolio
          facts={{
            ...scope,
            network: network ?? 'unknown',
            block: portfolio.block,
            labelOf: (owner) => directory.account(owner)?.label,
          }}
          whose={only === undefined ? 'all accounts' : only.label}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </>
  );
}

function isEmpty({ totals, positions, baskets = [] }: Scope): boolean {
  return totals.total === 0n && positions.length === 0 && baskets.length === 0;
}
