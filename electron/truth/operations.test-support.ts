import type { Intent, StakeStep } from '../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, type Netuid, ROOT_NETUID, toAlphaRao, toRao } from '../../shared/units/index.ts';
import type { Dice } from './seed.test-support.ts';
import { anyTolerance } from './wishes.test-support.ts';

/** Where operations may go. */
export interface Field {
  readonly hotkeys: readonly [Hotkey, ...Hotkey[]];
  readonly netuids: readonly [Netuid, ...Netuid[]];
  readonly coldkeys: readonly [Coldkey, ...Coldkey[]];
}

/** What one account has now. */
export interface Hand {
  readonly coldkey: Coldkey;
  readonly free: bigint;
  readonly held: readonly { readonly hotkey: Hotkey; readonly netuid: Netuid; readonly alpha: bigint }[];
}

const LEAST = 2_500_000n;
const FEE = 20_000_000n;

function part(dice: Dice, alpha: bigint): { amount: ReturnType<typeof toAlphaRao>; all: boolean } {
  return { amount: toAlphaRao(dice.magnitude(1n, alpha)), all: dice.once(3) };
}

function anyStep(dice: Dice, field: Field, hand: Hand): StakeStep {
  const { coldkey } = hand;
  const tolerance = anyTolerance(dice);
  const allowPartial = dice.once(4);
  const [first, ...others] = hand.held.filter(({ alpha }) => alpha > 0n);
  if (first === undefined || dice.once(4)) {
    const most = hand.free > FEE + LEAST ? hand.free - FEE : LEAST;
    const amount = toRao(dice.magnitude(LEAST, most) / 2n + LEAST);
    const [hotkey, netuid] = [dice.pick(field.hotkeys), dice.pick(field.netuids)];
    return { kind: 'stake.add', coldkey, hotkey, netuid, amount, tolerance, allowPartial };
  }
  const { hotkey, netuid, alpha } = dice.pick([first, ...others]);
  const leaving = { coldkey, hotkey, netuid, ...part(dice, alpha) };
  const toNetuid = dice.once(3) ? netuid : dice.pick(field.netuids);
  switch (dice.pick(['remove', 'move', 'swap', 'transfer'])) {
    case 'remove':
      return { kind: 'stake.remove', ...leaving, tolerance, allowPartial };
    case 'move':
      return { kind: 'stake.move', ...leaving, toHotkey: dice.pick(field.hotkeys), toNetuid, tolerance };
    case 'swap':
      return { kind: 'stake.swap', ...leaving, toNetuid, tolerance, allowPartial };
    default:
      return { kind: 'stake.transfer', ...leaving, to: dice.pick(field.coldkeys) };
  }
}

/** Any operation that moves value, whether it makes sense or not. */
export function anyOperation(dice: Dice, field: Field, hand: Hand): Intent {
  const { coldkey } = hand;
  switch (dice.int(1, 16)) {
    case 1:
      return { kind: 'stake.exitAll', coldkey, tolerance: anyTolerance(dice) };
    case 2:
    case 3:
      return {
        kind: 'stake.batch',
        coldkey,
        steps: Array.from({ length: dice.int(2, 4) }, () => anyStep(dice, field, hand)),
      };
    case 4:
      return { kind: 'root.claim', coldkey, netuids: field.netuids.filter((one) => one !== ROOT_NETUID).slice(0, 5) };
    case 5:
      return { kind: 'root.claimType', coldkey, claimType: { is: dice.once(2) ? 'keep' : 'swap' } };
    case 6:
      return {
        kind: 'transfer.keepAlive',
        coldkey,
        to: dice.pick(field.coldkeys),
        amount: toRao(dice.magnitude(1n, hand.free + 1n)),
      };
    default:
      return anyStep(dice, field, hand);
  }
}
