import { MAX_BATCH } from '../../../shared/constants/batch.ts';
import type { Obstacle, SkippedPosition } from '../../../shared/contract/index.ts';
import { placeObstacles } from '../rules/guards.ts';
import type { Desk } from './desk.ts';
import { fixedObstacles } from './draft.ts';
import type { IntentOf } from './planner.ts';
import type { Scene } from './scene.ts';
import { type Drafted, draftTogether } from './together.ts';

export type Leave = IntentOf<'stake.remove'>;

export interface SortedExits {
  readonly leaving: readonly Drafted<Leave>[];
  readonly skipped: readonly SkippedPosition[];
  /** Positions beyond what one batch carries. */
  readonly left: number;
}

/** What stops the whole wish is not a reason to leave one position behind. */
const OF_THE_WISH: ReadonlySet<string> = new Set(['tx.tolerance_invalid']);

/** Which of the exits, in this order, go into the batch. */
export async function sortExits(scene: Scene, steps: readonly Leave[], desk: Desk): Promise<SortedExits> {
  const placed = await Promise.all(
    steps.map(async (step) => {
      const guards = await scene.guardsOf(step.hotkey, step.netuid);
      return { step, reason: placeObstacles(guards, step.netuid)[0] };
    }),
  );
  const possible = placed.filter(({ reason }) => reason === undefined).map(({ step }) => step);
  const drafted = await draftTogether(possible.slice(0, MAX_BATCH), desk);
  const judged = drafted.map((one) => ({ ...one, reason: reasonOf(one) }));
  return {
    leaving: judged.filter(({ reason }) => reason === undefined),
    skipped: [...placed, ...judged].flatMap(({ step, reason }) => (reason === undefined ? [] : [skip(step, reason)])),
    left: Math.max(0, possible.length - MAX_BATCH),
  };
}

function reasonOf({ draft }: Drafted): Obstacle | undefined {
  return fixedObstacles(draft).find(({ error }) => !OF_THE_WISH.has(error.code));
}

function skip({ hotkey, netuid, amount }: Leave, { error }: Obstacle): SkippedPosition {
  return { hotkey, netuid, alpha: amount, error };
}
