import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimType, Intent, Quote } from '../../shared/contract/index.ts';
import { addressOf } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toRao, toTake } from '../../shared/units/index.ts';
import { decodeCall } from '../chain/calls/decode-call.ts';
import { callEncoder } from '../chain/calls/encoder.ts';
import { toProvider } from '../chain/connection/provider.ts';
import { openApi } from '../chain/metadata/api-promise.ts';
import { probeCapabilities } from '../chain/metadata/probe.ts';
import type { DecodedCall } from '../chain/port.ts';
import { RuntimeCodec } from '../chain/scale/codec.ts';
import { toHex } from '../chain/scale/hex.ts';
import {
  hasSnapshots,
  readSnapshot,
  SNAPSHOT_NOTE,
  SNAPSHOT_SPECS,
  type SnapshotSpec,
} from '../chain/testing/snapshots.ts';
import { type Plan, planIntent } from '../transactions/plan/index.ts';
import { compareCall } from '../transactions/review/compare/comparers.ts';
import {
  OTHER_HOTKEY,
  type PlanWorld,
  planWorld,
  positionOf,
} from '../transactions/testing/plan-world.test-support.ts';
import { COLDKEY, HOTKEY, SUBNET, TAO } from '../transactions/testing/setup.test-support.ts';
import { ROWS } from './intent-table.test-support.ts';

interface Runtime {
  /** A chain of plain figures that encodes, decodes and can do what this release does. */
  readonly world: PlanWorld;
  close(): Promise<void>;
}

async function open(spec: SnapshotSpec): Promise<Runtime> {
  const metadata = readSnapshot(spec);
  const codec = new RuntimeCodec(metadata);
  const world = planWorld();
  const { chain } = world;
  const identity = { ...chain.runtimeNow, specVersion: spec };
  const noNode = { request: () => Promise.reject(new Error('no request is expected')) };
  const api = await openApi(identity, codec, metadata, (known) => toProvider(noNode, known));
  chain.runtimeNow = identity;
  chain.capabilitiesNow = probeCapabilities(codec);
  chain.encodeCall = callEncoder(api, codec);
  chain.decodeCall = (bytes) => decodeCall(codec, bytes);
  const owner = { coldkey: COLDKEY, hotkey: HOTKEY };
  chain.positions.push(positionOf(SUBNET, 7n * TAO, OTHER_HOTKEY));
  chain.neurons.set(SUBNET, [{ hotkey: HOTKEY, uid: 0, permit: true, dividends: 0, lastUpdate: 0 }]);
  chain.rootDividends = [{ ...owner, netuid: SUBNET, owed: toAlphaRao(TAO), claimed: 0n, threshold: toAlphaRao(1n) }];
  chain.claimTypes = [{ coldkey: COLDKEY, claimType: { is: 'keep_subnets', netuids: [toNetuid(77)] } }];
  chain.baskets = [{ ...owner, owed: toRao(TAO), threshold: toRao(500_000n) }];
  chain.ownHotkeys = [{ ...owner, take: toTake(6000), takeChangedAt: 0, subnets: [] }];
  return { world, close: () => api.disconnect() };
}

const namesOf = ({ call, args }: DecodedCall): string =>
  call === 'batch_all' ? `batch_all(${((args[0]?.value ?? []) as DecodedCall[]).map(namesOf).join(', ')})` : call;

/** What the plan is, in the words of the table. Warnings about the recipient have nothing to do with the runtime. */
function toldBy(call: DecodedCall, { obstacles, warnings }: Quote): string {
  const codes = warnings.map(({ code }) => code).filter((code) => !code.startsWith('recipient_'));
  const warned = codes.length === 0 ? '' : ` | warns ${codes.join(' ')}`;
  const refused = obstacles.map(({ error }) => error.code);
  return `${namesOf(call)}${warned}${refused.length === 0 ? '' : ` | refused ${refused.join(' ')}`}`;
}

interface Outcome {
  readonly told: string;
  /** Absent where the runtime lacks a call. */
  readonly made?: { readonly plan: Plan; readonly call: DecodedCall };
}

async function outcomeOf({ chain, context }: PlanWorld, intent: Intent): Promise<Outcome> {
  try {
    const plan = await planIntent(intent, context);
    const call = chain.decodeCall(plan.callBytes);
    return { told: toldBy(call, plan.quote), made: { plan, call } };
  } catch (error) {
    const found = AppError.find(error);
    if (found?.code !== 'chain.capability_missing') throw error;
    return { told: `missing ${String(found.facts['call'])}` };
  }
}

const THIRD = addressOf<Hotkey & Coldkey>(new Uint8Array(32).fill(99));
const otherClaim = (type: ClaimType): ClaimType => (type.is === 'keep' ? { is: 'swap' } : { is: 'keep' });
/** Another value of a field that must be in the bytes; the amount of a whole position must not. */
const OTHER: Readonly<Record<string, (value: never, all: boolean) => unknown>> = {
  hotkey: () => THIRD,
  toHotkey: () => THIRD,
  to: () => THIRD,
  netuid: (netuid: number) => netuid + 7,
  toNetuid: (netuid: number) => netuid + 7,
  amount: (amount: bigint, all) => (all ? amount : amount + 1n),
  take: (take: number) => take + 1,
  keepAlive: (keep: boolean) => !keep,
  netuids: (netuids: number[]) => netuids.slice(1).concat(9),
  claimType: otherClaim,
};

