import { ArrowUpRight } from 'lucide-react';
import { useEffect } from 'react';
import { useActiveAccount } from '../../api/accounts.ts';
import { sentenceFor } from '../../copy/index.ts';
import { BalancesTable, PortfolioSkeleton } from '../../features/portfolio/index.ts';
import { openTransaction, openTransactionIfIdle } from '../../features/transaction/index.ts';
import { usePortfolio } from '../../stores/portfolio.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

/** Sending begins in the side panel at once; the page shows what there is to send. */
export function SendPage() {
  const { portfolio, error } = usePortfolio();
  const from = useActiveAccount()?.address;
  useEffect(() => openTransactionIfIdle('send', { from }), [from]);
  return (
    <>
      <PageHeader title="Send" note="Pays TAO from one of your accounts to any address." />
      <div className="mb-6">
        <Button look="primary" icon={ArrowUpRight} onClick={() => openTransaction('send', { from })}>
          Send
        </Button>
      </div>
      {portfolio !== undefined ? (
        <BalancesTable balances={portfolio.balances} />
      ) : error === undefined ? (
        <PortfolioSkeleton />
      ) : (
        <Card>
          <ErrorState {...sentenceFor(error)} />
        </Card>
      )}
    </>
  );
}
