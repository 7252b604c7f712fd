import type { Obstacle } from '../../../../shared/contract/index.ts';
import type { Take } from '../../../../shared/units/index.ts';
import type { OwnHotkeyRecord, OwnHotkeys } from '../../../chain/delegation-port.ts';
import { obstacle } from '../../rules/obstacles.ts';
import type { IntentOf, Planner } from '../planner.ts';
import { planSetting, readPayer } from './setting.ts';

type TakeSet = IntentOf<'take.set'>;

/** The cut of an own validator: one call raises it, within a limit and not too often, the other lowers it at any time. */
export const planTake: Planner<TakeSet> = async (intent, context) => {
  const { coldkey, hotkey, take } = intent;
  const [payer, own] = await Promise.all([
    readPayer(context, { coldkey, hotkey }),
    context.chain.getOwnHotkeys([coldkey]),
  ]);
  const record = own.value.hotkeys.find((row) => row.coldkey === coldkey && row.hotkey === hotkey);
  // Until it is set the chain takes the most it allows.
  const now = record?.take ?? own.value.takeMax;
  const call = take < now ? 'decrease_take' : 'increase_take';
  return planSetting(payer, {
    call: { pallet: 'SubtensorModule', call, args: { hotkey, take: BigInt(take) } },
    obstacles:
      record === undefined
        ? [obstacle('tx.not_own_hotkey')]
        : takeObstacles(take, now, own.value, record, own.block.blockNumber),
    settings: [{ subject: 'take', hotkey, before: String(now), after: String(take) }],
  });
};

function takeObstacles(
  wished: Take,
  now: Take,
  { takeMin, takeMax, takeRateLimit }: OwnHotkeys,
  { takeChangedAt }: OwnHotkeyRecord,
  block: number,
): Obstacle[] {
  if (wished === now) return [obstacle('tx.already_set')];
  if (wished > takeMax) return [obstacle('tx.take_too_high', { maximum: takeMax })];
  if (wished < takeMin) return [obstacle('tx.take_too_low', { minimum: takeMin })];
  if (wished < now || takeChangedAt === 0) return [];
  // The chain wants more than the limit between two changes, counted when it executes: in the next block at the earliest.
  const blocks = takeChangedAt + takeRateLimit + 1 - (block + 1);
  return blocks > 0 ? [obstacle('tx.take_too_soon', { blocks, fromBlock: takeChangedAt + takeRateLimit + 1 })] : [];
}