/** The same wish with one thing of it changed, for each thing there is. */
function others<I extends object>(intent: I): { readonly name: string; readonly intent: I }[] {
  const changed = Object.entries(intent).flatMap(([name, value]) => {
    if (name === 'steps') {
      const steps = value as object[];
      const inner = steps.flatMap((step, at) =>
        others(step).map((one) => ({ name: `step ${at} ${one.name}`, value: steps.with(at, one.intent) })),
      );
      const whole = [steps.slice(1), steps.toReversed(), [...steps, ...steps.slice(0, 1)]];
      return [...inner, ...whole.map((list) => ({ name: 'steps', value: list }))].map((one) => ({ ...one, key: name }));
    }
    const other = OTHER[name]?.(value as never, 'all' in intent && intent.all === true);
    return other === undefined || other === value ? [] : [{ name, key: name, value: other }];
  });
  const exit = 'kind' in intent && intent.kind === 'stake.exitAll' && !('hotkey' in intent);
  const narrowed = exit ? [{ name: 'hotkey', key: 'hotkey', value: OTHER_HOTKEY }] : [];
  return [...changed, ...narrowed].map(({ name, key, value }) => ({ name, intent: { ...intent, [key]: value } }));
}

/** The same quote with another price bound, for each bound it has. */
function otherLimits(quote: Quote): Quote[] {
  const raised = <T extends Pick<Quote, 'limitPrice'>>(one: T): T[] =>
    one.limitPrice === undefined ? [] : [{ ...one, limitPrice: (one.limitPrice + 1n) as typeof one.limitPrice }];
  const parts = quote.parts.flatMap((part, at) =>
    raised(part).map((one) => ({ ...quote, parts: quote.parts.with(at, one) })),
  );
  return [...raised(quote), ...parts];
}

describe.skipIf(!hasSnapshots).each(SNAPSHOT_SPECS)(`intents under spec %i${SNAPSHOT_NOTE}`, (spec) => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await open(spec);
  });
  afterAll(() => runtime.close());

  test.each(ROWS)('$name: the bytes are what the table says, and just what was asked', async ({ intent, under }) => {
    const { told, made } = await outcomeOf(runtime.world, intent);
    expect(told).toBe(under[spec]);
    if (made === undefined) return;
    expect(compareCall(made.call, intent, made.plan.quote, made.plan.changes)).toBeUndefined();
  });

  test.each(ROWS)('$name: the bytes are refused for any other wish or limit', async ({ intent, under }) => {
    const { made } = await outcomeOf(runtime.world, intent);
    expect(made === undefined).toBe(under[spec].startsWith('missing '));
    expect(others(intent).length).toBeGreaterThan(0);
    if (made === undefined) return;
    const { call, plan } = made;
    for (const other of others(intent)) {
      expect(compareCall(call, other.intent, plan.quote, plan.changes), other.name).toBeDefined();
      // Nor when the person was shown the quote of that other wish.
      const theirs = (await outcomeOf(runtime.world, other.intent)).made?.plan;
      if (theirs === undefined) continue;
      expect(compareCall(call, other.intent, theirs.quote, theirs.changes), other.name).toBeDefined();
    }
    for (const quote of otherLimits(plan.quote)) {
      expect(compareCall(call, intent, quote, plan.changes)).toBeDefined();
    }
  });

  test('the bytes of one row are refused for every other, unless both are the same bytes', async () => {
    const outcomes = await Promise.all(
      ROWS.map(async ({ name, intent }) => ({ name, intent, ...(await outcomeOf(runtime.world, intent)) })),
    );
    const planned = outcomes.flatMap(({ name, intent, made }) =>
      made === undefined ? [] : [{ name, intent, ...made, hex: toHex(made.plan.callBytes) }],
    );
    const pairs = planned.flatMap((one) => planned.map((asked) => ({ one, asked })));
    for (const { one, asked } of pairs.filter((pair) => pair.one.hex !== pair.asked.hex)) {
      const { quote, changes } = asked.plan;
      expect(compareCall(one.call, asked.intent, quote, changes), `${one.name} / ${asked.name}`).toBeDefined();
    }
    // Where the runtime has no partial fills, asking for one changes nothing.
    const twice = pairs.filter(({ one, asked }) => one.name < asked.name && one.hex === asked.hex);
    const partial = [
      ['stake.add partial', 'stake.add to a subnet'],
      ['stake.remove all', 'stake.remove all, partial'],
    ];
    expect(twice.map(({ one, asked }) => [one.name, asked.name])).toEqual(spec === 218 ? partial : []);
  });

  test('subnets are in the bytes once each and in order, whatever order was asked', async () => {
    const claims = ROWS.filter(({ intent }) => intent.kind === 'root.claim');
    const outcomes = await Promise.all(claims.map(({ intent }) => outcomeOf(runtime.world, intent)));
    const subnets = outcomes.flatMap(({ made }) => made?.call.args.map(({ value }) => value) ?? []);
    expect(subnets).toEqual(spec < 365 ? [] : [[1n, 2n, 70n, 300n]]);
  });
});
