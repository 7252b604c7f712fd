import type { Warning } from '../../../shared/contract/index.ts';
import { isRoot, type Rao, spotValue, toRao } from '../../../shared/units/index.ts';
import { impactOfSales } from '../rules/impact.ts';
import { obstacle, TAO } from '../rules/obstacles.ts';
import { toleranceObstacles } from '../rules/stake.ts';
import { Desk } from './desk.ts';
import { type Leave, sortExits } from './exits.ts';
import { finish } from './finish.ts';
import type { IntentOf, Planner, Priced } from './planner.ts';
import { readScene, type Scene } from './scene.ts';
import { type Drafted, mergedWarnings, partOf } from './together.ts';
import { impactWarnings, warning } from './warnings.ts';
import { withWideGuards } from './wide-guards.ts';

/**
 * Everything back into TAO: each position as a full exit within a limit, in one atomic batch, the most valuable first.
 * What cannot leave stays where it is and is named with the reason; one bad position must not stop the others.
 */
export const planExitAll: Planner<IntentOf<'stake.exitAll'>> = async (intent, context) => {
  const scene = await withWideGuards(await readScene(context, intent.coldkey));
  const steps = stepsOf(scene, intent);
  // All at once: drafts that share a subnet, as all on root do, wait for one another.
  await Promise.all(steps.filter(({ netuid }) => isRoot(netuid)).map(({ hotkey }) => scene.owedBy(hotkey)));
  const { leaving, skipped, left } = await sortExits(scene, steps, new Desk(scene));
  const hasPool = leaving.some(({ step }) => !isRoot(step.netuid));
  const price = totals(scene, leaving);
  return finish(scene, {
    calls: leaving.flatMap(({ draft }) => draft.calls),
    price,
    lists: { parts: leaving.map((one) => partOf(one, [])), skipped: [...skipped] },
    obstacles: () => [
      ...(hasPool ? toleranceObstacles(intent.tolerance) : []),
      ...(leaving.length === 0 ? [obstacle('tx.nothing_to_exit')] : []),
    ],
    warnings: [
      ...impactWarnings(price.priceImpact),
      // One position that loses much says little about the sum; the table shows each.
      ...mergedWarnings(leaving.flatMap(({ draft }) => draft.warnings)).filter(
        ({ code }) => !code.startsWith('impact_'),
      ),
      ...counted('positions_skipped', skipped.length),
      ...counted('positions_left', left),
    ],
    changes: leaving.flatMap(({ draft }) => draft.changes),
  });
};

const spotOf = (scene: Scene, { amount, netuid }: Leave): Rao => spotValue(amount, scene.priceOf(netuid));

/** A full exit of every position that fits the wish, the most valuable first. */
function stepsOf(scene: Scene, { coldkey, hotkey, netuid, tolerance }: IntentOf<'stake.exitAll'>): Leave[] {
  return scene.positions
    .filter((position) => position.coldkey === coldkey && position.alpha > 0n)
    .filter((position) => position.hotkey === (hotkey ?? position.hotkey))
    .filter((position) => position.netuid === (netuid ?? position.netuid))
    .map((position) => ({
      kind: 'stake.remove' as const,
      coldkey,
      hotkey: position.hotkey,
      netuid: position.netuid,
      amount: position.alpha,
      all: true,
      tolerance,
      allowPartial: false,
    }))
    .sort((a, b) => Number(spotOf(scene, a) < spotOf(scene, b)) - Number(spotOf(scene, a) > spotOf(scene, b)));
}

/** What all of it pays, and its loss against spot. */
function totals(scene: Scene, leaving: readonly Drafted<Leave>[]): Priced {
  const sum = (amounts: readonly bigint[]): Rao => toRao(amounts.reduce((total, amount) => total + amount, 0n));
  const receive = sum(leaving.map(({ draft }) => draft.price.receive?.amount ?? 0n));
  const least = sum(leaving.map(({ draft }) => draft.price.receiveAtLeast?.amount ?? 0n));
  return {
    receive: { asset: TAO, amount: receive },
    receiveAtLeast: { asset: TAO, amount: least },
    priceImpact: impactOfSales(sum(leaving.map(({ step }) => spotOf(scene, step))), receive),
  };
}

function counted(code: 'positions_skipped' | 'positions_left', count: number): Warning[] {
  return count === 0 ? [] : [warning(code, { count: String(count) })];
}
