import { useMemo } from 'react';
import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useJournal } from '../../../stores/journal.ts';
import type { KnownAddress } from './recipient-checks.ts';

/** Recipients of transfers that became final: a payment that failed proves nothing. */
export function pastRecipients(entries: readonly JournalEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ intent, state }) => ('to' in intent && state === 'finalized' ? [intent.to] : [])));
}

/** Every address the person has reason to know, for the checks of a recipient. */
export function useKnownAddresses(): readonly KnownAddress[] {
  const { accounts, validators } = useDirectory();
  const { entries } = useJournal();
  return useMemo(
    () => [
      ...accounts.map(({ address, label }): KnownAddress => ({ address, role: 'own_account', name: label })),
      ...[...pastRecipients(entries ?? [])].map(
        (address): KnownAddress => ({ address, role: 'past_recipient', name: undefined }),
      ),
      ...validators.map(({ hotkey, name }): KnownAddress => ({ address: hotkey, role: 'validator', name })),
    ],
    [accounts, validators, entries],
  );
}
