import type { Intent } from '../../shared/contract/index.ts';
import type { AppErrorCode } from '../../shared/errors/index.ts';
import { type Coldkey, type Netuid, ROOT_NETUID } from '../../shared/units/index.ts';
import type { CallSpec } from '../chain/port.ts';
import { reviewAll, submitAll, submitCall } from './carry-out.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import { anyClaim, anyLeaving, anyOperation, type Field, type Hand } from './operations.test-support.ts';
import type { RawOutcome } from './raw-chain.test-support.ts';
import type { Dice } from './seed.test-support.ts';

/** One thing an account does: a wish through review and signature, or a bare call with a signature. */
export interface Deed {
  readonly coldkey: Coldkey;
  readonly intent?: Intent;
  readonly call?: CallSpec;
}

/** A deed and what became of it. */
export interface Done extends Deed {
  /** The first obstacle; nothing was signed then. */
  readonly refused?: AppErrorCode | undefined;
  /** Absent when nothing was signed. */
  readonly outcome?: RawOutcome | undefined;
  /** What the review said goes in, in its own unit. */
  readonly pays?: bigint | undefined;
}

/** Less free rao than this pays no fee. */
const POOR = 600_000n;

/** Those among the accounts with a part of their own. */
export interface Cast {
  /** Give all TAO away whenever they have some, so that they pay their fees in alpha. */
  readonly poor: ReadonlySet<Coldkey>;
  /** Have locks, and now and then forget about them. */
  readonly locked: ReadonlySet<Coldkey>;
}

const isPoorNow = ({ free, held }: Hand): boolean =>
  free < POOR && held.some(({ alpha, netuid }) => alpha > 0n && netuid !== ROOT_NETUID);

/** What somebody with locks tries who asks nobody first, and what only they can do. */
function anyBareCall(dice: Dice, { coldkey, held }: Hand, field: Field): Deed | undefined {
  const staked = held.filter(({ alpha, netuid }) => alpha > 1_000n && netuid !== ROOT_NETUID);
  const [first, ...others] = staked;
  if (first === undefined) return undefined;
  const { hotkey, netuid, alpha } = dice.pick([first, ...others]);
  const bare = (call: string, args: CallSpec['args']): Deed => ({
    coldkey,
    call: { pallet: 'SubtensorModule', call, args },
  });
  switch (dice.int(1, 5)) {
    case 1:
      return bare('lock_stake', { hotkey, netuid, amount: dice.magnitude(1_000n, alpha) });
    case 2:
      return bare('set_perpetual_lock', { netuid, enabled: dice.once(2) });
    case 3: {
      const destination_netuid = dice.pick(field.netuids.filter((one) => one !== netuid) as [Netuid, ...Netuid[]]);
      return bare('swap_stake', { hotkey, origin_netuid: netuid, destination_netuid, alpha_amount: alpha });
    }
    default:
      return bare('remove_stake', { hotkey, netuid, amount_unstaked: alpha });
  }
}

type Part = 'pays in alpha' | 'gives away' | 'forgets its lock' | 'claims' | 'anything';

function anyPartOf(dice: Dice, hand: Hand, { poor, locked }: Cast): Part {
  if (poor.has(hand.coldkey)) return isPoorNow(hand) ? 'pays in alpha' : 'gives away';
  if (locked.has(hand.coldkey) && dice.once(3)) return 'forgets its lock';
  return dice.once(6) ? 'claims' : 'anything';
}

/** `to` are those who may be given something. */
function anyDeed(dice: Dice, field: Field, hand: Hand, part: Part, to: readonly [Coldkey, ...Coldkey[]]): Deed {
  const { coldkey } = hand;
  const wish = (intent: Intent): Deed => ({ coldkey, intent });
  switch (part) {
    case 'claims':
      return wish(anyClaim(dice, field, hand));
    case 'pays in alpha': {
      const held = hand.held.filter(({ netuid }) => netuid !== ROOT_NETUID);
      return wish(anyLeaving(dice, field, dice.once(4) ? hand : { ...hand, held }, to));
    }
    case 'gives away':
      return wish({ kind: 'transfer.all', coldkey, to: dice.pick(to), keepAlive: true, reapConsent: false });
    case 'forgets its lock':
      return anyBareCall(dice, hand, field) ?? wish(anyOperation(dice, field, hand, to));
    case 'anything':
      return wish(anyOperation(dice, field, hand, to));
  }
}

/**
 * One deed for every account. Nobody gives anything to those who pay in alpha in this block, so that what these gain and
 * lose is theirs alone to explain.
 */
export function anyDeeds(dice: Dice, field: Field, hands: readonly Hand[], cast: Cast): Deed[] {
  const parts = hands.map((hand) => ({ hand, part: anyPartOf(dice, hand, cast) }));
  const open = parts.filter(({ part }) => part !== 'pays in alpha').map(({ hand: { coldkey } }) => coldkey);
  const needy = open.filter((coldkey) => cast.poor.has(coldkey));
  // With sixteen accounts of which a few pay in alpha, somebody is always there to be given to.
  const [first = field.coldkeys[0], ...rest] = [...open, ...needy, ...needy, ...needy];
  return parts.map(({ hand, part }) => anyDeed(dice, field, hand, part, [first, ...rest]));
}

/** Reviews, signs and hands over all of it, makes the block it goes into with what the bench staged, and says what became of each. */
export async function carryOut(lab: Lab, deeds: readonly Deed[]): Promise<Done[]> {
  const wishes = deeds.flatMap(({ intent }) => (intent === undefined ? [] : [intent]));
  const reviewed = await reviewAll(lab, wishes);
  const sent = await submitAll(lab, reviewed);
  const byIntent = new Map(wishes.map((intent, at) => [intent, { review: reviewed[at], hash: sent[at] }]));
  const hashes = await Promise.all(
    deeds.map(async ({ coldkey, intent, call }) =>
      call === undefined ? (intent && byIntent.get(intent))?.hash : submitCall(lab, coldkey, call),
    ),
  );
  lab.bench.commit();
  await lab.caughtUp();
  const found = await lab.raw.outcomes(lab.net.control.best.hash);
  const outcomes = hashes.map((hash) => (hash === undefined ? undefined : found.get(hash)));
  // A fee in alpha that others' trades made unpayable before the block came to it: it was not included, and never will be.
  lab.net.control.clearPool();
  return deeds.map((deed, at): Done => {
    const review = deed.intent === undefined ? undefined : byIntent.get(deed.intent)?.review;
    return { ...deed, refused: review?.refused, outcome: outcomes[at], pays: review?.held?.review.quote.pay?.amount };
  });
}
