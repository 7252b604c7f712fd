import type { StakeStep } from '../../../shared/contract/index.ts';
import type { AlphaRao } from '../../../shared/units/index.ts';
import type { PositionKey } from '../../chain/delegation-port.ts';
import { mayPayInAlpha } from '../rules/alpha-fee.ts';
import { obstacle } from '../rules/obstacles.ts';
import { stakeFacts } from '../rules/stake.ts';
import { Desk } from './desk.ts';
import { type Draft, obstaclesOf, type Purse } from './draft.ts';
import { alphaThatPays } from './fee-in-alpha.ts';
import { costOf, finish, type Outline } from './finish.ts';
import type { Plan, PlanContext } from './planner.ts';
import { readScene, type Scene } from './scene.ts';
import { draftStep } from './steps/index.ts';
import { placeFacts, warning } from './warnings.ts';

/** Plans a single stake operation. @throws AppError chain.* */
export async function planStake(step: StakeStep, context: PlanContext): Promise<Plan> {
  const scene = await readScene(context, step.coldkey, 'to' in step ? [step.to] : []);
  const draft = await draftStep(step, new Desk(scene));
  const cost = await costOf(scene, draft.calls);
  const position = await alphaPayer(scene, draft, cost.purse);
  if (position !== undefined) return planFedByAlpha(step, scene, draft, { position, purse: cost.purse });
  return finish(scene, { ...outlineOf(draft), ...oneByOne(scene, draft, cost.purse) }, cost);
}

function outlineOf(draft: Draft): Outline {
  return {
    ...draft,
    lists: { legs: [...draft.legs] },
    obstacles: (purse) => obstaclesOf(draft, purse),
  };
}

/**
 * The position that pays the fee, where free TAO does not suffice and the runtime lets this call do it. Root stake that the
 * runtime holds does not: paying would be a change of it, after which the call itself is refused.
 */
async function alphaPayer(
  scene: Scene,
  { calls, takesFrom }: Draft,
  { fee, transferable }: Purse,
): Promise<PositionKey | undefined> {
  const [call] = calls;
  if (fee <= transferable || call === undefined || calls.length > 1 || takesFrom === undefined) return undefined;
  if (!scene.chain.capabilities().alphaFees || !mayPayInAlpha(call)) return undefined;
  const { rootHold } = await scene.guardsOf(takesFrom.hotkey, takesFrom.netuid);
  return rootHold === undefined ? takesFrom : undefined;
}

/** A batch never pays in alpha, though each of its calls would by itself: then one after the other is the way. */
function oneByOne({ chain }: Scene, { calls }: Draft, { fee, transferable }: Purse): Pick<Outline, 'feeObstacles'> {
  const wouldPay = calls.length > 1 && chain.capabilities().alphaFees && calls.every(mayPayInAlpha);
  return fee > transferable && wouldPay
    ? { feeObstacles: [obstacle('tx.two_steps_needed', { reason: 'fee', fee: fee.toString() })] }
    : {};
}

/** The chain sells a little of the position for the fee, then runs the call on what is left: so does this plan. */
async function planFedByAlpha(
  step: StakeStep,
  scene: Scene,
  unfed: Draft,
  { position, purse }: { readonly position: PositionKey; readonly purse: Purse },
): Promise<Plan> {
  const { netuid } = position;
  const desk = new Desk(scene);
  const asset = await scene.assetOf(netuid);
  const held = desk.held(position);
  const alpha = await alphaThatPays(scene, { netuid, fee: purse.fee, held });
  if (alpha === undefined) return refused(scene, unfed, { asset, netuid, held });
  const paid = await desk.payFee(position, alpha);
  const outline = outlineOf(await draftStep(step, desk));
  return finish(scene, {
    ...outline,
    warnings: [
      ...outline.warnings,
      warning('fee_in_alpha', { amount: alpha.toString(), ...placeFacts({ asset, netuid }) }),
    ],
    changes: [paid, ...outline.changes],
    feeInAlpha: { asset, amount: alpha },
  });
}

type Place = Parameters<typeof stakeFacts>[0];

function refused(scene: Scene, draft: Draft, { held, ...place }: Place & { readonly held: AlphaRao }): Promise<Plan> {
  const outline = outlineOf(draft);
  return finish(scene, {
    ...outline,
    obstacles: (purse) => [
      ...outline.obstacles(purse),
      obstacle('tx.fee_alpha_unpayable', {
        ...stakeFacts(place),
        fee: purse.fee.toString(),
        available: held.toString(),
      }),
    ],
    feeInAlpha: { asset: place.asset, amount: held },
  });
}
