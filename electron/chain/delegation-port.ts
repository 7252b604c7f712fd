import type { ClaimType } from '../../shared/contract/index.ts';
import type { AlphaRao, Coldkey, Hotkey, Netuid, Rao, Take } from '../../shared/units/index.ts';
import type { At, BlockRef, SimulatedSwap } from './port.ts';

/** All alpha of a coldkey on a subnet, and how much of it conviction locks leave free to go. */
export interface StakeAvailability {
  readonly coldkey: Coldkey;
  readonly netuid: Netuid;
  readonly total: AlphaRao;
  readonly locked: AlphaRao;
  readonly available: AlphaRao;
}

export interface PositionKey {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
}

/**
 * A position as shares of its validator's pool on the subnet: alpha = shares / totalShares x totalAlpha. Shares change only
 * with a transaction (or a claim); `totalAlpha` grows with every epoch. Shares are scaled by 2^64, whatever map they are in.
 */
export interface PositionShares extends PositionKey {
  readonly shares: bigint;
  readonly totalShares: bigint;
  readonly totalAlpha: AlphaRao;
}

/** Root dividends owed by a validator to a coldkey on one subnet, alpha of that subnet (GUIDE 3.6). */
export interface RootDividendRecord {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
  readonly owed: AlphaRao;
  /** The chain's mark of what counts as claimed; with `owed` it is what the stake of now would have earned from the start. */
  readonly claimed: bigint;
  /** A claim below it does nothing. */
  readonly threshold: AlphaRao;
}

export interface ClaimTypeRecord {
  readonly coldkey: Coldkey;
  readonly claimType: ClaimType;
}

/** Root stake that changed stays for a while (GUIDE 3.7). */
export interface RootHold {
  /** More than 0; cut at the largest exact number. */
  readonly intervalBlocks: number;
  /** Block of the last change of the root stake with each validator that was asked about; 0 where it never changed. */
  readonly changedAt: ReadonlyMap<Hotkey, number>;
}

export interface AutoStakeRecord {
  readonly coldkey: Coldkey;
  readonly netuid: Netuid;
  readonly hotkey: Hotkey;
}

/** Stake lent to or from another hotkey: share of it, u64 over 2^64 - 1. */
export interface ChildRecord {
  readonly hotkey: Hotkey;
  readonly proportion: bigint;
}

export interface OwnHotkeyRecord {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  /** Absent where it is no delegate yet. */
  readonly take?: Take;
  /** Block of the last change of take; 0: never. */
  readonly takeChangedAt: number;
  /** Subnets where it is registered or lends or borrows stake. */
  readonly subnets: readonly {
    readonly netuid: Netuid;
    readonly registered: boolean;
    readonly childkeyTake: Take;
    readonly children: readonly ChildRecord[];
    readonly parents: readonly ChildRecord[];
    readonly pending?: { readonly children: readonly ChildRecord[]; readonly fromBlock: number };
  }[];
}

export interface OwnHotkeys {
  readonly takeMin: Take;
  readonly takeMax: Take;
  /** Blocks between two raises of a take. */
  readonly takeRateLimit: number;
  readonly hotkeys: readonly OwnHotkeyRecord[];
}

/** A hotkey registered on a subnet, from its metagraph. */
export interface NeuronRecord {
  readonly hotkey: Hotkey;
  readonly uid: number;
  readonly permit: boolean;
  /** Parts of 65535. */
  readonly dividends: number;
  readonly lastUpdate: number;
}

/** What an epoch paid to those who stake with a validator on a subnet (GUIDE 4.4). */
export interface EpochDividends {
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
  /** Alpha to its nominators, its take already gone. */
  readonly dividends: AlphaRao;
  /** Alpha staked with it on the subnet when the epoch had paid. */
  readonly stakeAfter: AlphaRao;
  /** Alpha of this subnet to its root stakers. */
  readonly rootDividends: AlphaRao;
}

export interface EpochReading {
  readonly netuid: Netuid;
  /** Block of the subnet's last epoch. */
  readonly epochBlock: number;
  /** Blocks between two epochs. */
  readonly periodBlocks: number;
  readonly rows: readonly EpochDividends[];
}

export interface StakeGainsQuery {
  readonly coldkey: Coldkey;
  /** Only with this validator; absent: with all. */
  readonly hotkey?: Hotkey;
  readonly netuids: readonly Netuid[];
  readonly parent: BlockRef;
  readonly block: BlockRef;
  /** Extrinsic of the block that is asked about: what others moved is not its gain. */
  readonly index: number;
}

