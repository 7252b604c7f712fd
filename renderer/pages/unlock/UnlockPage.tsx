import type { VaultState } from '../../../shared/contract/index.ts';
import { Mark } from '../../ui/Mark.tsx';
import { DamagedVault } from './DamagedVault.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The door: a password, or what to do when the key file cannot be read. */
export function UnlockPage({ vault }: { vault: VaultState }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-6 pb-24">
      <Mark size={48} />
      {vault.damaged ? <DamagedVault previousAvailable={vault.previousAvailable} /> : <UnlockForm />}
    </main>
  );
}
