import { isRoot } from '../../../shared/units/index.ts';
import type { Scene } from './scene.ts';

/**
 * Guards of any position of the account from three readings in all, instead of two for each. A validator that somebody is
 * staked with exists. What the reading of availability leaves out has none here either: what its locks hold is not known.
 */
export async function withWideGuards(scene: Scene): Promise<Scene> {
  const { chain, coldkey } = scene;
  const [account, subnets, availabilities] = await Promise.all([
    scene.accountGuards(),
    chain.getSubnets(),
    chain.getStakeAvailabilities([coldkey]),
  ]);
  const started = new Map(subnets.value.map((subnet) => [subnet.netuid, subnet.started]));
  const free = new Map(
    availabilities.value.filter((row) => row.coldkey === coldkey).map(({ netuid, available }) => [netuid, available]),
  );
  return {
    ...scene,
    guardsOf: (_hotkey, netuid) => {
      const available = free.get(netuid);
      return Promise.resolve({
        ...account,
        hotkeyExists: true,
        subnetExists: isRoot(netuid) || started.has(netuid),
        subnetStarted: isRoot(netuid) || started.get(netuid) === true,
        ...(available === undefined ? {} : { available }),
      });
    },
  };
}
