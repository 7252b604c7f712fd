import { useState } from 'react';
import type { Account } from '../../../shared/contract/index.ts';
import { AddAccount } from '../../features/accounts/AddAccount.tsx';
import { chooseAccount } from '../../stores/active-account.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { ChooseNetwork } from './ChooseNetwork.tsx';
import { Done } from './Done.tsx';
import { Welcome } from './Welcome.tsx';

type Step = 'welcome' | 'network' | 'account' | 'done';

const STEPS = ['Network', 'Account', 'Ready'] as const;
const INDEX: Readonly<Record<Step, number>> = { welcome: -1, network: 0, account: 1, done: 2 };

/** From nothing to a first account. */
export function OnboardingPage({ onDone }: { onDone: () => void }) {
  const [step, setStep] = useState<Step>('welcome');
  const [account, setAccount] = useState<Account>();
  const added = (created: Account): void => {
    chooseAccount(created.id);
    setAccount(created);
    setStep('done');
  };
  if (step === 'welcome') return <Welcome onStart={() => setStep('network')} />;
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col px-6 py-8">
      <header className="mb-10 flex items-center gap-6">
        <div className="flex items-center gap-2.5">
          <Mark />
          <span className="text-lg font-semibold tracking-tight">Soma</span>
        </div>
        <div className="-mt-3 ml-auto w-72">
          <Stepper steps={STEPS} current={INDEX[step]} label="Setting up" />
        </div>
      </header>
      <main className="appear" key={step}>
        <h1 className="sr-only">Setting up Soma</h1>
        {step === 'network' ? <ChooseNetwork onChosen={() => setStep('account')} /> : null}
        {step === 'account' ? <AddAccount needsPassword onBack={() => setStep('network')} onAdded={added} /> : null}
        {step === 'done' && account !== undefined ? <Done account={account} onOpen={onDone} /> : null}
      </main>
    </div>
  );
}
