import { useState } from 'react';
import { type Netuid, ROOT_NETUID } from '../../../shared/units/index.ts';
import { useActiveAccount } from '../../api/accounts.ts';
import { useSubnets } from '../../api/directory.ts';
import { useValidatorsHere } from '../../api/staking.ts';
import { sentenceFor } from '../../copy/index.ts';
import { SubnetPicker } from '../../features/stake/index.ts';
import { openTransaction } from '../../features/transaction/index.ts';
import { ValidatorPicker } from '../../features/validators/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { useFreshness } from '../../stores/freshness.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StaleBadge } from '../../ui/StaleBadge.tsx';

/** Where and with whom to stake; the side panel does the rest. */
export function StakePage() {
  const subnets = useSubnets();
  const from = useActiveAccount()?.address;
  const fresh = useFreshness() === 'fresh';
  const [netuid, setNetuid] = useState<Netuid>(ROOT_NETUID);
  const validators = useValidatorsHere(netuid);
  const { blockNumber, error } = subnets;
  return (
    <>
      <PageHeader
        title="Stake"
        note={
          <span className="flex flex-wrap items-center gap-2">
            Put TAO behind a validator, on root or on a subnet.
            {blockNumber === undefined ? null : fresh ? (
              <span className="figures text-sm">· as of block {blockText(blockNumber)}</span>
            ) : (
              <StaleBadge blockNumber={blockNumber} />
            )}
          </span>
        }
      />
      {subnets.items !== undefined ? (
        <div className="flex flex-col gap-6">
          <SubnetPicker subnets={subnets.items} value={netuid} onChange={setNetuid} />
          <ValidatorPicker
            title="2. Choose a validator"
            netuid={netuid}
            subnet={subnets.items.find((subnet) => subnet.netuid === netuid)}
            list={validators}
            onStake={({ hotkey }) => openTransaction('stake', { from, hotkey, netuid })}
          />
        </div>
      ) : (
        <Card>
          {error === undefined ? (
            <SubnetsSkeleton />
          ) : (
            <ErrorState {...sentenceFor(error)} action={<Button onClick={subnets.retry}>Try again</Button>} />
          )}
        </Card>
      )}
    </>
  );
}

function SubnetsSkeleton() {
  return (
    <Loading label="Reading the subnets">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
        <div key={row} className="flex justify-between gap-8 py-3">
          <Skeleton className="h-5 w-56" />
          <Skeleton className="h-5 w-28" />
          <Skeleton className="h-5 w-28" />
        </div>
      ))}
    </Loading>
  );
}
