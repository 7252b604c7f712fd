import type { Hotkey, Netuid } from '../../shared/units/index.ts';
import type { Lab } from './lab.test-support.ts';
import type { RawPool, RawPosition } from './lab-bench.test-support.ts';
import type { Dice } from './seed.test-support.ts';

const TAO = 1_000_000_000n;
const SHARE_ONE = 1_000_000_000_000n;
const WHOLE = 1_000_000_000_000_000_000n;
const MOST_ALPHA = 50_000_000n * TAO;
/** Rao: more than the smallest stake and its fee. */
export const LEAST_WORTH = 3_000_000n;

/** One actor with two subnets and a position of its own: cases of one wave share nothing. */
export interface Situation {
  readonly place: number;
  readonly netuid: Netuid;
  readonly other: Netuid;
  readonly hotkey: Hotkey;
  readonly otherHotkey: Hotkey;
  readonly pool: RawPool;
  readonly otherPool: RawPool;
  readonly free: bigint;
  readonly position: RawPosition;
  /** Rao on root with the same hotkey, nobody beside it. */
  readonly rootStake: bigint;
}

/** From a tenth of a TAO to ten million, at any price and any weight between 5 and 95 percent. */
export function anyPool(dice: Dice): RawPool {
  const quote = dice.once(2)
    ? 500_000_000_000_000_000n
    : dice.between(50_000_000_000_000_000n, 950_000_000_000_000_000n);
  return {
    tao: dice.magnitude(TAO / 10n, 10_000_000n * TAO),
    alpha: dice.magnitude(TAO / 10n, 10_000_000n * TAO),
    quote,
  };
}

/** Alpha that sells for about `rao` before any impact. */
export function alphaWorth(rao: bigint, { tao, alpha, quote }: RawPool): bigint {
  return (rao * quote * alpha) / ((WHOLE - quote) * tao) + 1n;
}

/** Alpha of a share pool that grew by up to the double, held by one or shared with others. */
function anyPosition(dice: Dice, pool: RawPool): Pick<RawPosition, 'shares' | 'otherShares' | 'alpha'> {
  const enough = alphaWorth(LEAST_WORTH * 4n, pool);
  const wished = dice.once(8) ? dice.magnitude(1_000n, MOST_ALPHA) : dice.magnitude(enough, enough * 1_000_000n);
  const alpha = wished < MOST_ALPHA ? wished : MOST_ALPHA;
  const total = (alpha * SHARE_ONE * 1000n) / dice.between(1000n, 2000n);
  const shares = dice.once(3) ? total : dice.between(total / 3n, total);
  return { alpha, shares, otherShares: total - shares };
}

/** A situation for every actor, written to the chain in one block. */
export async function arrange(lab: Lab, dice: Dice): Promise<Situation[]> {
  const situations = lab.actors.map((one, place): Situation => {
    const netuid = lab.netuids[place * 2];
    const other = lab.netuids[place * 2 + 1];
    const hotkey = lab.hotkeys[place * 2];
    const otherHotkey = lab.hotkeys[place * 2 + 1];
    if (netuid === undefined || other === undefined) throw new Error('two subnets an actor');
    if (hotkey === undefined || otherHotkey === undefined) throw new Error('two hotkeys an actor');
    const rootStake = dice.magnitude(1_000n, 1_000_000n * TAO);
    const pool = anyPool(dice);
    const position = { hotkey, coldkey: one.address, netuid, ...anyPosition(dice, pool) };
    const free = dice.magnitude(TAO / 10n, 10_000_000n * TAO);
    return { place, netuid, other, hotkey, otherHotkey, pool, otherPool: anyPool(dice), free, position, rootStake };
  });
  await lab.bench.setPools(
    situations.flatMap(({ netuid, pool, other, otherPool }) => [
      [netuid, pool],
      [other, otherPool],
    ]),
  );
  await lab.bench.setFree(situations.map(({ position, free }) => [position.coldkey, free]));
  await lab.bench.setRootStakes(
    situations.map(({ position, rootStake }) => [position.coldkey, position.hotkey, rootStake]),
  );
  lab.bench.setPositions(
    situations.map(({ position }) => position),
    situations.flatMap(({ position, other, otherHotkey }) => [
      { ...position, netuid: other },
      { ...position, hotkey: otherHotkey },
      { ...position, hotkey: otherHotkey, netuid: other },
    ]),
  );
  lab.bench.commit();
  await lab.caughtUp();
  return situations;
}

/** The same pool after trades of others: reserves grew or shrank by anything from nothing to a half. */
export function moved(dice: Dice, { tao, alpha, quote }: RawPool): RawPool {
  const most = dice.pick([0n, 1_000n, 10_000n, 100_000n, 500_000n]);
  const change = (amount: bigint): bigint => {
    const after = (amount * (1_000_000n + dice.between(-most, most))) / 1_000_000n;
    return after > 1_000_000n ? after : 1_000_000n;
  };
  return { tao: change(tao), alpha: change(alpha), quote };
}
