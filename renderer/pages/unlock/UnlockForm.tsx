import { type SubmitEvent, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { sentenceFor } from '../../copy/index.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useCountdown } from './use-countdown.ts';

/** Asks for the password. After several wrong ones main asks for patience; the button counts it down. */
export function UnlockForm() {
  const [password, setPassword] = useState('');
  const unlock = useCall((typed: string) => api.accounts.unlock({ password: typed }));
  const wait = useCountdown();
  const field = useRef<HTMLInputElement>(null);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (password === '' || unlock.busy || wait.seconds > 0) return;
    const outcome = await unlock.run(password);
    setPassword('');
    if (!outcome.ok) field.current?.focus();
    const waitMs = outcome.ok ? 0 : outcome.error.facts['waitMs'];
    if (typeof waitMs === 'number') wait.start(waitMs);
  };
  const wrong = unlock.error?.code === 'vault.wrong_password' ? sentenceFor(unlock.error) : undefined;
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-6 flex flex-col gap-5">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Soma is locked</h1>
        <p className="mt-1 text-muted">Your password opens the keys on this computer.</p>
      </div>
      <PasswordField
        ref={field}
        label="Password"
        autoFocus
        value={password}
        error={wrong === undefined ? undefined : `${wrong.title} ${wrong.detail}`}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {wrong === undefined ? <CallError error={unlock.error} /> : null}
      <Button
        look="primary"
        type="submit"
        busy={unlock.busy}
        disabled={password === '' || wait.seconds > 0}
        className="w-full"
      >
        {wait.seconds > 0 ? `Try again in ${wait.seconds} s` : 'Unlock'}
      </Button>
    </form>
  );
}
