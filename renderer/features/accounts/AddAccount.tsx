import { Import, KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '../../../shared/contract/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CreateAccount } from './CreateAccount.tsx';
import { ImportAccount } from './ImportAccount.tsx';
import { StepTitle } from './StepTitle.tsx';

export interface AddAccountProps {
  readonly needsPassword: boolean;
  readonly onBack?: () => void;
  readonly onAdded: (account: Account) => void;
}

const WAYS = [
  {
    id: 'create',
    icon: KeyRound,
    title: 'Create a new account',
    detail: 'Soma makes new words, you write them down.',
  },
  {
    id: 'import',
    icon: Import,
    title: 'Import an account',
    detail: 'From its words, its raw seed, or a polkadot-js JSON file.',
  },
] as const;

/** New or known: the two ways an account comes into Soma. */
export function AddAccount({ needsPassword, onBack, onAdded }: AddAccountProps) {
  const [way, setWay] = useState<'create' | 'import'>();
  const back = (): void => setWay(undefined);
  if (way === 'create') return <CreateAccount needsPassword={needsPassword} onBack={back} onCreated={onAdded} />;
  if (way === 'import') return <ImportAccount needsPassword={needsPassword} onBack={back} onImported={onAdded} />;
  return (
    <div className="flex flex-col gap-6">
      <StepTitle title="Your account">An account is a coldkey: the key that owns your TAO and your stake.</StepTitle>
      <div className="flex flex-col gap-3">
        {WAYS.map((choice) => (
          <button
            key={choice.id}
            type="button"
            onClick={() => setWay(choice.id)}
            className="flex items-center gap-4 rounded-card border border-line bg-surface px-5 py-4 text-left shadow-card transition-colors hover:border-accent"
          >
            <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Icon icon={choice.icon} size={20} />
            </span>
            <span>
              <span className="block font-semibold">{choice.title}</span>
              <span className="block text-sm text-muted">{choice.detail}</span>
            </span>
          </button>
        ))}
      </div>
      {onBack === undefined ? null : (
        <button
          type="button"
          onClick={onBack}
          className="self-start rounded-control text-sm text-muted underline-offset-4 hover:underline"
        >
          Back
        </button>
      )}
    </div>
  );
}
