import type { Intent } from '../../../../shared/contract/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { AddressText } from '../../../ui/AddressText.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { Identicon } from '../../../ui/Identicon.tsx';
import { type IntentParty, partiesOf } from './parties.ts';

const FALLBACKS: Readonly<Record<IntentParty['is'], string>> = {
  own: 'your account',
  recipient: '',
  validator: 'without a name',
};

/** Who pays and who is paid or staked with: name first, then the whole address, each once. */
export function Counterparty({ intent }: { intent: Intent }) {
  const directory = useDirectory();
  return partiesOf(intent).map(({ part, address, is }) => (
    <Party
      key={`${part}.${address}`}
      part={part}
      name={(is === 'validator' ? directory.validator(address)?.name : directory.account(address)?.label) ?? ''}
      fallback={FALLBACKS[is]}
      address={address}
    />
  ));
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
