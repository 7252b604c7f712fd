import type { Intent, Quote } from '../../../../shared/contract/index.ts';
import type { DecodedCall } from '../../../chain/port.ts';
import { differenceFrom, type ExpectedCall } from './expect.ts';

/*
 * Reads an intent a second time, independently of the planners: what must the bytes say if they are to do what the person
 * asked, and what the quote told them? Nothing here is shared with the code that built the call.
 */
type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;
/** Name of the first field in which the bytes differ from the wish. */
type Comparer<I extends Intent> = (call: DecodedCall, intent: I, quote: Quote) => string | undefined;

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

const compareAdd: Comparer<IntentOf<'stake.add'>> = (decoded, intent, quote) => {
  const stake = { hotkey: intent.hotkey, netuid: BigInt(intent.netuid), amount_staked: intent.amount };
  return differenceFrom(decoded, limited('add_stake', stake, intent.allowPartial, quote));
};

const compareRemove: Comparer<IntentOf<'stake.remove'>> = (decoded, intent, quote) => {
  const position = { hotkey: intent.hotkey, netuid: BigInt(intent.netuid) };
  if (decoded.call === 'remove_stake_full_limit') {
    if (!intent.all || intent.allowPartial || quote.limitPrice === undefined) return 'call';
    const args = { ...position, limit_price: quote.limitPrice };
    return differenceFrom(decoded, { pallet: 'SubtensorModule', call: decoded.call, args });
  }
  // `all` names the whole position; the quote told the person how much that is.
  const amount = intent.all ? quote.pay.amount : intent.amount;
  const sale = { ...position, amount_unstaked: amount };
  return differenceFrom(decoded, limited('remove_stake', sale, intent.allowPartial, quote));
};

/** The price-limited form when the quote shows a limit, the plain one when it does not. */
function limited(call: string, args: ExpectedCall['args'], allowPartial: boolean, { limitPrice }: Quote): ExpectedCall {
  if (limitPrice === undefined) return { pallet: 'SubtensorModule', call, args };
  return {
    pallet: 'SubtensorModule',
    call: `${call}_limit`,
    args: { ...args, limit_price: limitPrice, allow_partial: allowPartial },
  };
}

const COMPARERS: { readonly [K in Intent['kind']]: Comparer<IntentOf<K>> } = {
  'transfer.keepAlive': transferAs('transfer_keep_alive'),
  'transfer.allowDeath': transferAs('transfer_allow_death'),
  'transfer.all': compareAll,
  'stake.add': compareAdd,
  'stake.remove': compareRemove,
};

export function compareCall(call: DecodedCall, intent: Intent, quote: Quote): string | undefined {
  const comparer = COMPARERS[intent.kind] as Comparer<Intent>; // the key is the intent's own kind
  return comparer(call, intent, quote);
}
