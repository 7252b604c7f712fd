import { useState } from 'react';
import type { Account } from '../../../shared/contract/index.ts';
import { useAccounts, useActiveAccount } from '../../api/accounts.ts';
import { sentenceFor } from '../../copy/index.ts';
import { GetPracticeTao } from '../../features/practice/GetPracticeTao.tsx';
import { shortAddress } from '../../lib/address-text.ts';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** An address to be paid at. */
export function ReceivePage() {
  const { accounts, error, retry } = useAccounts();
  return (
    <>
      <PageHeader title="Receive" note="Give this address to whoever pays you. It holds TAO and stake alike." />
      {accounts !== undefined ? (
        <Chosen accounts={accounts} />
      ) : (
        <Card>
          {error === undefined ? (
            <ReceiveSkeleton />
          ) : (
            <ErrorState {...sentenceFor(error)} action={<Button onClick={retry}>Try again</Button>} />
          )}
        </Card>
      )}
    </>
  );
}

function Chosen({ accounts }: { accounts: readonly Account[] }) {
  const active = useActiveAccount()?.address;
  const [picked, setPicked] = useState<string>();
  const account = accounts.find(({ address }) => address === (picked ?? active)) ?? accounts[0];
  if (account === undefined) return null;
  const { address, label } = account;
  return (
    <Card className="max-w-3xl">
      {accounts.length > 1 ? (
        <div className="mb-6 max-w-md">
          <Select
            label="Account"
            value={address}
            options={accounts.map((item) => ({
              value: item.address,
              label: `${item.label} · ${shortAddress(item.address)}`,
            }))}
            onChange={setPicked}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap items-start gap-8">
        <QrCode text={address} label={`QR code of the address of ${label}`} />
        <div className="flex min-w-72 flex-1 flex-col gap-4">
          <div className="flex items-center gap-3">
            <Identicon address={address} size={36} />
            <h2 className="text-lg font-semibold">{label}</h2>
          </div>
          <p className="text-lg leading-9">
            <AddressText address={address} full />
          </p>
          <div className="flex flex-wrap gap-3">
            <CopyButton text={address} what="address" look="button" />
            <GetPracticeTao address={address} look="secondary" />
          </div>
          <NetworkNote />
        </div>
      </div>
    </Card>
  );
}

function NetworkNote() {
  const practice = useHeartbeat()?.network === 'practice';
  return practice ? (
    <Banner tone="attention" title="You are on the practice network.">
      What arrives here is play money. Real TAO sent to this address appears only after you connect to Bittensor.
    </Banner>
  ) : (
    <p className="text-sm text-muted">
      After pasting it somewhere, compare the pasted address with this one, group by group. Only TAO and stake of
      Bittensor can arrive here.
    </p>
  );
}

function ReceiveSkeleton() {
  return (
    <Loading label="Reading your accounts">
      <div className="flex gap-8">
        <Skeleton className="size-52" />
        <div className="flex flex-1 flex-col gap-4">
          <Skeleton className="h-8 w-40" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-8 w-32" />
        </div>
      </div>
    </Loading>
  );
}
