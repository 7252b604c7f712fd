import { EXISTENTIAL_DEPOSIT } from '../runtime/balances/constants.ts';
import { mintInto, writeRuntimeMarks } from '../runtime/genesis.ts';
import { type AccountId, utf8 } from '../runtime/hex.ts';
import { MapState } from '../runtime/overlay.ts';
import { spotPrice } from '../runtime/pool/pool.ts';
import { poolOf } from '../runtime/pool/reserves.ts';
import { subnetAccount } from '../runtime/stake/accounts.ts';
import { increaseStake } from '../runtime/stake/position.ts';
import { creditRoot } from '../runtime/stake/root-claims.ts';
import { indexColdkey } from '../runtime/stake/root-index.ts';
import { HasBaskets } from '../runtime/storage/baskets.ts';
import { LastEpochBlock, PendingEpochAt, Tempo } from '../runtime/storage/epoch.ts';
import { Delegates, IdentitiesV2, OwnedHotkeys, Owner, SubnetIdentitiesV3 } from '../runtime/storage/hotkeys.ts';
import type { StorageItem } from '../runtime/storage/item.ts';
import * as neurons from '../runtime/storage/neurons.ts';
import {
  AlphaDividendsPerSubnet,
  NumRootClaim,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
  TotalStake,
} from '../runtime/storage/stake.ts';
import * as subnet from '../runtime/storage/subnet.ts';
import { SwapBalancer, SwapInitialized } from '../runtime/storage/swap.ts';
import { BlockHash } from '../runtime/storage/system.ts';
import type { ChainIdentity, SubnetIdentity } from '../runtime/storage/types.ts';

/** A subnet as a scenario writes it down. Amounts in rao and alpha rao. */
export interface SubnetPlan {
  readonly netuid: number;
  readonly identity: Partial<SubnetIdentity>;
  readonly symbol: Uint8Array;
  readonly owner: AccountId;
  readonly ownerHotkey: AccountId;
  readonly tao: bigint;
  readonly alpha: bigint;
  /** TAO weight of the pool in parts of 1e18; a half when absent. */
  readonly quote?: bigint;
  readonly tempo: number;
  /** False: registered, but trading has not started. Default true. */
  readonly started?: boolean;
  readonly transfers?: boolean;
  /** Block of the first epoch; one tempo after genesis when absent. */
  readonly firstEpoch?: bigint;
}

/** A seat on a subnet. */
export interface NeuronPlan {
  readonly hotkey: AccountId;
  readonly isValidator: boolean;
  /** Part of 65535 of what miners earn, before it is put in proportion. */
  readonly incentive?: number;
}

/** What a validator's nominators earned in an epoch before genesis. */
export interface DividendPlan {
  readonly netuid: number;
  /** Millionths of all stake with the hotkey. */
  readonly alpha: bigint;
  /** Alpha rao for its root stakers, unclaimed. */
  readonly root: bigint;
}

const NOTHING = new Uint8Array();
const NO_CHAIN_IDENTITY: ChainIdentity = {
  name: NOTHING,
  url: NOTHING,
  github_repo: NOTHING,
  image: NOTHING,
  discord: NOTHING,
  description: NOTHING,
  additional: NOTHING,
};
const NO_SUBNET_IDENTITY: SubnetIdentity = {
  subnet_name: NOTHING,
  github_repo: NOTHING,
  subnet_contact: NOTHING,
  subnet_url: NOTHING,
  discord: NOTHING,
  description: NOTHING,
  logo_url: NOTHING,
  additional: NOTHING,
};
const HALF = 500_000_000_000_000_000n;

/** Writes a genesis through the runtime's own storage and share arithmetic, so that its books balance from the start. */
export class GenesisBuilder {
  readonly state = new MapState();

  constructor(specVersion: number) {
    writeRuntimeMarks(this.state, specVersion);
    // FRAME's own placeholder until block 1 knows the genesis hash.
    BlockHash.set(this.state, `0x${'45'.repeat(32)}`, 0);
  }

  fund(who: AccountId, rao: bigint): void {
    mintInto(this.state, who, rao);
  }

  /** Coldkeys whose root dividends the chain claims for them each block; 5 when never set. */
  automaticClaims(count: bigint): void {
    NumRootClaim.set(this.state, count);
  }

  /** Root dividends go into baskets. Before anything else. */
  baskets(): void {
    HasBaskets.set(this.state, true);
  }

  root(tempo: number, symbol: string): void {
    const { state } = this;
    this.#open(0, tempo);
    subnet.TokenSymbol.set(state, utf8(symbol), 0);
    subnet.SubtokenEnabled.set(state, true, 0);
    mintInto(state, subnetAccount(0), EXISTENTIAL_DEPOSIT);
  }

  subnet(plan: SubnetPlan): void {
    const { state } = this;
    const { netuid } = plan;
    const started = plan.started ?? true;
    this.#open(netuid, plan.tempo);
    subnet.SubnetMechanism.set(state, 1, netuid);
    subnet.SubnetOwner.set(state, plan.owner, netuid);
    subnet.SubnetOwnerHotkey.set(state, plan.ownerHotkey, netuid);
    subnet.TokenSymbol.set(state, plan.symbol, netuid);
    subnet.SubnetTAO.set(state, plan.tao, netuid);
    subnet.SubnetAlphaIn.set(state, plan.alpha, netuid);
    subnet.SubtokenEnabled.set(state, started, netuid);
    if (started) subnet.FirstEmissionBlockNumber.set(state, 1n, netuid);
    if (plan.transfers === false) subnet.TransferToggle.set(state, false, netuid);
    SwapBalancer.set(state, plan.quote ?? HALF, netuid);
    SwapInitialized.set(state, true, netuid);
    if (plan.firstEpoch !== undefined) PendingEpochAt.set(state, plan.firstEpoch, netuid);
    // I96F32 of TAO per alpha; the average is capped at one, as on the chain.
    const price = (spotPrice(poolOf(state, netuid)) << 32n) / 1_000_000_000n;
    subnet.SubnetMovingPrice.set(state, price < 1n << 32n ? price : 1n << 32n, netuid);
    if (Object.keys(plan.identity).length > 0)
      SubnetIdentitiesV3.set(state, { ...NO_SUBNET_IDENTITY, ...plan.identity }, netuid);
    // The account keeps the existential deposit on top, so that the pool can be emptied without killing it.
    mintInto(state, subnetAccount(netuid), plan.tao + EXISTENTIAL_DEPOSIT);
    TotalStake.set(state, TotalStake.get(state) + plan.tao);
    subnet.TotalNetworks.set(state, subnet.TotalNetworks.get(state) + 1);
  }

