import type { Obstacle, QuotePart, StakeStep, Warning } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import type { Desk } from './desk.ts';
import { type Draft, fixedObstacles } from './draft.ts';
import { bothForfeits } from './steps/forfeit.ts';
import { draftStep } from './steps/index.ts';

/** An operation of several, with its draft. */
export interface Drafted<S extends StakeStep = StakeStep> {
  readonly step: S;
  readonly draft: Draft;
}

function poolsOf(step: StakeStep): readonly Netuid[] {
  return 'toNetuid' in step && step.toNetuid !== step.netuid ? [step.netuid, step.toNetuid] : [step.netuid];
}

/**
 * Drafts the operations as if they were executed in this order. Those on different subnets do not touch each other and are
 * asked at once; those that share a subnet wait for one another. What is blocked leaves nothing behind for the next.
 */
export function draftTogether<S extends StakeStep>(steps: readonly S[], desk: Desk): Promise<readonly Drafted<S>[]> {
  const last = new Map<Netuid, Promise<unknown>>();
  return Promise.all(
    steps.map((step) => {
      const netuids = poolsOf(step);
      const before = Promise.all(netuids.map((netuid) => last.get(netuid) ?? Promise.resolve()));
      const mine = before.then(async () => {
        const draft = await draftStep(step, desk);
        if (fixedObstacles(draft).length === 0) desk.put(draft);
        return { step, draft };
      });
      for (const netuid of netuids) last.set(netuid, mine);
      return mine;
    }),
  );
}

export function partOf({ step, draft }: Drafted, obstacles: readonly Obstacle[]): QuotePart {
  return { step, ...draft.price, legs: [...draft.legs], obstacles: obstacles.slice(0, 16) };
}

/** Each kind of warning once: of several impacts the strongest, of several losses of dividends all of them. */
export function mergedWarnings(warnings: readonly Warning[]): Warning[] {
  const impactOf = ({ facts }: Warning): number => Number(facts['priceImpact'] ?? 0);
  const byCode = new Map<string, Warning>();
  for (const warning of [...warnings].sort((a, b) => impactOf(b) - impactOf(a))) {
    const before = byCode.get(warning.code);
    if (before === undefined) byCode.set(warning.code, warning);
    else if (warning.code === 'forfeits_dividends') byCode.set(warning.code, bothForfeits(before, warning));
  }
  if (byCode.has('impact_strong')) byCode.delete('impact_notable');
  return [...byCode.values()];
}
