import type { Obstacle, StakeStep } from '../../../shared/contract/index.ts';
import type { AlphaRao } from '../../../shared/units/index.ts';
import { mayPayInAlpha } from '../rules/alpha-fee.ts';
import { obstacle } from '../rules/obstacles.ts';
import { Desk } from './desk.ts';
import { type Draft, obstaclesOf, type Purse } from './draft.ts';
import { type AlphaPurse, alphaFeeObstacle, alphaThatPays, readAlphaPurse } from './fee-in-alpha.ts';
import { costOf, finish, type Outline } from './finish.ts';
import type { Plan, PlanContext } from './planner.ts';
import { readScene, type Scene } from './scene.ts';
import { draftStep } from './steps/index.ts';
import { placeFacts, warning } from './warnings.ts';

/** Plans a single stake operation. @throws AppError chain.* */
export async function planStake(step: StakeStep, context: PlanContext): Promise<Plan> {
  const scene = await readScene(context, step.coldkey, 'to' in step ? [step.to] : []);
  const desk = new Desk(scene);
  const draft = await draftStep(step, desk);
  const cost = await costOf(scene, draft.calls);
  const { fee } = cost.purse;
  if (!looksForAlpha(scene, draft, cost.purse)) return finish(scene, outlineOf(draft), cost);
  const { coldkey, hotkey, netuid } = step;
  const { rootHold } = await scene.guardsOf(hotkey, netuid);
  // Paying would be a change of root stake that the runtime holds, after which the call itself is refused.
  if (rootHold !== undefined) return finish(scene, outlineOf(draft), cost);
  const purse = await readAlphaPurse(desk, { coldkey, hotkey, netuid });
  const alpha = await alphaThatPays(scene, purse, fee);
  const refused = (reason: Obstacle): Promise<Plan> =>
    finish(scene, { ...outlineOf(draft), feeObstacles: [reason] }, cost);
  if (alpha === undefined) return refused(alphaFeeObstacle(purse, fee));
  // A batch never pays in alpha, though each of its calls would by itself: then one after the other is the way.
  if (draft.calls.length > 1) return refused(obstacle('tx.two_steps_needed', { reason: 'fee', fee: fee.toString() }));
  return planFedByAlpha(step, desk, purse, alpha);
}

function outlineOf(draft: Draft): Outline {
  return {
    ...draft,
    lists: { legs: [...draft.legs] },
    obstacles: (purse) => obstaclesOf(draft, purse),
  };
}

/** Whether free TAO does not suffice for the fee, and the runtime would let a position pay it for such calls. */
function looksForAlpha({ chain }: Scene, { calls, takesFrom }: Draft, { fee, transferable }: Purse): boolean {
  if (fee <= transferable || !chain.capabilities().alphaFees) return false;
  return (takesFrom !== undefined || calls.length > 1) && calls.every(mayPayInAlpha);
}

/** The chain sells a little of the position for the fee, then runs the call on what is left: so does this plan. */
async function planFedByAlpha(step: StakeStep, desk: Desk, purse: AlphaPurse, alpha: AlphaRao): Promise<Plan> {
  const { position, asset } = purse;
  const paid = await desk.payFee(position, alpha);
  const outline = outlineOf(await draftStep(step, desk));
  const toldAlready = outline.warnings.some(({ code }) => code === 'locks_unknown');
  return finish(desk.scene, {
    ...outline,
    warnings: [
      ...outline.warnings,
      ...(purse.locksUnknown && !toldAlready ? [warning('locks_unknown', { locks: 'fee' })] : []),
      warning('fee_in_alpha', { amount: alpha.toString(), ...placeFacts({ asset, netuid: position.netuid }) }),
    ],
    changes: [paid, ...outline.changes],
    feeInAlpha: { asset, amount: alpha },
  });
}
