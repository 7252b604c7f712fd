import type { Pallet } from '../../language/pallet.ts';
import { keyCalls } from './calls-key.ts';
import { stakeCalls } from './calls-stake.ts';
import { associatedTypes, constants } from './constants.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { networkStorage } from './storage-network.ts';
import { neuronStorage } from './storage-neuron.ts';
import { poolStorage } from './storage-pool.ts';
import { stakeStorage } from './storage-stake.ts';

export const subtensorModule: Pallet = {
  name: 'SubtensorModule',
  index: 7,
  path: 'pallet_subtensor::pallet',
  crate: 'pallet_subtensor',
  calls: [...stakeCalls, ...keyCalls],
  events,
  errors,
  storage: [...stakeStorage, ...poolStorage, ...neuronStorage, ...networkStorage],
  constants,
  associatedTypes,
};
