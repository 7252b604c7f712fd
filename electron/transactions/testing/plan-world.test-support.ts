import { addressOf } from '../../../shared/domain/address.ts';
import { type Hotkey, type Netuid, toAlphaRao, toNetuid, toPpm, toRao } from '../../../shared/units/index.ts';
import { planIntent } from '../plan/index.ts';
import type { IntentOf, PlanContext } from '../plan/planner.ts';
import { FakeChain } from './fake-chain.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from './setup.test-support.ts';

export const ROOT = toNetuid(0);
export const OTHER_SUBNET = toNetuid(2);
export const OTHER_HOTKEY = addressOf<Hotkey>(new Uint8Array(32).fill(4));
export const TOLERANCE = toPpm(5000);

/** A position of COLDKEY. */
export const positionOf = (netuid: Netuid, alpha: bigint, hotkey = HOTKEY) => ({
  coldkey: COLDKEY,
  hotkey,
  netuid,
  alpha: toAlphaRao(alpha),
  isRegistered: true,
});

const from = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, amount: toAlphaRao(10n * TAO), all: false };

/** 10 alpha of the position on subnet 1 to another validator there. */
export const moveOf = (change: Partial<IntentOf<'stake.move'>> = {}): IntentOf<'stake.move'> => ({
  kind: 'stake.move',
  ...from,
  toHotkey: OTHER_HOTKEY,
  toNetuid: SUBNET,
  tolerance: TOLERANCE,
  ...change,
});

/** The same alpha to FRIEND, with its validator. */
export const transferOf = (change: Partial<IntentOf<'stake.transfer'>> = {}): IntentOf<'stake.transfer'> => ({
  kind: 'stake.transfer',
  ...from,
  to: FRIEND,
  ...change,
});

export const subnetOf = (netuid: Netuid, started = true) => ({
  netuid,
  name: `subnet ${netuid}`,
  symbol: 'α',
  tempo: 360,
  price: 0n as never,
  taoIn: toRao(0n),
  alphaIn: toAlphaRao(0n),
  alphaOut: toAlphaRao(0n),
  started,
});

export interface PlanWorld {
  readonly chain: FakeChain;
  readonly context: PlanContext;
}

/** 100 TAO free; 50 alpha on subnet 1 (0.1 TAO each), 5 TAO on root, a pool of subnet 2 (0.25 TAO each). */
export function planWorld(change: Partial<PlanContext> = {}): PlanWorld {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 10_000n * TAO });
  chain.pools.set(OTHER_SUBNET, { tao: 500n * TAO, alpha: 2000n * TAO });
  chain.subnets = [subnetOf(ROOT), subnetOf(SUBNET), subnetOf(OTHER_SUBNET)];
  chain.positions = [positionOf(SUBNET, 50n * TAO), positionOf(ROOT, 5n * TAO)];
  const context: PlanContext = {
    chain,
    networkId: 'local',
    symbolOf: () => Promise.resolve('α'),
    hasPermit: () => undefined,
    isOwn: () => false,
    knownAddresses: () => [],
    pastRecipients: () => new Set(),
    ...change,
  };
  return { chain, context };
}

type Wish = Parameters<typeof planIntent>[0];

/** The decoded calls of a plan: those of the batch, or the one. */
export async function callsOf({ chain, context }: PlanWorld, intent: Wish) {
  const { callBytes } = await planIntent(intent, context);
  const decoded = chain.decodeCall(callBytes);
  const inner = decoded.call === 'batch_all' ? (decoded.args[0]?.value as (typeof decoded)[]) : [decoded];
  return inner.map(({ call, args }) => ({
    call,
    ...Object.fromEntries(args.map(({ name, value }) => [name, value])),
  }));
}

export async function quoteOf({ context }: PlanWorld, intent: Wish) {
  return (await planIntent(intent, context)).quote;
}

export async function obstaclesOf(world: PlanWorld, intent: Wish): Promise<string[]> {
  return (await quoteOf(world, intent)).obstacles.map(({ error }) => error.code);
}

export async function warningsOf(world: PlanWorld, intent: Wish): Promise<string[]> {
  return (await quoteOf(world, intent)).warnings.map(({ code }) => code);
}
