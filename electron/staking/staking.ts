import type { AutoStake, Basket, ClaimType, OwnHotkey, ValidatorHere } from '../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, isRoot, type Netuid, type Take, ZERO_RAO } from '../../shared/units/index.ts';
import type { BlockRef, ChainClient } from '../chain/port.ts';
import type { EpochSamples } from '../store/index.ts';
import type { Catalog } from './catalog.ts';
import { EpochBook } from './epoch-book.ts';
import { autoStakeView, basketView, type NameOf, ownHotkeyView } from './own.ts';
import { EpochSampler } from './sampler.ts';
import type { HeldPosition } from './targets.ts';
import { ValidatorsView } from './validators-view.ts';

export interface StakingOptions {
  /** The client of the network in use; another one after a change of network (then call `resume`). */
  readonly chain: () => ChainClient;
  readonly catalog: Catalog;
  readonly epochs: EpochSamples;
  readonly coldkeys: () => readonly Coldkey[];
  /** What the accounts are known to hold; nothing is asked for it. */
  readonly positions: () => readonly HeldPosition[];
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}

export interface StakingService {
  /** Every delegate as it stands on one subnet. @throws AppError chain.* */
  validators(netuid: Netuid): Promise<{ block: BlockRef; validators: ValidatorHere[] }>;
  /** @throws AppError chain.* */
  ownHotkeys(): Promise<{ block: BlockRef; takeMin: Take; takeMax: Take; hotkeys: OwnHotkey[] }>;
  /** @throws AppError chain.* */
  autoStake(): Promise<{ block: BlockRef; destinations: AutoStake[] }>;
  /** @throws AppError chain.* */
  claimTypes(): Promise<{ block: BlockRef; claimTypes: { coldkey: Coldkey; claimType: ClaimType }[] }>;
  /** @throws AppError chain.* */
  baskets(): Promise<{ block: BlockRef; baskets: Basket[] }>;
  /** Follows the chain in use, if it is another one now. */
  resume(): void;
  close(): void;
}

export function createStaking(options: StakingOptions): StakingService {
  const { chain, catalog, coldkeys } = options;
  const book = new EpochBook(options.epochs);
  const sampler = new EpochSampler({ ...options, book });
  const view = new ValidatorsView({ ...options, book, sampler });
  const nameOf: NameOf = (hotkey) => catalog.knownValidator(hotkey)?.name;
  const online = async (): Promise<ChainClient> => {
    const client = chain();
    await client.ready(undefined, 'reads');
    return client;
  };
  /** A reading beside the names; without names it is still worth showing. */
  const withNames = async <T>(reading: Promise<T>): Promise<T> => {
    const [value] = await Promise.all([reading, catalog.validators().catch(() => undefined)]);
    return value;
  };
  return {
    validators: (netuid) => view.read(netuid),
    ownHotkeys: async () => {
      const client = await online();
      const { block, value } = await withNames(client.getOwnHotkeys(coldkeys()));
      const { takeMin, takeMax, hotkeys } = value;
      return { block, takeMin, takeMax, hotkeys: hotkeys.map((record) => ownHotkeyView(record, value, nameOf)) };
    },
    autoStake: async () => {
      const client = await online();
      const { block, value } = await withNames(client.getAutoStake(coldkeys()));
      return { block, destinations: value.map((record) => autoStakeView(record, nameOf)) };
    },
    claimTypes: async () => {
      const client = await online();
      const { block, value } = await client.getClaimTypes(coldkeys());
      return { block, claimTypes: value.map((record) => ({ ...record })) };
    },
    baskets: async () => {
      const client = await online();
      const mine = client.capabilities().rootBaskets ? coldkeys() : [];
      const [positions, holders] = await Promise.all([client.getStakePositions(mine), client.getBasketHolders(mine)]);
      const wanted = eachOnce([...positions.value.filter(({ netuid }) => isRoot(netuid)), ...holders.value]);
      if (wanted.length === 0) return { block: positions.block, baskets: [] };
      const { block, value } = await withNames(client.getBaskets(wanted));
      const owed = value.filter((record) => record.owed > ZERO_RAO);
      return { block, baskets: owed.map((record) => basketView(record, nameOf)) };
    },
    resume: () => sampler.resume(),
    close: () => sampler.close(),
  };
}

/** Validators of each account, in the order met. */
function eachOnce<T extends { readonly coldkey: Coldkey; readonly hotkey: Hotkey }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [`${row.coldkey}/${row.hotkey}`, row])).values()];
}
