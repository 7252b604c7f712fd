import { type SubmitEvent, useState } from 'react';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import type { ImportFormProps } from './key-source.ts';

const SEED = /^(?:0x)?[0-9a-f]{64}$/iu;

/** By raw seed: 32 bytes in hexadecimal. */
export function ImportSeed({ onBack, onReady }: ImportFormProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const seed = typed.trim();
    if (SEED.test(seed)) onReady({ kind: 'seed', seed: `0x${seed.replace(/^0x/iu, '')}` });
    else setWrong(true);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <PasswordField
        label="Raw seed"
        hint="64 hexadecimal digits, with or without 0x in front."
        maxLength={130}
        value={typed}
        error={wrong ? 'A raw seed has exactly 64 hexadecimal digits (0-9, a-f).' : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <ImportFooter onBack={onBack} ready={typed.trim() !== ''} />
    </form>
  );
}
