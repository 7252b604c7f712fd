import type { Intent, Quote, Review } from '../../shared/contract/index.ts';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import { outcomesOf, reviewAll, submitAll } from './carry-out.test-support.ts';
import { freeOf, holdingsOf, type RawHolding } from './holdings.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import type { RawOutcome } from './raw-chain.test-support.ts';
import { SEED } from './seed.test-support.ts';
import type { Situation } from './situation.test-support.ts';

/** What an actor has where its case can change it. */
export interface Funds {
  readonly free: bigint;
  /** The position the situation gave it. */
  readonly here: RawHolding;
  /** The same hotkey's on the other subnet. */
  readonly there: RawHolding;
  /** The other hotkey's here and there. */
  readonly beside: RawHolding;
  readonly beyond: RawHolding;
  readonly root: RawHolding;
}

/** One case from the wish to what the block did. */
export interface Case {
  readonly situation: Situation;
  readonly intent: Intent;
  readonly before: Funds;
  readonly after: Funds;
  /** Absent when an obstacle kept it from being signed; `refused` names it. */
  readonly signed?: { readonly review: Review; readonly quote: Quote; readonly outcome: RawOutcome };
  readonly refused?: string;
}

/** Everything a failure needs to be understood without a second run. */
export function story(one: Case): string {
  return `seed ${SEED}: ${JSON.stringify(one, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`;
}

async function fundsOf({ raw }: Lab, situations: readonly Situation[]): Promise<Funds[]> {
  const places = situations.flatMap(({ position, other, otherHotkey }) => [
    position,
    { ...position, netuid: other },
    { ...position, hotkey: otherHotkey },
    { ...position, hotkey: otherHotkey, netuid: other },
    { ...position, netuid: ROOT_NETUID },
  ]);
  const coldkeys = situations.map(({ position }) => position.coldkey);
  const [free, held] = await Promise.all([freeOf(raw, coldkeys), holdingsOf(raw, places)]);
  const nothing: RawHolding = { alpha: 0n, absent: true, hotkeyAlpha: 0n };
  return situations.map((_, at) => {
    const [here = nothing, there = nothing, beside = nothing, beyond = nothing, root = nothing] = held.slice(
      at * 5,
      at * 5 + 5,
    );
    return { free: free[at] ?? 0n, here, there, beside, beyond, root };
  });
}

/** Place of a position in `Funds` by where it is. */
export function slotOf(
  { hotkey, other }: Situation,
  at: { readonly hotkey?: string | undefined; readonly netuid: number },
): Exclude<keyof Funds, 'free'> {
  if (at.netuid === ROOT_NETUID) return 'root';
  if (at.hotkey === hotkey) return at.netuid === other ? 'there' : 'here';
  return at.netuid === other ? 'beyond' : 'beside';
}

/**
 * One case per actor: all reviewed against one block, signed, and included together in the next, at whose beginning
 * `meanwhile` may change the chain.
 */
export async function runWave(
  lab: Lab,
  situations: readonly Situation[],
  intents: readonly Intent[],
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<Case[]> {
  const before = await fundsOf(lab, situations);
  const reviewed = await reviewAll(lab, intents);
  const hashes = await submitAll(lab, reviewed);
  await meanwhile();
  lab.bench.commit();
  await lab.caughtUp();
  const [outcomes, after] = await Promise.all([outcomesOf(lab, hashes), fundsOf(lab, situations)]);
  return situations.map((situation, at): Case => {
    const [intent, was, is, review, outcome] = [intents[at], before[at], after[at], reviewed[at], outcomes[at]];
    if (intent === undefined || was === undefined || is === undefined) throw new Error('one intent a situation');
    const one = { situation, intent, before: was, after: is };
    if (review?.held === undefined || outcome === undefined) return { ...one, refused: review?.refused ?? '' };
    return { ...one, signed: { review: review.held.review, quote: review.quote, outcome } };
  });
}
