import { ArrowUpRight, Coins } from 'lucide-react';
import { useMemo } from 'react';
import type { Portfolio } from '../../../shared/contract/index.ts';
import { toPpm } from '../../../shared/units/index.ts';
import { useCapabilities } from '../../api/capabilities.ts';
import { useValueHistory } from '../../api/value-history.ts';
import {
  BalancesTable,
  BasketsCard,
  HistoryCard,
  LocksCard,
  PositionsCard,
  pointsOf,
  RootDividendsCard,
  type Scope,
  Totals,
} from '../../features/portfolio/index.ts';
import { openTransaction } from '../../features/transaction/index.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { openBasketBuy, openBasketClaim, openBatch, openClaim, openClaimType, openExit, openPosition } from './open.ts';

export interface PortfolioContentsProps {
  readonly portfolio: Portfolio;
  readonly scope: Scope;
  /** When the portfolio came, by the clock of this device. */
  readonly receivedMs: number;
  /** The one account shown; undefined while all are. */
  readonly address: Portfolio['balances'][number]['address'] | undefined;
  /** Who sends and stakes, where it is one account. */
  readonly from: string | undefined;
}

const USUAL_TOLERANCE = toPpm(5000);

/** Totals, course, positions, and what waits to be claimed. */
export function PortfolioContents({ portfolio, scope, receivedMs, address, from }: PortfolioContentsProps) {
  const capabilities = useCapabilities();
  const tolerance = useSettings()?.tolerance ?? USUAL_TOLERANCE;
  const history = useValueHistory(address);
  const hasBaskets = capabilities?.['rootBaskets'] === true;
  const { blockNumber } = portfolio.block;
  const { totals, balances, positions, rootDividends, baskets, locks } = scope;
  const several = balances.length > 1;
  const points = useMemo(() => {
    const sold = totals.exitComplete ? totals.free + totals.reserved + totals.stakedExit : undefined;
    const now = { timeMs: receivedMs, blockNumber, total: totals.total, sold };
    return history.samples === undefined ? undefined : pointsOf(history.samples, now);
  }, [history.samples, totals, blockNumber, receivedMs]);
  const onRoot = positions.some(({ netuid }) => netuid === 0) || rootDividends.length > 0;
  return (
    <div className="flex flex-col gap-6">
      <Totals
        scope={scope}
        blockNumber={blockNumber}
        points={points ?? []}
        quotes={capabilities?.['quotes']}
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
      <HistoryCard points={points} error={history.error} />
      {several ? <BalancesTable balances={balances} /> : null}
      <PositionsCard
        scope={scope}
        blockNumber={blockNumber}
        nowMs={receivedMs}
        capabilities={capabilities}
        tolerance={tolerance}
        onAction={openPosition}
        onExit={openExit}
        onBatch={openBatch}
      />
      {hasBaskets ? (
        <BasketsCard
          baskets={baskets}
          severalAccounts={several}
          from={from}
          onClaim={openBasketClaim}
          onBuy={openBasketBuy}
        />
      ) : capabilities?.['rootClaims'] === true && onRoot ? (
        <RootDividendsCard scope={scope} onClaim={openClaim} onClaimType={openClaimType} />
      ) : null}
      <LocksCard locks={locks} severalAccounts={several} />
    </div>
  );
}
