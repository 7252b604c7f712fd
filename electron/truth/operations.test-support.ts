import type { ClaimType, Intent, StakeStep } from '../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, type Netuid, ROOT_NETUID, toAlphaRao, toRao } from '../../shared/units/index.ts';
import type { Dice } from './seed.test-support.ts';
import { anyTolerance } from './wishes.test-support.ts';

/** Where operations may go. */
export interface Field {
  readonly hotkeys: readonly [Hotkey, ...Hotkey[]];
  /** Root first. */
  readonly netuids: readonly [Netuid, ...Netuid[]];
  readonly coldkeys: readonly [Coldkey, ...Coldkey[]];
}

/** What one account has now. */
export interface Hand {
  readonly coldkey: Coldkey;
  readonly free: bigint;
  readonly held: readonly { readonly hotkey: Hotkey; readonly netuid: Netuid; readonly alpha: bigint }[];
}

export function alphaAt({ held }: Hand, hotkey: Hotkey, netuid: Netuid): bigint {
  return held.find((one) => one.hotkey === hotkey && one.netuid === netuid)?.alpha ?? 0n;
}

const LEAST = 2_500_000n;
const FEE = 20_000_000n;

/** Mostly a good part of it, sometimes as little as one unit. */
function anyPart(dice: Dice, alpha: bigint): bigint {
  return dice.magnitude(dice.once(4) || alpha < 1_000n ? 1n : alpha / 1_000n, alpha);
}

function part(dice: Dice, alpha: bigint): { amount: ReturnType<typeof toAlphaRao>; all: boolean } {
  return { amount: toAlphaRao(anyPart(dice, alpha)), all: dice.once(3) };
}

function anyAdd(dice: Dice, field: Field, { coldkey, free }: Hand): StakeStep {
  const most = free > FEE + LEAST ? free - FEE : LEAST;
  const amount = toRao(dice.magnitude(LEAST, most) / 2n + LEAST);
  const [hotkey, netuid] = [dice.pick(field.hotkeys), dice.pick(field.netuids)];
  const [tolerance, allowPartial] = [anyTolerance(dice), dice.once(4)];
  return { kind: 'stake.add', coldkey, hotkey, netuid, amount, tolerance, allowPartial };
}

/** Another one, where there is any: what stays where it is is refused, and proves little. */
function another<T>(dice: Dice, [first, ...rest]: readonly [T, ...T[]], than: T): T {
  const [other, ...others] = [first, ...rest].filter((one) => one !== than);
  return other === undefined ? first : dice.pick([other, ...others]);
}

/** Out of a position; an addition where there is none. `to` are those who may be given stake. */
export function anyLeaving(dice: Dice, field: Field, hand: Hand, to: readonly [Coldkey, ...Coldkey[]]): StakeStep {
  const [first, ...others] = hand.held.filter(({ alpha }) => alpha > 0n);
  if (first === undefined) return anyAdd(dice, field, hand);
  const { hotkey, netuid, alpha } = dice.pick([first, ...others]);
  const leaving = { coldkey: hand.coldkey, hotkey, netuid, ...part(dice, alpha) };
  const [tolerance, allowPartial] = [anyTolerance(dice), dice.once(4)];
  switch (dice.pick(['remove', 'move', 'swap', 'transfer'])) {
    case 'remove':
      return { kind: 'stake.remove', ...leaving, tolerance, allowPartial };
    case 'move': {
      const toHotkey = dice.once(4) ? hotkey : another(dice, field.hotkeys, hotkey);
      const toNetuid = toHotkey === hotkey || dice.once(2) ? another(dice, field.netuids, netuid) : netuid;
      return { kind: 'stake.move', ...leaving, toHotkey, toNetuid, tolerance };
    }
    case 'swap': {
      const toNetuid = another(dice, field.netuids, netuid);
      return { kind: 'stake.swap', ...leaving, toNetuid, tolerance, allowPartial };
    }
    default:
      return { kind: 'stake.transfer', ...leaving, to: another(dice, to, hand.coldkey) };
  }
}

function anyStep(dice: Dice, field: Field, hand: Hand, to: readonly [Coldkey, ...Coldkey[]]): StakeStep {
  return dice.once(4) ? anyAdd(dice, field, hand) : anyLeaving(dice, field, hand, to);
}

function someSubnets(dice: Dice, { netuids }: Field): Netuid[] {
  const subnets = netuids.filter((one) => one !== ROOT_NETUID);
  const some = subnets.filter(() => !dice.once(3));
  return some.length === 0 ? subnets : some;
}

function anyClaimType(dice: Dice, field: Field): ClaimType {
  const is = dice.pick<ClaimType['is']>(['swap', 'keep', 'keep_subnets']);
  return is === 'keep_subnets' ? { is, netuids: someSubnets(dice, field) } : { is };
}

export function anyClaim(dice: Dice, field: Field, { coldkey }: Hand): Intent {
  return { kind: 'root.claim', coldkey, netuids: someSubnets(dice, field) };
}

/** Any operation that moves value, whether it makes sense or not. `to` are those who may be given something. */
export function anyOperation(dice: Dice, field: Field, hand: Hand, to: readonly [Coldkey, ...Coldkey[]]): Intent {
  const { coldkey } = hand;
  switch (dice.int(1, 16)) {
    case 1:
      return { kind: 'stake.exitAll', coldkey, tolerance: anyTolerance(dice) };
    case 2:
    case 3:
      return {
        kind: 'stake.batch',
        coldkey,
        steps: Array.from({ length: dice.int(2, 4) }, () => anyStep(dice, field, hand, to)),
      };
    case 4:
      return { kind: 'root.claimType', coldkey, claimType: anyClaimType(dice, field) };
    case 5: {
      const amount = toRao(dice.magnitude(1n, hand.free + 1n));
      return { kind: 'transfer.keepAlive', coldkey, to: dice.pick(to), amount };
    }
    default:
      return anyStep(dice, field, hand, to);
  }
}