/** Alpha (rao on root) that new shares of an account's positions on a subnet are worth. */
export interface StakeGain {
  readonly netuid: Netuid;
  readonly alpha: AlphaRao;
}

export interface BasketGainQuery {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly parent: BlockRef;
  readonly block: BlockRef;
}

export interface BasketRecord {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  /** What a claim would pay, rao. */
  readonly owed: Rao;
  /** A claim of less does nothing, rao. */
  readonly threshold: Rao;
}

/** What a stake transfer to another coldkey needs to know beyond the sender's guards. */
export interface TransferGuards {
  /** TransferToggle of the subnet. */
  readonly transfersAllowed: boolean;
  /** The recipient takes stake that carries a lock; true where there are no locks. */
  readonly acceptsLocked: boolean;
  /** Hotkey the recipient's own lock on this subnet points to; absent when it has none. */
  readonly recipientLockHotkey?: Hotkey;
  /** Hotkey the sender's lock on this subnet points to. */
  readonly senderLockHotkey?: Hotkey;
}

/** Reads for delegation; each at one block, in as few requests as the runtime allows. Every method throws AppError chain.*. */
export interface DelegationReads {
  /** By account and subnet; empty where the runtime has no locks. A place left out though stake is there is not known. */
  getStakeAvailabilities(coldkeys: readonly Coldkey[]): Promise<At<readonly StakeAvailability[]>>;
  /** One simulation each, all in one wave at one block, in the order asked. */
  simulateSells(
    sales: readonly { readonly netuid: Netuid; readonly alpha: AlphaRao }[],
  ): Promise<At<readonly SimulatedSwap[]>>;
  getPositionShares(positions: readonly PositionKey[]): Promise<At<readonly PositionShares[]>>;
  /** Of root positions; rows owed nothing are left out. Empty where the runtime has no root claims. */
  getRootDividends(
    positions: readonly { readonly coldkey: Coldkey; readonly hotkey: Hotkey; readonly rootStake: AlphaRao }[],
  ): Promise<At<readonly RootDividendRecord[]>>;
  getClaimTypes(coldkeys: readonly Coldkey[]): Promise<At<readonly ClaimTypeRecord[]>>;
  getAutoStake(coldkeys: readonly Coldkey[]): Promise<At<readonly AutoStakeRecord[]>>;
  getOwnHotkeys(coldkeys: readonly Coldkey[]): Promise<At<OwnHotkeys>>;
  /** Every hotkey registered on the subnet; empty where the runtime has no typed metagraph. */
  getNeurons(netuid: Netuid): Promise<At<readonly NeuronRecord[]>>;
  /** Last epochs of these subnets for these validators. Empty rows where the runtime keeps no dividends. */
  getEpochs(
    wanted: readonly { readonly netuid: Netuid; readonly hotkeys: readonly Hotkey[] }[],
  ): Promise<At<readonly EpochReading[]>>;
  /** LastTxBlockDelegateTake of each hotkey, 0 where never, in the order asked. */
  getTakeChanges(hotkeys: readonly Hotkey[]): Promise<At<readonly number[]>>;
  getTransferGuards(query: {
    readonly from: Coldkey;
    readonly to: Coldkey;
    readonly netuid: Netuid;
  }): Promise<At<TransferGuards>>;
  /** What each root position's basket owes; empty where the runtime has none. */
  getBaskets(
    positions: readonly { readonly coldkey: Coldkey; readonly hotkey: Hotkey }[],
  ): Promise<At<readonly BasketRecord[]>>;
  /** What stake gained by transactions and claims between two blocks the node still has; subnets nobody can tell are left out. */
  getStakeGains(query: StakeGainsQuery): Promise<readonly StakeGain[]>;
  /** Rao that a claim on a basket would pay more at the block than at its parent, negative where less; undefined where nobody tells. */
  getBasketGain(query: BasketGainQuery): Promise<bigint | undefined>;
  /** Whose baskets the accounts hold shares of; empty where the runtime does not tell. */
  getBasketHolders(
    coldkeys: readonly Coldkey[],
  ): Promise<At<readonly { readonly coldkey: Coldkey; readonly hotkey: Hotkey }[]>>;
}
