import { hotkeyObstacles } from '../../rules/guards.ts';
import { obstacle } from '../../rules/obstacles.ts';
import type { IntentOf, Planner } from '../planner.ts';
import { validatorWarnings } from '../warnings.ts';
import { planSetting, readPayer } from './setting.ts';

/** Where the mining rewards of the account's neurons on a subnet go; the validator must be registered there. */
export const planAutoStake: Planner<IntentOf<'autoStake.set'>> = async ({ coldkey, hotkey, netuid }, context) => {
  const { chain } = context;
  const [payer, set, neurons] = await Promise.all([
    readPayer(context, { coldkey, hotkey, netuid }),
    chain.getAutoStake([coldkey]),
    chain.getNeurons(netuid),
  ]);
  const { guards } = payer;
  const before = set.value.find((row) => row.coldkey === coldkey && row.netuid === netuid)?.hotkey;
  const isHere = neurons.value.some((neuron) => neuron.hotkey === hotkey);
  const place = guards.subnetExists
    ? [...hotkeyObstacles(guards), ...(isHere ? [] : [obstacle('tx.not_registered_here', { netuid })])].slice(0, 1)
    : [obstacle('tx.subnet_missing', { netuid })];
  return planSetting(payer, {
    call: {
      pallet: 'SubtensorModule',
      call: 'set_coldkey_auto_stake_hotkey',
      args: { netuid: BigInt(netuid), hotkey },
    },
    obstacles: [...place, ...(before === hotkey ? [obstacle('tx.already_set')] : [])],
    warnings: validatorWarnings(hotkey, netuid, context),
    settings: [{ subject: 'auto_stake', netuid, before: before ?? '', after: hotkey }],
  });
};
