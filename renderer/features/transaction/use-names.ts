import { useMemo } from 'react';
import { useDirectory } from '../../api/directory.ts';
import type { IntentNames } from '../../copy/index.ts';

/** What accounts, validators and subnets are called, for sentences. */
export function useNames(): IntentNames {
  const directory = useDirectory();
  return useMemo(
    () => ({
      account: (address) => directory.account(address)?.label,
      validator: (hotkey) => directory.validator(hotkey)?.name,
      symbol: (netuid) => directory.subnet(netuid)?.symbol,
    }),
    [directory],
  );
}
