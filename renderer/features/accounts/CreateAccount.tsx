import { useState } from 'react';
import type { Account } from '../../../shared/contract/index.ts';
import { accountsChanged } from '../../api/accounts.ts';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from './CallError.tsx';
import { ChooseWordCount } from './ChooseWordCount.tsx';
import { NameAndPassword, type NamedAccount } from './NameAndPassword.tsx';
import { ShowWords } from './ShowWords.tsx';
import { StepTitle } from './StepTitle.tsx';
import { type WordAnswer, WordsCheck } from './WordsCheck.tsx';

interface Pending {
  readonly pendingId: string;
  readonly words: readonly string[];
  readonly ask: readonly number[];
}

type Step = 'count' | 'show' | 'check' | 'name';

export interface CreateAccountProps {
  /** True when there is no vault yet: the account brings the password. */
  readonly needsPassword: boolean;
  readonly onBack: () => void;
  readonly onCreated: (account: Account) => void;
}

/** New words, written down, checked, named. The words leave this component's memory with it. */
export function CreateAccount({ needsPassword, onBack, onCreated }: CreateAccountProps) {
  const [step, setStep] = useState<Step>('count');
  const [pending, setPending] = useState<Pending>();
  const [answers, setAnswers] = useState<readonly WordAnswer[]>([]);
  const begin = useCall((words: 12 | 24) => api.accounts.beginCreate({ words }));
  const confirm = useCall((pendingId: string, { label, password }: NamedAccount) =>
    api.accounts.confirmCreate({
      pendingId,
      label,
      answers: [...answers],
      ...(password === undefined ? {} : { password }),
    }),
  );

  const start = async (count: 12 | 24): Promise<void> => {
    const outcome = await begin.run(count);
    if (!outcome.ok) return;
    const { pendingId, mnemonic, ask } = outcome.value;
    setPending({ pendingId, ask, words: mnemonic.split(' ') });
    setStep('show');
  };
  const finish = async (pendingId: string, named: NamedAccount): Promise<void> => {
    const outcome = await confirm.run(pendingId, named);
    if (!outcome.ok) return;
    await accountsChanged();
    onCreated(outcome.value);
  };

  if (pending === undefined || step === 'count') {
    return (
      <div className="flex flex-col gap-5">
        <ChooseWordCount busy={begin.busy} onBack={onBack} onChosen={(count) => void start(count)} />
        <CallError error={begin.error} />
      </div>
    );
  }
  if (step === 'show') {
    return <ShowWords words={pending.words} onBack={() => setStep('count')} onWritten={() => setStep('check')} />;
  }
  if (step === 'check') {
    return (
      <div className="flex flex-col gap-6">
        <StepTitle title="Check what you wrote down">Type the words that are asked for, from your paper.</StepTitle>
        <WordsCheck
          words={pending.words}
          ask={pending.ask}
          onBack={() => setStep('show')}
          onPassed={(given) => {
            setAnswers(given);
            setStep('name');
          }}
        />
      </div>
    );
  }
  return (
    <NameAndPassword
      needsPassword={needsPassword}
      submitLabel="Create the account"
      busy={confirm.busy}
      error={confirm.error}
      onBack={() => setStep('check')}
      onSubmit={(named) => void finish(pending.pendingId, named)}
    />
  );
}
