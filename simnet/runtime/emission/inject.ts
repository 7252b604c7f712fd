import { setFree } from '../balances/account.ts';
import type { Exec } from '../exec.ts';
import { inject, PRICE_ONE, spotPrice } from '../pool/pool.ts';
import { poolOf, writePool } from '../pool/reserves.ts';
import type { State } from '../port.ts';
import { subnetAccount } from '../stake/accounts.ts';
import * as epoch from '../storage/epoch.ts';
import { TaoWeight, TotalIssuance, TotalStake } from '../storage/stake.ts';
import * as subnet from '../storage/subnet.ts';
import { Account, BalancesIssuance } from '../storage/system.ts';
import { blockEmission } from './block-emission.ts';

const TAKE_ONE = 65_535n;
const FIXED_ONE = 1n << 32n;

/** Subnets that earn: trading, started, not switched off. */
export function emittingSubnets(state: State, all: readonly number[]): number[] {
  return all.filter(
    (netuid) =>
      netuid !== 0 &&
      subnet.SubtokenEnabled.get(state, netuid) &&
      subnet.FirstEmissionBlockNumber.has(state, netuid) &&
      subnet.SubnetEmissionEnabled.get(state, netuid),
  );
}

/** Mints rao into a subnet's pool account. No event: FRAME mints this way too. */
function mint(exec: Exec, netuid: number, tao: bigint): void {
  if (tao === 0n) return;
  const { state } = exec;
  const account = subnetAccount(netuid);
  setFree(exec, account, Account.get(state, account).data.free + tao);
  BalancesIssuance.set(state, BalancesIssuance.get(state) + tao);
  TotalIssuance.set(state, TotalIssuance.get(state) + tao);
  TotalStake.set(state, TotalStake.get(state) + tao);
}

/** Adds to a pending pot when there is something to add. */
function addTo(item: typeof epoch.PendingOwnerCut, state: State, netuid: number, amount: bigint): void {
  if (amount > 0n) item.set(state, item.get(state, netuid) + amount, netuid);
}

/** Part of a subnet's validators' alpha that belongs to root: weighted root TAO against it plus all alpha, U96F32. */
function rootProportion(state: State, netuid: number): bigint {
  const root = (subnet.SubnetTAO.get(state, 0) * TaoWeight.get(state)) >> 64n;
  const alpha = subnet.SubnetAlphaOut.get(state, netuid);
  return root + alpha === 0n ? 0n : (root * FIXED_ONE) / (root + alpha);
}

/** Mints the subnet's alpha of this block and splits it: owner, miners, root stakers, validators. */
function mintAlpha(state: State, netuid: number, alphaOut: bigint): void {
  subnet.SubnetAlphaOutEmission.set(state, alphaOut, netuid);
  subnet.SubnetAlphaOut.set(state, subnet.SubnetAlphaOut.get(state, netuid) + alphaOut, netuid);
  const ownerCut = subnet.OwnerCutEnabled.get(state, netuid)
    ? (alphaOut * BigInt(subnet.SubnetOwnerCut.get(state))) / TAKE_ONE
    : 0n;
  const miners = (alphaOut - ownerCut) / 2n;
  const validators = alphaOut - ownerCut - miners;
  const proportion = rootProportion(state, netuid);
  subnet.RootProp.set(state, proportion, netuid);
  const root = (validators * proportion) >> 32n;
  addTo(epoch.PendingOwnerCut, state, netuid, ownerCut);
  addTo(epoch.PendingServerEmission, state, netuid, miners);
  addTo(epoch.PendingRootAlphaDivs, state, netuid, root);
  addTo(epoch.PendingValidatorEmission, state, netuid, validators - root);
}

/** One subnet's share of the block: TAO and alpha into the pool at its own price, alpha for those who work. */
function emitTo(exec: Exec, netuid: number, share: bigint): void {
  const { state } = exec;
  const pool = poolOf(state, netuid);
  const price = spotPrice(pool);
  const alphaEmission = blockEmission(pool.alpha + subnet.SubnetAlphaOut.get(state, netuid));
  // The pool never gets more alpha than a block may mint; TAO beyond its worth is not minted.
  const most = (alphaEmission * price) / PRICE_ONE;
  const tao = share < most ? share : most;
  const alphaIn = price === 0n ? 0n : (tao * PRICE_ONE) / price;
  const alpha = alphaIn < alphaEmission ? alphaIn : alphaEmission;
  subnet.SubnetTaoInEmission.set(state, tao, netuid);
  subnet.SubnetAlphaInEmission.set(state, alpha, netuid);
  if (tao > 0n || alpha > 0n) writePool(state, netuid, inject(pool, tao, alpha));
  mint(exec, netuid, tao);
  mintAlpha(state, netuid, alphaEmission);
}

/** Spot, capped at one, feeds the average that decides shares. */
function updateMovingPrice(state: State, netuid: number): void {
  const spot = (spotPrice(poolOf(state, netuid)) * FIXED_ONE) / PRICE_ONE;
  const capped = spot < FIXED_ONE ? spot : FIXED_ONE;
  const before = subnet.SubnetMovingPrice.get(state, netuid);
  // Smoothing of a young subnet is slower; here all are old: alpha = SubnetMovingAlpha, an I96F32.
  const smoothing = subnet.SubnetMovingAlpha.get(state);
  subnet.SubnetMovingPrice.set(state, before + ((smoothing * (capped - before)) >> 32n), netuid);
}

/** TAO and alpha of this block for every earning subnet, by moving price. */
export function emitBlock(exec: Exec, all: readonly number[]): void {
  const { state } = exec;
  const earning = emittingSubnets(state, all);
  const emission = blockEmission(TotalIssuance.get(state));
  subnet.BlockEmission.set(state, emission);
  const prices = earning.map((netuid) => subnet.SubnetMovingPrice.get(state, netuid));
  const total = prices.reduce((sum, price) => sum + price, 0n);
  for (const [index, netuid] of earning.entries()) {
    const price = prices[index] ?? 0n;
    emitTo(exec, netuid, total === 0n ? 0n : (emission * price) / total);
    updateMovingPrice(state, netuid);
  }
}
