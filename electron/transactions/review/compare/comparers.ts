import { isDeepStrictEqual } from 'node:util';
import type { Change, ClaimType, Intent, Quote } from '../../../../shared/contract/index.ts';
import type { DecodedCall } from '../../../chain/port.ts';
import { differenceFrom, subtensor } from './expect.ts';
import { compareSteps } from './steps.ts';

/*
 * Reads an intent a second time, independently of the planners: what must the bytes say if they are to do what the person
 * asked, and what the quote told them? Nothing here is shared with the code that built the call.
 */
type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;
/** Name of the first field in which the bytes differ from the wish. */
type Comparer<I extends Intent> = (
  call: DecodedCall,
  intent: I,
  quote: Quote,
  changes: readonly Change[],
) => string | undefined;

type Exact = IntentOf<'transfer.keepAlive' | 'transfer.allowDeath'>;
const transferAs =
  (call: string): Comparer<Exact> =>
  (decoded, intent) =>
    differenceFrom(decoded, { pallet: 'Balances', call, args: { dest: intent.to, value: intent.amount } });

const compareAll: Comparer<IntentOf<'transfer.all'>> = (decoded, intent) =>
  differenceFrom(decoded, {
    pallet: 'Balances',
    call: 'transfer_all',
    args: { dest: intent.to, keep_alive: intent.keepAlive },
  });

type Single = IntentOf<'stake.add' | 'stake.remove' | 'stake.move' | 'stake.swap' | 'stake.transfer'>;
const compareSingle: Comparer<Single> = (decoded, intent, quote) =>
  compareSteps(decoded, [{ step: intent, shown: quote }]);

const compareBatch: Comparer<IntentOf<'stake.batch'>> = (decoded, { coldkey, steps }, { parts }) => {
  const isShown = parts.length === steps.length && parts.every(({ step }, at) => isDeepStrictEqual(step, steps[at]));
  if (!isShown || steps.some((step) => step.coldkey !== coldkey)) return 'steps';
  return compareSteps(
    decoded,
    steps.map((step, at) => ({ step, shown: parts[at] })),
  );
};

/** Every part must be the whole of one position that the person asked for, each once, with the tolerance they set. */
const compareExit: Comparer<IntentOf<'stake.exitAll'>> = (decoded, intent, { parts }) => {
  const places = new Set(parts.map(({ step: { hotkey, netuid } }) => `${netuid}/${hotkey}`));
  const asked = parts.every(({ step }) => {
    const isWhole =
      step.kind === 'stake.remove' && step.all && !step.allowPartial && step.tolerance === intent.tolerance;
    const isOurs = step.coldkey === intent.coldkey && step.hotkey === (intent.hotkey ?? step.hotkey);
    return isWhole && isOurs && step.netuid === (intent.netuid ?? step.netuid);
  });
  if (!asked || parts.length === 0 || places.size !== parts.length) return 'steps';
  return compareSteps(
    decoded,
    parts.map((part) => ({ step: part.step, shown: part })),
  );
};

const ascending = (netuids: readonly number[]): bigint[] =>
  [...new Set(netuids)].sort((a, b) => a - b).map((netuid) => BigInt(netuid));

function claimTypeValue(wish: ClaimType): unknown {
  switch (wish.is) {
    case 'swap':
      return 'Swap';
    case 'keep':
      return 'Keep';
    case 'keep_subnets':
      return { type: 'KeepSubnets', value: { subnets: ascending(wish.netuids) } };
  }
}

/** One call raises, the other lowers: which it must be follows from the take the person was shown as the one of now. */
const compareTake: Comparer<IntentOf<'take.set'>> = (decoded, { hotkey, take }, _quote, changes) => {
  const shown = changes.find((change) => change.subject === 'take' && change.hotkey === hotkey);
  if (shown === undefined || shown.after !== String(take)) return 'take';
  const name = take < Number(shown.before) ? 'decrease_take' : 'increase_take';
  return differenceFrom(decoded, subtensor(name, { hotkey, take: BigInt(take) }));
};

const COMPARERS: { readonly [K in Intent['kind']]: Comparer<IntentOf<K>> } = {
  'transfer.keepAlive': transferAs('transfer_keep_alive'),
  'transfer.allowDeath': transferAs('transfer_allow_death'),
  'transfer.all': compareAll,
  'stake.add': compareSingle,
  'stake.remove': compareSingle,
  'stake.move': compareSingle,
  'stake.swap': compareSingle,
  'stake.transfer': compareSingle,
  'stake.batch': compareBatch,
  'stake.exitAll': compareExit,
  'autoStake.set': (decoded, { netuid, hotkey }) =>
    differenceFrom(decoded, subtensor('set_coldkey_auto_stake_hotkey', { netuid: BigInt(netuid), hotkey })),
  'root.claimType': (decoded, { claimType }) =>
    differenceFrom(decoded, subtensor('set_root_claim_type', { new_root_claim_type: claimTypeValue(claimType) })),
  'root.claim': (decoded, { netuids }) =>
    differenceFrom(decoded, subtensor('claim_root', { subnets: ascending(netuids) })),
  'basket.claim': (decoded, { hotkey }) => differenceFrom(decoded, subtensor('claim_root_with_hotkey', { hotkey })),
  'basket.buy': (decoded, { hotkey, amount }) =>
    differenceFrom(decoded, subtensor('stake_into_basket', { hotkey, amount_staked: amount })),
  'take.set': compareTake,
};

export function compareCall(
  call: DecodedCall,
  intent: Intent,
  quote: Quote,
  changes: readonly Change[],
): string | undefined {
  const comparer = COMPARERS[intent.kind] as Comparer<Intent>; // the key is the intent's own kind
  return comparer(call, intent, quote, changes);
}
