import type { VaultState } from '../../../shared/contract/index.ts';

export function UnlockPage({ vault }: { vault: VaultState }) {
  return <h1>{vault.damaged ? 'Damaged' : 'Locked'}</h1>;
}
