import {
  type Coldkey,
  type Hotkey,
  type Netuid,
  ROOT_NETUID,
  type Take,
  toNetuid,
  toTake,
} from '../../../shared/units/index.ts';
import type { ValidatorRecord } from '../port.ts';
import { getIdentityNames } from '../queries/identities.ts';
import { pacer } from '../queries/pacer.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { getTotalHotkeyAlpha, type HotkeyOnSubnet } from '../queries/total-hotkey-alpha.ts';
import type { RuntimeCodec } from '../scale/codec.ts';
import { listOf, needInt, needText } from '../scale/plain.ts';
import { ScaleError, ScaleReader } from '../scale/reader.ts';
import { decodeDelegates218 } from './delegates-218.ts';

const API = 'DelegateInfoRuntimeApi';
const METHOD = 'get_delegates';

/** Totals asked for at most; root comes first, so what is cut is the long tail of registrations. */
const MAX_TOTALS = 10_000;

/** A delegate without the parts that come from storage. */
export interface Delegate {
  readonly hotkey: Hotkey;
  readonly owner: Coldkey;
  readonly take: Take;
  readonly nominators: number;
  readonly registrations: readonly Netuid[];
  readonly permits: readonly Netuid[];
}

/** Every delegate with its name and totals: one large call, then one wave of storage requests. */
export async function getValidators(at: ReadAt): Promise<readonly ValidatorRecord[]> {
  const reply = await at.stateCall(API, METHOD, new Uint8Array(), true);
  const delegates = at.runtime.capabilities.typedRuntimeApis
    ? await decodeDelegates(at.runtime.codec, reply)
    : await decodeDelegates218(reply);
  const pairs = totalsWanted(delegates);
  const [names, totals] = await Promise.all([
    getIdentityNames(at, [...new Set(delegates.map((one) => one.owner))]),
    getTotalHotkeyAlpha(at, pairs),
  ]);
  const stakes = new Map<Hotkey, { netuid: Netuid; alpha: (typeof totals)[number] }[]>();
  for (const [index, { hotkey, netuid }] of pairs.entries()) {
    const alpha = totals[index];
    if (alpha === undefined || alpha === 0n) continue;
    const list = stakes.get(hotkey) ?? [];
    list.push({ netuid, alpha });
    stakes.set(hotkey, list);
  }
  return delegates.map((delegate) => {
    const name = names.get(delegate.owner);
    return { ...delegate, totalStake: stakes.get(delegate.hotkey) ?? [], ...(name === undefined ? {} : { name }) };
  });
}

function totalsWanted(delegates: readonly Delegate[]): readonly HotkeyOnSubnet[] {
  const root = delegates.map(({ hotkey }) => ({ hotkey, netuid: ROOT_NETUID }));
  const others = delegates.flatMap(({ hotkey, registrations }) =>
    registrations.filter((netuid) => netuid !== ROOT_NETUID).map((netuid) => ({ hotkey, netuid })),
  );
  return [...root, ...others].slice(0, MAX_TOTALS);
}

/** Vec<DelegateInfo> item by item, giving the thread back between them; nominators are counted, not kept. */
async function decodeDelegates(codec: RuntimeCodec, reply: Uint8Array): Promise<readonly Delegate[]> {
  const list = codec.apiOutput(API, METHOD);
  const listDef = list === undefined ? undefined : codec.types.get(list).def;
  if (listDef?.tag !== 'sequence') throw new ScaleError('delegates are not a list');
  const { def } = codec.types.get(listDef.value);
  if (def.tag !== 'composite') throw new ScaleError('a delegate is not a record');
  const reader = new ScaleReader(reply);
  const rest = pacer();
  const out: Delegate[] = [];
  for (let left = reader.length(codec.types.leastBytes(listDef.value)); left > 0; left -= 1) {
    const row: Record<string, unknown> = {};
    for (const field of def.value) {
      reader.discarding = field.name === 'nominators';
      row[field.name ?? ''] = codec.decoder.read(field.type, reader);
    }
    reader.discarding = false;
    out.push(toDelegate(row));
    await rest();
  }
  reader.end();
  return out;
}

function toDelegate(row: Readonly<Record<string, unknown>>): Delegate {
  return {
    hotkey: needText(row, 'delegate_ss58') as Hotkey,
    owner: needText(row, 'owner_ss58') as Coldkey,
    take: toTake(Number(needInt(row, 'take'))),
    nominators: listOf(row['nominators'] ?? []).length,
    registrations: netuids(row['registrations']),
    permits: netuids(row['validator_permits']),
  };
}

function netuids(value: unknown): readonly Netuid[] {
  return listOf(value ?? []).map((one) => toNetuid(Number(one)));
}
