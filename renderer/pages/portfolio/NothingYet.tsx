import { useNavigate } from '@tanstack/react-router';
import { ArrowDownLeft, Wallet } from 'lucide-react';
import { GetPracticeTao } from '../../features/practice/GetPracticeTao.tsx';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** An account without anything: what would stand here, and how it comes. */
export function NothingYet({ address }: { address: string | undefined }) {
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
