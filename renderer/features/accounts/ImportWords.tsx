import { type SubmitEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { CallError } from './CallError.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import { type ImportFormProps, tidyWords } from './key-source.ts';

/** By words. The address they give is shown before anything is saved. */
export function ImportWords({ onBack, onReady }: ImportFormProps) {
  const [typed, setTyped] = useState('');
  const [preview, setPreview] = useState<{ readonly mnemonic: string; readonly address: string }>();
  const call = useCall((mnemonic: string) => api.accounts.previewMnemonic({ mnemonic }));
  const mnemonic = tidyWords(typed);
  const count = mnemonic === '' ? 0 : mnemonic.split(' ').length;
  const shown = preview?.mnemonic === mnemonic ? preview : undefined;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (shown !== undefined) {
      onReady({ kind: 'words', mnemonic });
      return;
    }
    const outcome = await call.run(mnemonic);
    if (outcome.ok) setPreview({ mnemonic, address: outcome.value.address });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <TextArea
        label="Recovery words"
        mono
        maxLength={512}
        value={typed}
        hint={
          count === 0 ? 'All of them, in order, with blanks between.' : `${count} ${count === 1 ? 'word' : 'words'}`
        }
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          call.clear();
        }}
      />
      <CallError error={call.error} />
      {shown === undefined ? (
        <div className="flex justify-between gap-3">
          <Button look="quiet" className="-ml-4" onClick={onBack}>
            Back
          </Button>
          <Button look="primary" type="submit" busy={call.busy} disabled={count === 0}>
            Show the address
          </Button>
        </div>
      ) : (
        <>
          <div role="status" className="flex items-center gap-4 rounded-card border border-line bg-surface px-4 py-3">
            <Identicon address={shown.address} size={40} />
            <div className="min-w-0">
              <p className="text-sm text-muted">These words give the address</p>
              <AddressText address={shown.address} full />
            </div>
          </div>
          <ImportFooter onBack={onBack} />
        </>
      )}
    </form>
  );
}
