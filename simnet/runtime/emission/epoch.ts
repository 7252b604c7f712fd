import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import type { State } from '../port.ts';
import { alphaOn, shareWithParents } from '../stake/children.ts';
import { hotkeysOf, stakeWeight } from '../stake/neurons.ts';
import { increaseStake, rewardHotkey } from '../stake/position.ts';
import { creditRoot } from '../stake/root-claims.ts';
import * as pots from '../storage/epoch.ts';
import { AutoStakeDestination, Delegates, Owner } from '../storage/hotkeys.ts';
import * as neurons from '../storage/neurons.ts';
import {
  AlphaDividendsPerSubnet,
  LastHotkeyEmissionOnNetuid,
  RootAlphaDividendsPerSubnet,
  TaoWeight,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
} from '../storage/stake.ts';
import { SubnetAlphaOut, SubnetOwner, SubnetOwnerHotkey } from '../storage/subnet.ts';
import { type Share, split } from './split.ts';

const TAKE_ONE = 65_535n;
const U16_MAX = 65_535n;

function empty(state: State, pot: typeof pots.PendingOwnerCut, netuid: number): bigint {
  const amount = pot.get(state, netuid);
  pot.remove(state, netuid);
  return amount;
}

function takeOf(state: State, hotkey: AccountId, amount: bigint): bigint {
  return (amount * BigInt(Delegates.get(state, hotkey))) / TAKE_ONE;
}

/** Alpha that found nobody leaves the supply again. */
function recycle(state: State, netuid: number, alpha: bigint): void {
  if (alpha > 0n) SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, netuid) - alpha, netuid);
}

/** Take to the owner's own position, the rest to all who stake with the hotkey. */
function payValidator(exec: Exec, netuid: number, { hotkey, amount }: Share): void {
  const { state } = exec;
  const take = takeOf(state, hotkey, amount);
  const rest = amount - take;
  // Before the take: it must not earn from the very dividends it is taken from.
  const paid = rest > 0n && rewardHotkey(exec, hotkey, netuid, rest) ? rest : 0n;
  increaseStake(state, { hotkey, coldkey: Owner.get(state, hotkey), netuid }, amount - paid);
  // Added: as a parent it may earn through several children.
  if (paid > 0n)
    AlphaDividendsPerSubnet.set(state, AlphaDividendsPerSubnet.get(state, netuid, hotkey) + paid, netuid, hotkey);
}

/** Root stakers do not get alpha at once: it becomes claimable, so much per rao of root stake. Returns what stays uncredited. */
function payRoot(exec: Exec, netuid: number, { hotkey, amount }: Share): void {
  const { state } = exec;
  const take = takeOf(state, hotkey, amount);
  increaseStake(state, { hotkey, coldkey: Owner.get(state, hotkey), netuid }, take);
  const rest = amount - take;
  for (const { alpha } of creditRoot(state, hotkey, [{ netuid, alpha: rest }])) recycle(state, netuid, alpha);
}

/** What validators earned, divided with those who lent them stake weight. */
function withParents(state: State, netuid: number, alpha: readonly Share[], root: readonly Share[]) {
  const tao = alphaOn(state, 0);
  const own = alphaOn(state, netuid);
  const weight = TaoWeight.get(state);
  const both = (hotkey: AccountId): bigint => own(hotkey) + ((tao(hotkey) * weight) >> 64n);
  return {
    alphaShares: alpha.flatMap((share) => shareWithParents(state, netuid, share, both)),
    rootShares: root.flatMap((share) => shareWithParents(state, netuid, share, tao)),
  };
}

function payMiner(state: State, netuid: number, { hotkey, amount }: Share): void {
  const coldkey = Owner.get(state, hotkey);
  const destination = AutoStakeDestination.find(state, coldkey, netuid) ?? hotkey;
  increaseStake(state, { hotkey: destination, coldkey, netuid }, amount);
}

