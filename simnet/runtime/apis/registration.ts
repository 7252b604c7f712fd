import {
  LastRateLimitedBlock,
  NetworkLastLockCost,
  NetworkLockReductionInterval,
  NetworkMinLockCost,
} from '../storage/subnet.ts';
import { BlockNumber } from '../storage/system.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

export const registrationApi: ApiMethods = {
  /** Rao: twice the last price, falling in a straight line to the minimum. */
  get_network_registration_cost: ({ state }: ApiContext) => {
    const last = NetworkLastLockCost.get(state);
    const interval = NetworkLockReductionInterval.get(state);
    const since =
      BigInt(BlockNumber.get(state)) -
      LastRateLimitedBlock.get(state, { type: 'NetworkLastRegistered', value: undefined });
    const falling = 2n * last - (interval > 0n ? (last / interval) * since : 0n);
    const least = NetworkMinLockCost.get(state);
    return falling > least ? falling : least;
  },
};
