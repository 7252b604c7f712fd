import { type SubmitEvent, useId, useState } from 'react';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import type { ImportFormProps } from './key-source.ts';

const MAX_BYTES = 1_048_576;

/** By polkadot-js export: the file, or its text. */
export function ImportJson({ onBack, onReady }: ImportFormProps) {
  const id = useId();
  const [json, setJson] = useState('');
  const [jsonPassword, setJsonPassword] = useState('');
  const [problem, setProblem] = useState<string>();

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > MAX_BYTES) {
      setProblem('This file is far larger than any account export.');
      return;
    }
    setProblem(undefined);
    setJson(await file.text());
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onReady({ kind: 'json', json, jsonPassword });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          Account file
        </label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
          className="text-sm file:mr-3 file:rounded-control file:border file:border-line-strong/60 file:bg-surface file:px-3 file:py-1.5 file:font-medium file:text-ink hover:file:bg-hover"
        />
      </div>
      <TextArea
        label="Or its text"
        mono
        maxLength={MAX_BYTES}
        value={json}
        error={problem}
        onChange={(event) => setJson(event.currentTarget.value)}
      />
      <PasswordField
        label="Password of the file"
        hint="The one chosen when it was exported."
        value={jsonPassword}
        onChange={(event) => setJsonPassword(event.currentTarget.value)}
      />
      <ImportFooter onBack={onBack} ready={json.trim() !== ''} />
    </form>
  );
}