/** Forgets what the last epoch recorded per hotkey. */
function clearDividends(state: State, netuid: number): void {
  for (const item of [AlphaDividendsPerSubnet, RootAlphaDividendsPerSubnet]) {
    for (const [[subnet, hotkey]] of item.entries(state, netuid)) item.remove(state, subnet, hotkey);
  }
}

function normalized(amounts: readonly bigint[]): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  return amounts.map((amount) => (total === 0n ? 0 : Number((amount * U16_MAX) / total)));
}

/** Pays out what a subnet's pots have gathered since its last epoch and starts the next. */
export function runEpoch(exec: Exec, netuid: number): void {
  const { state } = exec;
  const hotkeys = hotkeysOf(state, netuid);
  const permits = neurons.ValidatorPermit.get(state, netuid);
  const incentives = neurons.Incentive.get(state, netuid);
  const validators = hotkeys.map((hotkey, uid) => ({
    hotkey,
    weight: permits[uid] === true ? stakeWeight(state, hotkey, netuid).total : 0n,
  }));
  const rootStakes = hotkeys.map((hotkey, uid) => ({
    hotkey,
    weight: permits[uid] === true ? stakeWeight(state, hotkey, netuid).tao : 0n,
  }));
  const miners = hotkeys.map((hotkey, uid) => ({ hotkey, weight: BigInt(incentives[uid] ?? 0) }));

  clearDividends(state, netuid);
  const ownerCut = empty(state, pots.PendingOwnerCut, netuid);
  const toValidators = split(empty(state, pots.PendingValidatorEmission, netuid), validators);
  const toRoot = split(empty(state, pots.PendingRootAlphaDivs, netuid), rootStakes);
  const toMiners = split(empty(state, pots.PendingServerEmission, netuid), miners);

  increaseStake(
    state,
    { hotkey: SubnetOwnerHotkey.get(state, netuid), coldkey: SubnetOwner.get(state, netuid), netuid },
    ownerCut,
  );
  for (const share of toMiners.shares) payMiner(state, netuid, share);
  // Divided before anything is paid, so that no payment changes what the next is measured by.
  const { alphaShares, rootShares } = withParents(state, netuid, toValidators.shares, toRoot.shares);
  for (const share of alphaShares) payValidator(exec, netuid, share);
  for (const share of rootShares) payRoot(exec, netuid, share);
  recycle(state, netuid, toMiners.left + toValidators.left + toRoot.left);

  recordEpoch(
    exec,
    netuid,
    hotkeys,
    [toMiners.shares, toValidators.shares],
    validators.map(({ weight }) => weight),
  );
}

function recordEpoch(
  exec: Exec,
  netuid: number,
  hotkeys: readonly AccountId[],
  paid: readonly (readonly Share[])[],
  weights: readonly bigint[],
): void {
  const { state } = exec;
  const now = BigInt(exec.blockNumber);
  const earned = new Map<AccountId, bigint>();
  for (const { hotkey, amount } of paid.flat()) earned.set(hotkey, (earned.get(hotkey) ?? 0n) + amount);
  neurons.Emission.set(
    state,
    hotkeys.map((hotkey) => earned.get(hotkey) ?? 0n),
    netuid,
  );
  neurons.Dividends.set(state, normalized(weights), netuid);
  neurons.LastUpdate.set(
    state,
    hotkeys.map(() => now),
    netuid,
  );
  for (const hotkey of hotkeys) {
    TotalHotkeyAlphaLastEpoch.set(state, TotalHotkeyAlpha.get(state, hotkey, netuid), hotkey, netuid);
    LastHotkeyEmissionOnNetuid.set(state, earned.get(hotkey) ?? 0n, hotkey, netuid);
  }
  pots.LastEpochBlock.set(state, now, netuid);
  pots.LastMechansimStepBlock.set(state, now, netuid);
  pots.BlocksSinceLastStep.set(state, 0n, netuid);
  pots.PendingEpochAt.remove(state, netuid);
  pots.SubnetEpochIndex.set(state, pots.SubnetEpochIndex.get(state, netuid) + 1n, netuid);
}
