import { useQuery } from '@tanstack/react-query';
import type { AutoStake, OwnHotkey, ValidatorHere } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { Netuid, Take } from '../../shared/units/index.ts';
import { orpc } from './client.ts';
import type { ChainList } from './directory.ts';
import { toAppError } from './errors.ts';

/** How often the lists are read again while they are on screen; main answers from what it has for some blocks. */
const VALIDATORS_MS = 48_000;
const OWN_MS = 60_000;

/** Every delegate as it stands on one subnet. */
export function useValidatorsHere(netuid: Netuid): ChainList<ValidatorHere> {
  const options = orpc.staking.validators.queryOptions({ input: { netuid }, refetchInterval: VALIDATORS_MS });
  const { data, error, refetch } = useQuery(options);
  return {
    items: data?.validators,
    blockNumber: data?.block.blockNumber,
    error: error === null ? undefined : toAppError(error),
    retry: () => void refetch(),
  };
}

export interface OwnHotkeyList extends ChainList<OwnHotkey> {
  readonly takeMin: Take | undefined;
  readonly takeMax: Take | undefined;
}

/** Hotkeys that the accounts own. */
export function useOwnHotkeys(): OwnHotkeyList {
  const { data, error, refetch } = useQuery(orpc.staking.ownHotkeys.queryOptions({ refetchInterval: OWN_MS }));
  return {
    items: data?.hotkeys,
    takeMin: data?.takeMin,
    takeMax: data?.takeMax,
    blockNumber: data?.block.blockNumber,
    error: error === null ? undefined : toAppError(error),
    retry: () => void refetch(),
  };
}

/** Where mining rewards of the accounts go. */
export function useAutoStake(): ChainList<AutoStake> {
  const { data, error, refetch } = useQuery(orpc.staking.autoStake.queryOptions({ refetchInterval: OWN_MS }));
  return {
    items: data?.destinations,
    blockNumber: data?.block.blockNumber,
    error: error === null ? undefined : toAppError(error),
    retry: () => void refetch(),
  };
}

export interface CapabilitiesReading {
  /** Undefined until read. */
  readonly can: ReadonlyMap<string, boolean> | undefined;
  readonly error: AppErrorShape | undefined;
}

/** What the connected runtime can do, by the names main gives it. */
export function useCapabilities(): CapabilitiesReading {
  const { data, error } = useQuery(orpc.app.capabilities.queryOptions());
  return {
    can: data === undefined ? undefined : new Map(Object.entries(data)),
    error: error === null ? undefined : toAppError(error),
  };
}
