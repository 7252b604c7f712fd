import { useState } from 'react';
import { type Netuid, ROOT_NETUID } from '../../../shared/units/index.ts';
import { useActiveAccount } from '../../api/accounts.ts';
import { useSubnets } from '../../api/directory.ts';
import { useValidatorsHere } from '../../api/staking.ts';
import { openTransaction } from '../../features/transaction/index.ts';
import { SeenFrom, ValidatorPicker } from '../../features/validators/index.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AsOfBlock } from './AsOfBlock.tsx';
import { MyValidators } from './MyValidators.tsx';

type Tab = 'all' | 'mine';

/** Who validates, seen from one subnet; and the person's own validators. */
export function ValidatorsPage() {
  const [tab, setTab] = useState<Tab>('all');
  const [netuid, setNetuid] = useState<Netuid>(ROOT_NETUID);
  const list = useValidatorsHere(netuid);
  return (
    <>
      <PageHeader
        title="Validators"
        note={
          <span className="flex flex-wrap items-center gap-2">
            Whom to trust with stake, and what it was seen to earn.
            <AsOfBlock blockNumber={tab === 'all' ? list.blockNumber : undefined} />
          </span>
        }
      />
      <Tabs<Tab>
        label="Validators"
        value={tab}
        onChange={setTab}
        items={[
          { value: 'all', label: 'All validators', content: <AllValidators {...{ netuid, setNetuid, list }} /> },
          { value: 'mine', label: 'My validators', content: <MyValidators /> },
        ]}
      />
    </>
  );
}

interface AllValidatorsProps {
  readonly netuid: Netuid;
  readonly setNetuid: (netuid: Netuid) => void;
  readonly list: ReturnType<typeof useValidatorsHere>;
}

function AllValidators({ netuid, setNetuid, list }: AllValidatorsProps) {
  const subnets = useSubnets().items ?? [];
  const from = useActiveAccount()?.address;
  return (
    <ValidatorPicker
      title="All validators"
      netuid={netuid}
      subnet={subnets.find((subnet) => subnet.netuid === netuid)}
      list={list}
      onStake={({ hotkey }) => openTransaction('stake', { from, hotkey, netuid })}
    >
      {subnets.length === 0 ? undefined : <SeenFrom subnets={subnets} value={netuid} onChange={setNetuid} />}
    </ValidatorPicker>
  );
}
