import { os } from './implementer.ts';
import type { StakingService } from './services.ts';

const api = os.staking;

export function implementStaking(staking: StakingService) {
  return api.router({
    validators: api.validators.handler(({ input }) => staking.validators(input.netuid)),
    ownHotkeys: api.ownHotkeys.handler(() => staking.ownHotkeys()),
    autoStake: api.autoStake.handler(() => staking.autoStake()),
    claimTypes: api.claimTypes.handler(() => staking.claimTypes()),
    baskets: api.baskets.handler(() => staking.baskets()),
  });
}
