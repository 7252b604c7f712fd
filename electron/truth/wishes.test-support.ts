import type { Intent } from '../../shared/contract/index.ts';
import { MAX_U64, type Ppm, ROOT_NETUID, toAlphaRao, toPpm, toRao } from '../../shared/units/index.ts';
import type { Dice } from './seed.test-support.ts';
import { alphaWorth, LEAST_WORTH, type Situation } from './situation.test-support.ts';

/** From one millionth to a half, the widest allowed. */
export function anyTolerance(dice: Dice): Ppm {
  return toPpm(dice.once(2) ? dice.pick([1, 100, 1_000, 5_000, 20_000]) : dice.int(1, 500_000));
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Mostly what makes sense: enough to be accepted, not more than there is, a part of the pool. Sometimes anything. */
function anyAmount(dice: Dice, most: bigint, enough: bigint, reserve: bigint): bigint {
  if (dice.once(10)) return dice.magnitude(1n, min(most * 2n + 1n, MAX_U64));
  if (most <= enough || dice.once(10)) return most;
  if (dice.once(2)) return dice.magnitude(enough, most);
  const part = (reserve * dice.between(1n, 2_000n)) / 10_000n;
  return min(part < enough ? enough : part, most);
}

/** Rao kept back for the fee. */
const FEE = 10_000_000n;

export function anyAdd(dice: Dice, { netuid, hotkey, pool, free, position }: Situation): Intent {
  return {
    kind: 'stake.add',
    coldkey: position.coldkey,
    hotkey,
    netuid,
    amount: toRao(anyAmount(dice, free - FEE, LEAST_WORTH, pool.tao)),
    tolerance: anyTolerance(dice),
    allowPartial: dice.once(4),
  };
}

export function heldBy({ position: { alpha, shares, otherShares } }: Situation): bigint {
  return (alpha * shares) / (shares + otherShares);
}

export function anyRemove(dice: Dice, situation: Situation): Extract<Intent, { kind: 'stake.remove' }> {
  const { netuid, hotkey, pool, position } = situation;
  return {
    kind: 'stake.remove',
    coldkey: position.coldkey,
    hotkey,
    netuid,
    amount: toAlphaRao(anyAmount(dice, heldBy(situation), alphaWorth(LEAST_WORTH, pool), pool.alpha)),
    all: dice.once(3),
    tolerance: anyTolerance(dice),
    allowPartial: dice.once(4),
  };
}

/** A part of what is at the origin of a move, or all of it. */
function anyLeaving(dice: Dice, situation: Situation, fromRoot: boolean) {
  const { position, hotkey, netuid, pool, otherPool, rootStake } = situation;
  const amount = fromRoot
    ? anyAmount(dice, rootStake, LEAST_WORTH, otherPool.tao)
    : anyAmount(dice, heldBy(situation), alphaWorth(LEAST_WORTH, pool), pool.alpha);
  return {
    coldkey: position.coldkey,
    hotkey,
    netuid: fromRoot ? ROOT_NETUID : netuid,
    amount: toAlphaRao(amount),
    all: dice.once(3),
    tolerance: anyTolerance(dice),
  };
}

/** Between two subnets, or between one and root. */
export function anySwap(dice: Dice, situation: Situation): Intent {
  const fromRoot = dice.once(4);
  const toNetuid = !fromRoot && dice.once(4) ? ROOT_NETUID : situation.other;
  return { kind: 'stake.swap', ...anyLeaving(dice, situation, fromRoot), toNetuid, allowPartial: dice.once(4) };
}

/** To the other validator on the other subnet. */
export function anyMove(dice: Dice, situation: Situation): Intent {
  const { otherHotkey, other } = situation;
  return { kind: 'stake.move', ...anyLeaving(dice, situation, dice.once(4)), toHotkey: otherHotkey, toNetuid: other };
}

/** Any trade through a pool. */
export function anyTrade(dice: Dice, situation: Situation): Intent {
  return dice.pick([anyAdd, anyAdd, anyRemove, anyRemove, anySwap, anyMove])(dice, situation);
}
