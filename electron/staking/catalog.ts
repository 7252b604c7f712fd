import { type Hotkey, isRoot, type Netuid } from '../../shared/units/index.ts';
import type { At, ChainClient, SubnetRecord, ValidatorRecord } from '../chain/port.ts';
import { Cached } from './cached.ts';
import type { TakeBook, TakeRise } from './take-book.ts';

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
  knownSubnets(): readonly SubnetRecord[];
  knownValidators(): readonly ValidatorRecord[];
  /** The token's symbol, untrusted text; empty when the chain cannot be asked. */
  symbolOf(netuid: Netuid): Promise<string>;
  /** Whether it validates on the subnet (has a seat, on root). Undefined while the validators have not been read. */
  hasPermit(hotkey: Hotkey, netuid: Netuid): boolean | undefined;
  /** Its take went up within the last 30 days, as far as this machine saw. */
  takeRose(hotkey: Hotkey): TakeRise | undefined;
}

export interface CatalogOptions {
  readonly chain: () => ChainClient;
  /** Remembers takes from one reading to the next; without it no rise is known. */
  readonly takes?: Pick<TakeBook, 'note' | 'rose'>;
}

export function createCatalog({ chain, takes }: CatalogOptions): Catalog {
  const readValidators = async (client: ChainClient): Promise<At<readonly ValidatorRecord[]>> => {
    const reading = await client.getValidators();
    takes?.note(client.runtime().genesisHash, reading);
    return reading;
  };
  const subnets = new Cached(chain, (client) => client.getSubnets(), SUBNETS_MAX_AGE);
  const validators = new Cached(chain, readValidators, VALIDATORS_MAX_AGE);
  const subnetAmong = (reading: At<readonly SubnetRecord[]> | undefined, netuid: Netuid): SubnetRecord | undefined =>
    reading?.value.find((subnet) => subnet.netuid === netuid);
  const byHotkey = indexed(() => validators.peek()?.value);
  const knownValidator = (hotkey: Hotkey): ValidatorRecord | undefined => byHotkey().get(hotkey);
  return {
    subnets: () => subnets.get(),
    validators: () => validators.get(),
    knownSubnet: (netuid) => subnetAmong(subnets.peek(), netuid),
    knownValidator,
    knownSubnets: () => subnets.peek()?.value ?? [],
    knownValidators: () => validators.peek()?.value ?? [],
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
    takeRose: (hotkey) =>
      validators.peek() === undefined ? undefined : takes?.rose(chain().runtime().genesisHash, hotkey),
  };
}

/** The list by hotkey, made once for each reading. */
function indexed(list: () => readonly ValidatorRecord[] | undefined): () => ReadonlyMap<Hotkey, ValidatorRecord> {
  let made: { readonly of: readonly ValidatorRecord[]; readonly map: ReadonlyMap<Hotkey, ValidatorRecord> } | undefined;
  return () => {
    const now = list() ?? [];
    if (made?.of !== now) made = { of: now, map: new Map(now.map((validator) => [validator.hotkey, validator])) };
    return made.map;
  };
}
