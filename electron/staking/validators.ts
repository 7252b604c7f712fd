import type { MeasuredYield, ValidatorHere } from '../../shared/contract/index.ts';
import {
  type AlphaRao,
  type Hotkey,
  isRoot,
  MAX_U64,
  type Netuid,
  RAO_PER_TAO,
  type Rao,
  type RaoPerAlpha,
  ROOT_NETUID,
  toAlphaRao,
  toRao,
} from '../../shared/units/index.ts';
import type { NeuronRecord } from '../chain/delegation-port.ts';
import type { ValidatorRecord } from '../chain/port.ts';
import type { TakeRise } from './take-book.ts';

/** Everything that is known of the validators, to be seen from one subnet. */
export interface ValidatorsReading {
  readonly netuid: Netuid;
  readonly validators: readonly ValidatorRecord[];
  /** Those registered on the subnet. */
  readonly neurons: ReadonlyMap<Hotkey, NeuronRecord>;
  /** Rao per alpha; root is one to one. */
  readonly prices: ReadonlyMap<Netuid, RaoPerAlpha>;
  /** Block of the last change of take, 0: never. */
  readonly takeChanges: ReadonlyMap<Hotkey, number>;
  readonly takeRose: (hotkey: Hotkey) => TakeRise | undefined;
  readonly yieldOf: (validator: ValidatorRecord) => MeasuredYield | undefined;
  /** Alpha to its nominators in the last epoch that was read. */
  readonly dividendsOf: (hotkey: Hotkey) => AlphaRao | undefined;
}

const NO_ALPHA = toAlphaRao(0n);

function stakeOn({ totalStake }: ValidatorRecord, netuid: Netuid): AlphaRao {
  return totalStake.find((stake) => stake.netuid === netuid)?.alpha ?? NO_ALPHA;
}

/** At spot prices, rao; an alpha without a price adds nothing. Stakes a node invents cannot leave what a balance can be. */
function totalSpot({ totalStake }: ValidatorRecord, prices: ValidatorsReading['prices']): Rao {
  let sum = 0n;
  for (const { netuid, alpha } of totalStake) {
    sum += isRoot(netuid) ? alpha : (alpha * (prices.get(netuid) ?? 0n)) / RAO_PER_TAO;
  }
  return toRao(sum > MAX_U64 ? MAX_U64 : sum);
}

function validatorHere(validator: ValidatorRecord, reading: ValidatorsReading): ValidatorHere {
  const { netuid } = reading;
  const { hotkey, owner, name, take, nominators, registrations, permits } = validator;
  const neuron = reading.neurons.get(hotkey);
  const onRoot = isRoot(netuid);
  const registeredHere = neuron !== undefined || registrations.includes(netuid);
  const rise = reading.takeRose(hotkey);
  const changedAt = reading.takeChanges.get(hotkey);
  const measured = reading.yieldOf(validator);
  const paid = onRoot ? undefined : reading.dividendsOf(hotkey);
  return {
    hotkey,
    owner,
    ...(name === undefined ? {} : { name }),
    hasIdentity: name !== undefined,
    take,
    ...(rise === undefined ? {} : { takeRose: rise }),
    ...(changedAt === undefined ? {} : { takeChangedAt: changedAt }),
    nominators,
    stakeHere: stakeOn(validator, netuid),
    rootStake: toRao(stakeOn(validator, ROOT_NETUID)),
    totalSpot: totalSpot(validator, reading.prices),
    registeredHere,
    // Root has seats, not permits.
    permitHere: onRoot ? registeredHere : (neuron?.permit ?? permits.includes(netuid)),
    subnets: registrations.length,
    ...(neuron === undefined || onRoot ? {} : { dividends: neuron.dividends, lastUpdate: neuron.lastUpdate }),
    ...(paid === undefined ? {} : { nominatorDividends: paid }),
    ...(measured === undefined ? {} : { yield: measured }),
  };
}

/** Largest stake on the subnet first; then by total, then by key, so that the order never depends on how the list came. */
function byStake(a: ValidatorHere, b: ValidatorHere): number {
  if (a.stakeHere !== b.stakeHere) return a.stakeHere > b.stakeHere ? -1 : 1;
  if (a.totalSpot !== b.totalSpot) return a.totalSpot > b.totalSpot ? -1 : 1;
  return a.hotkey < b.hotkey ? -1 : 1;
}

/** Every delegate as it stands on one subnet. */
export function validatorsHere(reading: ValidatorsReading): ValidatorHere[] {
  return reading.validators.map((validator) => validatorHere(validator, reading)).sort(byStake);
}