  hotkey(hotkey: AccountId, coldkey: AccountId, take?: number): void {
    const { state } = this;
    Owner.set(state, coldkey, hotkey);
    const owned = OwnedHotkeys.get(state, coldkey);
    if (!owned.includes(hotkey)) OwnedHotkeys.set(state, [...owned, hotkey], coldkey);
    if (take !== undefined) Delegates.set(state, take, hotkey);
  }

  ownerOf(hotkey: AccountId): AccountId {
    return Owner.get(this.state, hotkey);
  }

  /** Many hotkeys of one owner at once; none of them takes stake as a delegate. */
  hotkeys(hotkeys: readonly AccountId[], coldkey: AccountId): void {
    const { state } = this;
    for (const hotkey of hotkeys) Owner.set(state, coldkey, hotkey);
    OwnedHotkeys.set(state, [...OwnedHotkeys.get(state, coldkey), ...hotkeys], coldkey);
  }

  identity(coldkey: AccountId, identity: Partial<ChainIdentity>): void {
    IdentitiesV2.set(this.state, { ...NO_CHAIN_IDENTITY, ...identity }, coldkey);
  }

  /** Registers a hotkey as the next neuron of a subnet. */
  neuron(netuid: number, hotkey: AccountId, isValidator: boolean, incentive = 0): void {
    this.neurons(netuid, [{ hotkey, isValidator, incentive }]);
  }

  /** Registers hotkeys as the next neurons of a subnet. */
  neurons(netuid: number, seats: readonly NeuronPlan[]): void {
    const { state } = this;
    const first = neurons.SubnetworkN.get(state, netuid);
    neurons.SubnetworkN.set(state, first + seats.length, netuid);
    for (const [index, { hotkey }] of seats.entries()) {
      const uid = first + index;
      neurons.Uids.set(state, uid, netuid, hotkey);
      neurons.Keys.set(state, hotkey, netuid, uid);
      neurons.IsNetworkMember.set(state, true, hotkey, netuid);
      neurons.BlockAtRegistration.set(state, 0n, netuid, uid);
    }
    const incentives = seats.map(({ incentive }) => incentive ?? 0);
    const append = <T>(item: StorageItem<[number], readonly T[]>, added: readonly T[]): void =>
      item.set(state, [...item.get(state, netuid), ...added], netuid);
    append(
      neurons.ValidatorPermit,
      seats.map(({ isValidator }) => isValidator),
    );
    append(
      neurons.Active,
      seats.map(() => true),
    );
    append(neurons.Incentive, incentives);
    append(neurons.Consensus, incentives);
    append(
      neurons.LastUpdate,
      seats.map(() => 0n),
    );
  }

  /** Gives a position: alpha rao held outside the pool, or rao on root (which come into existence with it). */
  stake(hotkey: AccountId, coldkey: AccountId, netuid: number, amount: bigint): void {
    const { state } = this;
    increaseStake(state, { hotkey, coldkey, netuid }, amount);
    subnet.SubnetAlphaOut.set(state, subnet.SubnetAlphaOut.get(state, netuid) + amount, netuid);
    TotalHotkeyAlphaLastEpoch.set(state, TotalHotkeyAlpha.get(state, hotkey, netuid), hotkey, netuid);
    if (netuid !== 0) return;
    indexColdkey(state, coldkey);
    subnet.SubnetTAO.set(state, subnet.SubnetTAO.get(state, 0) + amount, 0);
    TotalStake.set(state, TotalStake.get(state) + amount);
    mintInto(state, subnetAccount(0), amount);
  }

  /** Dividends of an epoch before genesis. After all stakes are given: root's part counts per rao of root stake. */
  dividends(hotkey: AccountId, plans: readonly DividendPlan[]): void {
    const { state } = this;
    for (const { netuid, alpha } of plans) {
      const stake = TotalHotkeyAlpha.get(state, hotkey, netuid);
      AlphaDividendsPerSubnet.set(state, (stake * alpha) / 1_000_000n, netuid, hotkey);
    }
    const wanted = plans.map(({ netuid, root }) => ({ netuid, alpha: root }));
    const left = new Set(creditRoot(state, hotkey, wanted));
    for (const dividend of wanted) {
      if (left.has(dividend)) continue;
      const { netuid, alpha } = dividend;
      subnet.SubnetAlphaOut.set(state, subnet.SubnetAlphaOut.get(state, netuid) + alpha, netuid);
    }
  }

  #open(netuid: number, tempo: number): void {
    subnet.NetworksAdded.set(this.state, true, netuid);
    subnet.NetworkRegisteredAt.set(this.state, 0n, netuid);
    Tempo.set(this.state, tempo, netuid);
    LastEpochBlock.set(this.state, 0n, netuid);
  }
}
