import type { Intent } from '../../../../shared/contract/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { AddressText } from '../../../ui/AddressText.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { Identicon } from '../../../ui/Identicon.tsx';

/** Who pays and who is paid or staked with: name first, then the whole address. */
export function Counterparty({ intent }: { intent: Intent }) {
  const directory = useDirectory();
  const from = directory.account(intent.coldkey)?.label ?? '';
  if ('to' in intent)
    return (
      <>
        <Party part="From" name={from} fallback="your account" address={intent.coldkey} />
        <Party part="To" name={directory.account(intent.to)?.label ?? ''} fallback="" address={intent.to} />
      </>
    );
  const validator = directory.validator(intent.hotkey)?.name ?? '';
  return (
    <>
      <Party part="Account" name={from} fallback="your account" address={intent.coldkey} />
      <Party part="Validator" name={validator} fallback="without a name" address={intent.hotkey} />
    </>
  );
}

interface PartyProps {
  /** Its part in the transaction: `From`. */
  readonly part: string;
  readonly name: string;
  readonly fallback: string;
  readonly address: string;
}

function Party({ part, name, fallback, address }: PartyProps) {
  return (
    <div className="flex items-start gap-3">
      <Identicon address={address} size={32} />
      <div className="min-w-0">
        <p className="text-sm">
          <span className="text-muted">{part}</span>{' '}
          <span className="font-semibold">
            <HostileText text={name} fallback={fallback} />
          </span>
        </p>
        <AddressText address={address} full />
      </div>
    </div>
  );
}
