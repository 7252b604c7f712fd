import type { Edition } from '../../edition.ts';
import type { Pallet } from '../../language/pallet.ts';
import type { Variant } from '../../language/type.ts';
import { basketCalls, CALLS_GONE } from './calls-basket.ts';
import { keyCalls } from './calls-key.ts';
import { stakeCalls } from './calls-stake.ts';
import { associatedTypes, constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { withBaskets } from './events-basket.ts';
import { holdErrors, holdStorage } from './hold.ts';
import { networkStorage } from './storage-network.ts';
import { neuronStorage } from './storage-neuron.ts';
import { poolStorage } from './storage-pool.ts';
import { stakeStorage } from './storage-stake.ts';

const CALLS: readonly Variant[] = [...stakeCalls, ...keyCalls];

export const subtensorModuleOf = (edition: Edition): Pallet => ({
  name: 'SubtensorModule',
  index: 7,
  path: 'pallet_subtensor::pallet',
  crate: 'pallet_subtensor',
  calls: edition === 'baskets' ? [...CALLS.filter(({ name }) => !CALLS_GONE.has(name)), ...basketCalls] : CALLS,
  events: edition === 'baskets' ? withBaskets(events) : events,
  errors: edition === 'baskets' ? [...errors, ...holdErrors] : errors,
  storage: [
    ...stakeStorage,
    ...poolStorage,
    ...neuronStorage,
    ...networkStorage,
    ...(edition === 'baskets' ? holdStorage : []),
  ],
  constants,
  associatedTypes,
});
