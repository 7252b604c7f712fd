import { useNavigate } from '@tanstack/react-router';
import { ArrowDownLeft, ArrowUpRight, Coins, Wallet } from 'lucide-react';
import { useMemo } from 'react';
import type { Account, Portfolio } from '../../../shared/contract/index.ts';
import { useAccounts, useActiveAccount } from '../../api/accounts.ts';
import { sentenceFor } from '../../copy/index.ts';
import { BalancesTable, PortfolioSkeleton, PositionsTable, scopeOf, Totals } from '../../features/portfolio/index.ts';
import { GetPracticeTao } from '../../features/practice/GetPracticeTao.tsx';
import { openTransaction } from '../../features/transaction/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { useFreshness } from '../../stores/freshness.ts';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { usePortfolio } from '../../stores/portfolio.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { StaleBadge } from '../../ui/StaleBadge.tsx';

/** What is there, at a named block. */
export function PortfolioPage() {
  const { portfolio, error } = usePortfolio();
  const accounts = useAccounts().accounts ?? [];
  const active = useActiveAccount();
  return (
    <>
      <PageHeader
        title="Portfolio"
        note={<Note portfolio={portfolio} account={active ?? (accounts.length === 1 ? accounts[0] : undefined)} />}
      />
      {portfolio === undefined ? (
        error === undefined ? (
          <PortfolioSkeleton />
        ) : (
          <Card>
            <ErrorState {...sentenceFor(error)} />
          </Card>
        )
      ) : (
        <Contents portfolio={portfolio} accounts={accounts} active={active} />
      )}
    </>
  );
}

function Note({ portfolio, account }: { portfolio: Portfolio | undefined; account: Account | undefined }) {
  const freshness = useFreshness();
  const whose = account === undefined ? 'All accounts' : account.label;
  if (portfolio === undefined) return freshness === 'offline' ? 'Waiting for an endpoint to answer.' : whose;
  const { blockNumber } = portfolio.block;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {whose}
      {freshness === 'fresh' ? (
        <span className="figures text-sm">· as of block {blockText(blockNumber)}</span>
      ) : (
        <StaleBadge blockNumber={blockNumber} />
      )}
    </span>
  );
}

interface ContentsProps {
  readonly portfolio: Portfolio;
  readonly accounts: readonly Account[];
  readonly active: Account | undefined;
}

function Contents({ portfolio, accounts, active }: ContentsProps) {
  const address = active?.address;
  const scope = useMemo(
    () => scopeOf(portfolio, address === undefined ? undefined : new Set([address])),
    [portfolio, address],
  );
  const from = address ?? (accounts.length === 1 ? accounts[0]?.address : undefined);
  if (scope.total === 0n) return <NothingYet address={from ?? accounts[0]?.address} />;
  return (
    <div className="flex flex-col gap-6">
      <Totals
        scope={scope}
        actions={
          <>
            <Button look="primary" icon={ArrowUpRight} onClick={() => openTransaction('send', { from })}>
              Send
            </Button>
            <Button icon={Coins} onClick={() => openTransaction('stake', { from })}>
              Stake
            </Button>
          </>
        }
      />
      {scope.balances.length > 1 ? <BalancesTable balances={scope.balances} /> : null}
      <PositionsTable
        positions={scope.positions}
        severalAccounts={scope.balances.length > 1}
        onStake={({ coldkey, hotkey, netuid }) => openTransaction('stake', { from: coldkey, hotkey, netuid })}
        onUnstake={({ coldkey, hotkey, netuid }) => openTransaction('unstake', { from: coldkey, hotkey, netuid })}
      />
    </div>
  );
}

function NothingYet({ address }: { address: string | undefined }) {
  const practice = useHeartbeat()?.network === 'practice';
  const navigate = useNavigate();
  return (
    <Card>
      <EmptyState
        icon={Wallet}
        title="No TAO here yet"
        action={
          <>
            {address === undefined ? null : <GetPracticeTao address={address} />}
            <Button icon={ArrowDownLeft} onClick={() => void navigate({ to: '/receive' })}>
              Receive
            </Button>
          </>
        }
      >
        {practice
          ? 'On the practice network play money is free: take some and try everything. Nothing here is worth anything.'
          : 'Show your address to somebody who pays you, or send from an exchange. What arrives will stand here.'}
      </EmptyState>
    </Card>
  );
}
