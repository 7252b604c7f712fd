import type { Quote, StakeStep } from '../../../../shared/contract/index.ts';
import type { DecodedCall } from '../../../chain/port.ts';
import { differenceFrom, type ExpectedCall, subtensor } from './expect.ts';

/** What the person was shown of one operation. */
export type Shown = Pick<Quote, 'pay' | 'limitPrice'>;

type StepOf<K extends StakeStep['kind']> = Extract<StakeStep, { kind: K }>;

/** The price-limited form when a limit was shown, the plain one when none was. */
function limited(call: string, args: ExpectedCall['args'], allowPartial: boolean, { limitPrice }: Shown): ExpectedCall {
  if (limitPrice === undefined) return subtensor(call, args);
  return subtensor(`${call}_limit`, { ...args, limit_price: limitPrice, allow_partial: allowPartial });
}

/** `all` names the whole position; the quote told the person how much that is. */
function amountOf(
  { all, amount }: { readonly all: boolean; readonly amount: bigint },
  { pay }: Shown,
): bigint | undefined {
  return all ? pay?.amount : amount;
}

const between = (from: number, to: number, amount: bigint | undefined) => ({
  origin_netuid: BigInt(from),
  destination_netuid: BigInt(to),
  alpha_amount: amount,
});

function expectRemove(step: StepOf<'stake.remove'>, shown: Shown, next: DecodedCall): readonly ExpectedCall[] {
  const position = { hotkey: step.hotkey, netuid: BigInt(step.netuid) };
  if (next.call === 'remove_stake_full_limit' && step.all && !step.allowPartial && shown.limitPrice !== undefined) {
    return [subtensor(next.call, { ...position, limit_price: shown.limitPrice })];
  }
  const sale = { ...position, amount_unstaked: amountOf(step, shown) };
  return [limited('remove_stake', sale, step.allowPartial, shown)];
}

function expectMove(step: StepOf<'stake.move'>, shown: Shown, next: DecodedCall): readonly ExpectedCall[] {
  const { netuid, toNetuid, hotkey, toHotkey } = step;
  const { limitPrice } = shown;
  const amount = amountOf(step, shown);
  const validators = { origin_hotkey: hotkey, destination_hotkey: toHotkey };
  const through = { ...validators, ...between(netuid, toNetuid, amount) };
  // Inside a subnet nothing is traded and no limit may be shown; to another one without a limit, none was promised.
  if (limitPrice === undefined) return [subtensor('move_stake', through)];
  if (next.call === 'move_stake_limit') return [limited('move_stake', through, false, shown)];
  return [
    subtensor('move_stake', { ...validators, ...between(netuid, netuid, amount) }),
    limited('swap_stake', { hotkey: toHotkey, ...between(netuid, toNetuid, amount) }, false, shown),
  ];
}

/** The calls that do exactly this operation. `next` decides only between forms that do the same. */
function expectStep(step: StakeStep, shown: Shown, next: DecodedCall): readonly ExpectedCall[] {
  switch (step.kind) {
    case 'stake.add': {
      const stake = { hotkey: step.hotkey, netuid: BigInt(step.netuid), amount_staked: step.amount };
      return [limited('add_stake', stake, step.allowPartial, shown)];
    }
    case 'stake.remove':
      return expectRemove(step, shown, next);
    case 'stake.move':
      return expectMove(step, shown, next);
    case 'stake.swap': {
      const swap = { hotkey: step.hotkey, ...between(step.netuid, step.toNetuid, amountOf(step, shown)) };
      return [limited('swap_stake', swap, step.allowPartial, shown)];
    }
    case 'stake.transfer': {
      const places = between(step.netuid, step.netuid, amountOf(step, shown));
      return [subtensor('transfer_stake', { destination_coldkey: step.to, hotkey: step.hotkey, ...places })];
    }
  }
}

function isCalls(value: unknown): value is readonly DecodedCall[] {
  const isCall = (item: unknown): boolean =>
    typeof item === 'object' && item !== null && 'pallet' in item && 'args' in item;
  return Array.isArray(value) && value.length > 1 && value.every(isCall);
}

/** The calls that happen together: those of an atomic batch, or the one call itself. */
function callsOf(decoded: DecodedCall): readonly DecodedCall[] {
  const [only] = decoded.args;
  const isBatch = decoded.pallet === 'Utility' && decoded.call === 'batch_all' && decoded.args.length === 1;
  return isBatch && only?.name === 'calls' && isCalls(only.value) ? only.value : [decoded];
}

/** Name of the first thing in which the bytes are not these operations, in this order, and nothing else. */
export function compareSteps(
  decoded: DecodedCall,
  steps: readonly { readonly step: StakeStep; readonly shown: Shown | undefined }[],
): string | undefined {
  const calls = callsOf(decoded);
  let at = 0;
  for (const { step, shown } of steps) {
    const next = calls[at];
    if (next === undefined || shown === undefined) return 'calls';
    for (const expected of expectStep(step, shown, next)) {
      const call = calls[at];
      const difference = call === undefined ? 'calls' : differenceFrom(call, expected);
      if (difference !== undefined) return difference;
      at += 1;
    }
  }
  return at === calls.length ? undefined : 'calls';
}
