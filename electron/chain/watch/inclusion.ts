import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import type { BlockRef, ChainEvent, InclusionRecord } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';

/** Reads the fate of one extrinsic from the events of its block. */
export function readInclusion(
  codec: RuntimeCodec,
  block: BlockRef,
  index: number,
  rawEvents: string | null,
): InclusionRecord {
  const events = codec
    .events(rawEvents)
    .filter((one) => one.extrinsic === index)
    .map((one) => one.event);
  const error = failureOf(codec, events);
  const succeeded = events.some((event) => isEvent(event, 'System', 'ExtrinsicSuccess'));
  const ok = succeeded && error === undefined;
  return { block, index, ok, ...(ok ? {} : { error: error ?? 'Unknown' }), ...feeOf(events), events };
}

/** Events whose named field holds the Result of an inner call: the extrinsic succeeds even when that failed. */
const INNER_RESULTS: readonly (readonly [pallet: string, name: string, field: string])[] = [
  ['Proxy', 'ProxyExecuted', 'result'],
  ['Multisig', 'MultisigExecuted', 'result'],
  ['Sudo', 'Sudid', 'sudo_result'],
  ['Sudo', 'SudoAsDone', 'sudo_result'],
  ['Utility', 'DispatchedAs', 'result'],
];

function failureOf(codec: RuntimeCodec, events: readonly ChainEvent[]): string | undefined {
  for (const event of events) {
    if (isEvent(event, 'System', 'ExtrinsicFailed')) return errorName(codec, fieldOf(event, 'dispatch_error'));
    if (isEvent(event, 'Utility', 'BatchInterrupted') || isEvent(event, 'Utility', 'ItemFailed')) {
      return errorName(codec, fieldOf(event, 'error'));
    }
    const inner = INNER_RESULTS.find(([pallet, name]) => isEvent(event, pallet, name));
    const result = inner === undefined ? undefined : fieldOf(event, inner[2]);
    if (isVariant(result) && result.type === 'Err') return errorName(codec, result.value);
  }
  return undefined;
}

/** `Pallet.Error` of a module error, `Token.FundsUnavailable` and the like, or the bare variant. */
function errorName(codec: RuntimeCodec, error: unknown): string {
  if (typeof error === 'string') return error;
  if (!isVariant(error)) return 'Unknown';
  if (error.type === 'Module') {
    const { index, error: bytes } = error.value as { index?: unknown; error?: unknown };
    const first = typeof bytes === 'string' ? Number.parseInt(bytes.slice(2, 4), 16) : Number.NaN;
    return codec.moduleError(Number(index), first) ?? 'Module';
  }
  return typeof error.value === 'string' ? `${error.type}.${error.value}` : error.type;
}

/** Both events are there when alpha paid: what was really taken is then told by the alpha event alone. */
function feeOf(events: readonly ChainEvent[]): Pick<InclusionRecord, 'fee' | 'feeInAlpha'> {
  const inAlpha = events.find((event) => isEvent(event, 'SubtensorModule', 'TransactionFeePaidWithAlpha'));
  if (inAlpha !== undefined) {
    return {
      fee: toRao(intOf(inAlpha, 'tao_amount')),
      feeInAlpha: {
        netuid: toNetuid(Number(intOf(inAlpha, 'netuid'))),
        alpha: toAlphaRao(intOf(inAlpha, 'alpha_fee')),
      },
    };
  }
  const paid = events.find((event) => isEvent(event, 'TransactionPayment', 'TransactionFeePaid'));
  return { fee: toRao(paid === undefined ? 0n : intOf(paid, 'actual_fee')) };
}

function intOf(event: ChainEvent, name: string): bigint {
  const value = fieldOf(event, name);
  return typeof value === 'bigint' ? value : 0n;
}

function isEvent(event: ChainEvent, pallet: string, name: string): boolean {
  return event.pallet === pallet && event.name === name;
}

function fieldOf(event: ChainEvent, name: string): unknown {
  return event.fields.find((field) => field.name === name)?.value;
}

function isVariant(value: unknown): value is { readonly type: string; readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
