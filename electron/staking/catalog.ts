import { type Hotkey, isRoot, type Netuid } from '../../shared/units/index.ts';
import type { At, ChainClient, SubnetRecord, ValidatorRecord } from '../chain/port.ts';
import { Cached } from './cached.ts';

/** Subnets carry prices, so they age fast; the validators are several megabytes and change slowly. */
const SUBNETS_MAX_AGE = 5;
const VALIDATORS_MAX_AGE = 50;

/** Subnets and validators of the chain in use, read no more often than needed. */
export interface Catalog {
  /** At most a few blocks old. @throws AppError chain.* */
  subnets(): Promise<At<readonly SubnetRecord[]>>;
  /** At most some minutes old. @throws AppError chain.* */
  validators(): Promise<At<readonly ValidatorRecord[]>>;
  /** What is known already, however old; nothing is asked. */
  knownSubnet(netuid: Netuid): SubnetRecord | undefined;
  knownValidator(hotkey: Hotkey): ValidatorRecord | undefined;
  /** The token's symbol, untrusted text; empty when the chain cannot be asked. */
  symbolOf(netuid: Netuid): Promise<string>;
  /** Whether it validates on the subnet (has a seat, on root). Undefined while the validators have not been read. */
  hasPermit(hotkey: Hotkey, netuid: Netuid): boolean | undefined;
}

export function createCatalog({ chain }: { readonly chain: () => ChainClient }): Catalog {
  const subnets = new Cached(chain, (client) => client.getSubnets(), SUBNETS_MAX_AGE);
  const validators = new Cached(chain, (client) => client.getValidators(), VALIDATORS_MAX_AGE);
  const subnetAmong = (reading: At<readonly SubnetRecord[]> | undefined, netuid: Netuid): SubnetRecord | undefined =>
    reading?.value.find((subnet) => subnet.netuid === netuid);
  const knownValidator = (hotkey: Hotkey): ValidatorRecord | undefined =>
    validators.peek()?.value.find((validator) => validator.hotkey === hotkey);
  return {
    subnets: () => subnets.get(),
    validators: () => validators.get(),
    knownSubnet: (netuid) => subnetAmong(subnets.peek(), netuid),
    knownValidator,
    symbolOf: async (netuid) => {
      const known = subnetAmong(subnets.peek(), netuid);
      if (known !== undefined) return known.symbol;
      const reading = await subnets.get().catch(() => undefined); // a quote is worth more than a symbol
      return subnetAmong(reading, netuid)?.symbol ?? '';
    },
    hasPermit: (hotkey, netuid) => {
      if (validators.peek() === undefined) return undefined;
      const validator = knownValidator(hotkey);
      // Root has seats, not permits.
      return (isRoot(netuid) ? validator?.registrations : validator?.permits)?.includes(netuid) ?? false;
    },
  };
}
