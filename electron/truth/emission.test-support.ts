import type { Hotkey, Netuid } from '../../shared/units/index.ts';
import type { Pots, SubnetBooks } from './books.test-support.ts';
import { type LabBench, NOBODY } from './lab-bench.test-support.ts';
import { listHex, u16, u64, uint, uintOf } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

const PALLET = 'SubtensorModule';
const U16_ONE = 65_535n;
/** Part of 65535 of a subnet's new alpha that its owner gets. */
const OWNER_CUT = 11_796n;
/** What a rao of root stake counts for beside alpha, of 2^64. */
const TAO_WEIGHT = 971_718_665_099_567_868n;
/** Odd, so that dividing leaves something over. */
const INCENTIVES = [40_000n, 20_011n] as const;
/** I96F32: one TAO for one alpha. All subnets have it, so each gets a fourth of a block. */
const MOVING_PRICE = uint(1n << 32n, 16);

/** Who works on every subnet of the test: validators first, then miners. */
export interface Staff {
  readonly validators: readonly { readonly hotkey: Hotkey /** Of 65535. */; readonly take: bigint }[];
  readonly miners: readonly [Hotkey, Hotkey];
  readonly owner: Hotkey;
}

/** Stages emission to a subnet, with an epoch every `tempo` blocks. */
export function stageEmission(bench: LabBench, raw: RawChain, staff: Staff, netuid: Netuid, tempo: number): void {
  const id = (who: string): string => raw.api.createType('AccountId', who).toHex();
  const seats = [...staff.validators.map(({ hotkey }) => hotkey), ...staff.miners];
  for (const [uid, hotkey] of seats.entries()) {
    bench.put('Keys', [netuid, uid], id(hotkey));
    bench.put('Uids', [netuid, hotkey], u16(uid));
  }
  for (const { hotkey, take } of staff.validators) bench.put('Delegates', [hotkey], uint(take, 2));
  bench.put('SubnetworkN', [netuid], u16(seats.length));
  bench.put(
    'ValidatorPermit',
    [netuid],
    listHex(seats.map((_, uid) => (uid < staff.validators.length ? '0x01' : '0x00'))),
  );
  const incentives = [...staff.validators.map(() => 0n), ...INCENTIVES];
  bench.put('Incentive', [netuid], listHex(incentives.map((incentive) => uint(incentive, 2))));
  bench.put('SubnetOwner', [netuid], id(NOBODY));
  bench.put('SubnetOwnerHotkey', [netuid], id(staff.owner));
  bench.put('SubnetOwnerCut', [], uint(OWNER_CUT, 2));
  bench.put('TaoWeight', [], u64(TAO_WEIGHT));
  bench.put('SubnetMovingPrice', [netuid], MOVING_PRICE);
  bench.put('Tempo', [netuid], u16(tempo));
  bench.put('FirstEmissionBlockNumber', [netuid], u64(1n));
}

/** What the runtime wrote down about one subnet's part of one block. */
export interface Injected {
  /** Rao minted into the pool. */
  readonly tao: bigint;
  /** Alpha minted into the pool, and outside of it for those who work. */
  readonly alphaIn: bigint;
  readonly alphaOut: bigint;
  /** Part of 2^32 of the validators' alpha that belongs to root. */
  readonly rootProportion: bigint;
  /** Whether the pots were paid out in this block. */
  readonly isEpoch: boolean;
  /** Alpha that became claimable by root stakers. */
  readonly credited: bigint;
}

export async function readInjected(
  raw: RawChain,
  { hash, number }: { readonly hash: string; readonly number: number },
  { validators }: Staff,
  netuids: readonly Netuid[],
): Promise<Injected[]> {
  const keys = netuids.map((netuid) => [
    raw.key(PALLET, 'SubnetTaoInEmission', netuid),
    raw.key(PALLET, 'SubnetAlphaInEmission', netuid),
    raw.key(PALLET, 'SubnetAlphaOutEmission', netuid),
    raw.key(PALLET, 'RootProp', netuid),
    raw.key(PALLET, 'LastEpochBlock', netuid),
    ...validators.map(({ hotkey }) => raw.key(PALLET, 'RootAlphaDividendsPerSubnet', netuid, hotkey)),
  ]);
  const values = (await raw.read(keys.flat(), hash)).map(uintOf);
  const each = 5 + validators.length;
  return netuids.map((_, index) => {
    const [tao = 0n, alphaIn = 0n, alphaOut = 0n, rootProportion = 0n, lastEpoch, ...credits] = values.slice(
      index * each,
      (index + 1) * each,
    );
    const isEpoch = lastEpoch === BigInt(number);
    const credited = isEpoch ? credits.reduce((sum, one) => sum + one, 0n) : 0n;
    return { tao, alphaIn, alphaOut, rootProportion, isEpoch, credited };
  });
}

/** Alpha of each validator on root, then on each subnet. */
export type Weights = readonly (readonly bigint[])[];

export async function readWeights(raw: RawChain, at: string, { validators }: Staff, netuids: readonly Netuid[]) {
  const keys = [0, ...netuids].flatMap((netuid) =>
    validators.map(({ hotkey }) => raw.key(PALLET, 'TotalHotkeyAlpha', hotkey, netuid)),
  );
  const values = (await raw.read(keys, at)).map(uintOf);
  const each = validators.length;
  return [0, ...netuids].map((_, index) => values.slice(index * each, (index + 1) * each));
}

/** How the new alpha of a block is divided, by hand. */
function share({ alphaOut, rootProportion }: Injected): Pots {
  const owner = (alphaOut * OWNER_CUT) / U16_ONE;
  const miners = (alphaOut - owner) / 2n;
  const both = alphaOut - owner - miners;
  const root = (both * rootProportion) >> 32n;
  return { owner, miners, validators: both - root, root };
}

/** What the pots hold before the block pays them out, if it does. */
export function filled({ pots }: SubnetBooks, injected: Injected): Pots {
  const added = share(injected);
  return {
    owner: pots.owner + added.owner,
    miners: pots.miners + added.miners,
    validators: pots.validators + added.validators,
    root: pots.root + added.root,
  };
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

function parts(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = sum(weights);
  return weights.map((weight) => (total === 0n ? 0n : (amount * weight) / total));
}

/**
 * Alpha that an epoch takes out of the supply again, by hand: what dividing by whole numbers leaves over, and root
 * dividends that are too little for one part of 2^32 of an alpha rao for each rao of root stake.
 */
export function recycled(pots: Pots, staff: Staff, alpha: readonly bigint[], root: readonly bigint[]): bigint {
  const weights = alpha.map((own, index) => own + (((root[index] ?? 0n) * TAO_WEIGHT) >> 64n));
  const toRoot = parts(pots.root, root);
  const tooLittle = toRoot.map((amount, index) => {
    const rest = amount - (amount * (staff.validators[index]?.take ?? 0n)) / U16_ONE;
    return rest << 32n < (root[index] ?? 0n) ? rest : 0n;
  });
  return (
    pots.miners -
    sum(parts(pots.miners, INCENTIVES)) +
    (pots.validators - sum(parts(pots.validators, weights))) +
    (pots.root - sum(toRoot)) +
    sum(tooLittle)
  );
}
