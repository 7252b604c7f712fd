import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Account, Subnet, Validator } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { Netuid } from '../../shared/units/index.ts';
import { useAccounts } from './accounts.ts';
import { orpc } from './client.ts';
import { toAppError } from './errors.ts';

/** How often the lists are read again while they are on screen; prices come with each quote anyway. */
const SUBNETS_MS = 24_000;
const VALIDATORS_MS = 120_000;

export interface ChainList<T> {
  /** Undefined until read. */
  readonly items: readonly T[] | undefined;
  /** Height the list is true at. */
  readonly blockNumber: number | undefined;
  readonly error: AppErrorShape | undefined;
  readonly retry: () => void;
}

export function useSubnets(): ChainList<Subnet> {
  const { data, error, refetch } = useQuery(orpc.portfolio.subnets.queryOptions({ refetchInterval: SUBNETS_MS }));
  return {
    items: data?.subnets,
    blockNumber: data?.block.blockNumber,
    error: error === null ? undefined : toAppError(error),
    retry: () => void refetch(),
  };
}

export function useValidators(): ChainList<Validator> {
  const { data, error, refetch } = useQuery(orpc.portfolio.validators.queryOptions({ refetchInterval: VALIDATORS_MS }));
  return {
    items: data?.validators,
    blockNumber: data?.block.blockNumber,
    error: error === null ? undefined : toAppError(error),
    retry: () => void refetch(),
  };
}

/** Who and what the addresses and netuids of this window are called. Names of validators and subnets are hostile text. */
export interface Directory {
  readonly accounts: readonly Account[];
  readonly validators: readonly Validator[];
  readonly subnets: readonly Subnet[];
  readonly account: (address: string) => Account | undefined;
  readonly validator: (hotkey: string) => Validator | undefined;
  readonly subnet: (netuid: Netuid) => Subnet | undefined;
}

const NONE: readonly never[] = [];

export function useDirectory(): Directory {
  const accounts = useAccounts().accounts ?? NONE;
  const validators = useValidators().items ?? NONE;
  const subnets = useSubnets().items ?? NONE;
  return useMemo(() => {
    const byAddress = new Map<string, Account>(accounts.map((account) => [account.address, account]));
    const byHotkey = new Map<string, Validator>(validators.map((validator) => [validator.hotkey, validator]));
    const byNetuid = new Map<Netuid, Subnet>(subnets.map((subnet) => [subnet.netuid, subnet]));
    return {
      accounts,
      validators,
      subnets,
      account: (address) => byAddress.get(address),
      validator: (hotkey) => byHotkey.get(hotkey),
      subnet: (netuid) => byNetuid.get(netuid),
    };
  }, [accounts, validators, subnets]);
}
