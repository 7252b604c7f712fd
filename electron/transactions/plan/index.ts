import type { Intent } from '../../../shared/contract/index.ts';
import { planBatch } from './batch.ts';
import { planExitAll } from './exit-all.ts';
import type { IntentOf, Plan, PlanContext, Planner } from './planner.ts';
import { planAutoStake } from './settings/auto-stake.ts';
import { planBasketBuy, planBasketClaim } from './settings/basket.ts';
import { planClaim } from './settings/claim.ts';
import { planClaimType } from './settings/claim-type.ts';
import { planTake } from './settings/take.ts';
import { planStake } from './stake.ts';
import { planTransferAll } from './transfer-all.ts';
import { planTransferAllowDeath } from './transfer-allow-death.ts';
import { planTransferKeepAlive } from './transfer-keep-alive.ts';

export type { Plan, PlanContext } from './planner.ts';

/** One planner per kind of intent; a new kind breaks the build until it has one. */
const PLANNERS: { readonly [K in Intent['kind']]: Planner<IntentOf<K>> } = {
  'transfer.keepAlive': planTransferKeepAlive,
  'transfer.all': planTransferAll,
  'transfer.allowDeath': planTransferAllowDeath,
  'stake.add': planStake,
  'stake.remove': planStake,
  'stake.move': planStake,
  'stake.swap': planStake,
  'stake.transfer': planStake,
  'stake.batch': planBatch,
  'stake.exitAll': planExitAll,
  'autoStake.set': planAutoStake,
  'root.claimType': planClaimType,
  'root.claim': planClaim,
  'basket.claim': planBasketClaim,
  'basket.buy': planBasketBuy,
  'take.set': planTake,
};

/** Waits for the connection up to its own deadline. @throws AppError chain.* when the chain cannot be asked */
export async function planIntent(intent: Intent, context: PlanContext): Promise<Plan> {
  await context.chain.ready();
  const planner = PLANNERS[intent.kind] as Planner<Intent>; // the key is the intent's own kind
  return planner(intent, context);
}
