import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { sentenceFor } from '../../copy/index.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { Button } from '../../ui/Button.tsx';

/** The key file cannot be read. Nothing is overwritten unless the person asks for the generation before. */
export function DamagedVault({ previousAvailable }: { previousAvailable: boolean }) {
  const restore = useCall(() => api.accounts.restorePrevious());
  const { title, detail } = sentenceFor({ code: 'vault.damaged', facts: { previousAvailable } });
  return (
    <div className="mt-6 flex flex-col gap-5">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-2 text-muted">{detail}</p>
      </div>
      <CallError error={restore.error} />
      {previousAvailable ? (
        <Button look="primary" busy={restore.busy} onClick={() => void restore.run()}>
          Restore the previous generation
        </Button>
      ) : null}
    </div>
  );
}
