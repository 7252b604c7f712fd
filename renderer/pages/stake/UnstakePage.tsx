import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toNetuid } from '../../../shared/units/index.ts';
import { openTransactionIfIdle } from '../../features/transaction/index.ts';
import { usePortfolio } from '../../stores/portfolio.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

const NETUID = /^\d{1,5}$/u;

/** A link to taking one position back: opens the panel when the position is there. */
export function UnstakePage() {
  const { coldkey, hotkey, netuid } = useParams({ from: '/unstake/$coldkey/$hotkey/$netuid' });
  const { portfolio } = usePortfolio();
  const navigate = useNavigate();
  const position = portfolio?.positions.find(
    (candidate) => candidate.coldkey === coldkey && candidate.hotkey === hotkey && String(candidate.netuid) === netuid,
  );
  const known = position !== undefined && NETUID.test(netuid);
  useEffect(() => {
    if (known) openTransactionIfIdle('unstake', { from: coldkey, hotkey, netuid: toNetuid(Number(netuid)) });
  }, [known, coldkey, hotkey, netuid]);
  return (
    <>
      <PageHeader title="Unstake" note="Takes stake back into free TAO." />
      <Card>
        <EmptyState
          title={known || portfolio === undefined ? 'The side panel has it' : 'This position is not there'}
          action={<Button onClick={() => void navigate({ to: '/portfolio' })}>Open the portfolio</Button>}
        >
          {known || portfolio === undefined
            ? 'Choose how much to take back and read the quote beside.'
            : 'It may have been taken back already. The portfolio lists every position.'}
        </EmptyState>
      </Card>
    </>
  );
}
