import type { Account } from '../../../shared/contract/index.ts';
import { StepTitle } from '../../features/accounts/StepTitle.tsx';
import { GetPracticeTao } from '../../features/practice/GetPracticeTao.tsx';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Identicon } from '../../ui/Identicon.tsx';

/** The account exists: its address, and what to do first. */
export function Done({ account, onOpen }: { account: Account; onOpen: () => void }) {
  const practice = useHeartbeat()?.network === 'practice';
  return (
    <div className="flex flex-col gap-6">
      <StepTitle title="Your account is ready">
        {practice
          ? 'On the practice network you can give yourself some TAO and try everything.'
          : 'This is its address. Send TAO to it, and it shows up in the portfolio.'}
      </StepTitle>
      <div className="rounded-card border border-line bg-surface px-5 py-4 shadow-card">
        <p className="mb-2 flex items-center gap-3 font-semibold">
          <Identicon address={account.address} size={36} />
          {account.label}
        </p>
        <AddressText address={account.address} full copy />
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        <GetPracticeTao address={account.address} look="secondary" />
        <Button look="primary" onClick={onOpen}>
          Open the portfolio
        </Button>
      </div>
    </div>
  );
}
