import { type Hotkey, isRoot, type Netuid, ROOT_NETUID } from '../../shared/units/index.ts';
import type { SubnetRecord, ValidatorRecord } from '../chain/port.ts';

/** A position somebody here holds: whose epochs are worth watching. */
export interface HeldPosition {
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
}

export interface Watched {
  /** Subnets the person looked at, root among them. */
  readonly looked: ReadonlySet<Netuid>;
  readonly held: readonly HeldPosition[];
  readonly validators: readonly Pick<ValidatorRecord, 'hotkey' | 'permits' | 'registrations'>[];
  readonly subnets: readonly Pick<SubnetRecord, 'netuid' | 'started'>[];
}

/** Subnets that run epochs: all that were started, and never root itself. */
export function epochSubnets(subnets: Watched['subnets']): readonly Netuid[] {
  return subnets.filter(({ netuid, started }) => started && !isRoot(netuid)).map(({ netuid }) => netuid);
}

/**
 * Whose dividends to read where. On a subnet that was looked at: those with a permit, since nobody else is paid for
 * nominators. Root stake earns on every subnet, so whoever matters on root is read on all of them.
 */
export function epochTargets(watched: Watched): ReadonlyMap<Netuid, ReadonlySet<Hotkey>> {
  const onRoot = [...heldOn(watched, ROOT_NETUID), ...lookedAtOn(watched, ROOT_NETUID)];
  return new Map(
    epochSubnets(watched.subnets)
      .map((netuid) => {
        const hotkeys = new Set([...onRoot, ...heldOn(watched, netuid), ...lookedAtOn(watched, netuid)]);
        return [netuid, hotkeys] as const;
      })
      .filter(([, hotkeys]) => hotkeys.size > 0),
  );
}

function heldOn({ held }: Watched, netuid: Netuid): readonly Hotkey[] {
  return held.filter((position) => position.netuid === netuid).map(({ hotkey }) => hotkey);
}

/** Who earns for nominators on a subnet that was looked at: by permit, on root by seat. */
function lookedAtOn({ looked, validators }: Watched, netuid: Netuid): readonly Hotkey[] {
  if (!looked.has(netuid)) return [];
  return validators
    .filter(({ permits, registrations }) => (isRoot(netuid) ? registrations : permits).includes(netuid))
    .map(({ hotkey }) => hotkey);
}
