import { useState } from 'react';
import type { Account } from '../../../shared/contract/index.ts';
import { accountsChanged } from '../../api/accounts.ts';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { ImportJson } from './ImportJson.tsx';
import { ImportSeed } from './ImportSeed.tsx';
import { ImportWords } from './ImportWords.tsx';
import type { KeySource } from './key-source.ts';
import { NameAndPassword, type NamedAccount } from './NameAndPassword.tsx';
import { StepTitle } from './StepTitle.tsx';

type Way = KeySource['kind'];

export interface ImportAccountProps {
  readonly needsPassword: boolean;
  readonly onBack: () => void;
  readonly onImported: (account: Account) => void;
}

function importKey(source: KeySource, { label, password }: NamedAccount): Promise<Account> {
  const common = { label, ...(password === undefined ? {} : { password }) };
  switch (source.kind) {
    case 'words':
      return api.accounts.importMnemonic({ mnemonic: source.mnemonic, ...common });
    case 'seed':
      return api.accounts.importSeed({ seed: source.seed, ...common });
    case 'json':
      return api.accounts.importJson({ json: source.json, jsonPassword: source.jsonPassword, ...common });
  }
}

/** An account that exists already: its words, its seed, or its polkadot-js file. */
export function ImportAccount({ needsPassword, onBack, onImported }: ImportAccountProps) {
  const [way, setWay] = useState<Way>('words');
  const [source, setSource] = useState<KeySource>();
  const call = useCall(importKey);

  const finish = async (from: KeySource, named: NamedAccount): Promise<void> => {
    const outcome = await call.run(from, named);
    if (!outcome.ok) return;
    await accountsChanged();
    onImported(outcome.value);
  };
  if (source !== undefined) {
    return (
      <NameAndPassword
        needsPassword={needsPassword}
        submitLabel="Import the account"
        busy={call.busy}
        error={call.error}
        onBack={() => {
          call.clear();
          setSource(undefined);
        }}
        onSubmit={(named) => void finish(source, named)}
      />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <StepTitle title="Import an account">What you type stays on this computer.</StepTitle>
      <Tabs
        label="What you have"
        value={way}
        onChange={setWay}
        items={[
          { value: 'words', label: 'Words', content: <ImportWords onBack={onBack} onReady={setSource} /> },
          { value: 'seed', label: 'Raw seed', content: <ImportSeed onBack={onBack} onReady={setSource} /> },
          { value: 'json', label: 'JSON file', content: <ImportJson onBack={onBack} onReady={setSource} /> },
        ]}
      />
    </div>
  );
}
