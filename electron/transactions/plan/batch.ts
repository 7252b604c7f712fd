import type { Obstacle } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { obstacle } from '../rules/obstacles.ts';
import { Desk } from './desk.ts';
import { obstaclesOf, type Purse, spentBy } from './draft.ts';
import { costOf, finish } from './finish.ts';
import type { IntentOf, Planner } from './planner.ts';
import { readScene } from './scene.ts';
import { type Drafted, draftTogether, mergedWarnings, partOf } from './together.ts';

/** Several operations of one account, all or none. An operation of two calls gives two calls of the one batch. */
export const planBatch: Planner<IntentOf<'stake.batch'>> = async ({ coldkey, steps }, context) => {
  if (steps.some((step) => step.coldkey !== coldkey)) throw new AppError('api.bad_input', { field: 'steps' });
  const recipients = steps.flatMap((step) => (step.kind === 'stake.transfer' ? [step.to] : []));
  const scene = await readScene(context, coldkey, recipients);
  const drafted = await draftTogether(steps, new Desk(scene));
  const drafts = drafted.map(({ draft }) => draft);
  const calls = drafts.flatMap((draft) => draft.calls);
  const cost = await costOf(scene, calls);
  const obstacles = obstaclesOfEach(drafted, cost.purse);
  return finish(
    scene,
    {
      calls,
      price: {},
      lists: { parts: drafted.map((one, at) => partOf(one, obstacles[at] ?? [])) },
      obstacles: () => obstacles.flatMap(([first], at) => (first === undefined ? [] : [blocked(at, first)])),
      warnings: mergedWarnings(drafts.flatMap((draft) => draft.warnings)),
      changes: drafts.flatMap((draft) => draft.changes),
    },
    cost,
  );
};

/** Of each operation, with what those before it leave of the free balance. */
function obstaclesOfEach(drafted: readonly Drafted[], purse: Purse): readonly (readonly Obstacle[])[] {
  let spent = 0n;
  return drafted.map(({ draft }) => {
    const found = obstaclesOf(draft, purse, spent);
    spent += spentBy(draft);
    return found;
  });
}

/** Steps are counted from 1, as they are shown. */
function blocked(at: number, { error }: Obstacle): Obstacle {
  return obstacle('tx.step_blocked', { step: at + 1, code: error.code });
}
