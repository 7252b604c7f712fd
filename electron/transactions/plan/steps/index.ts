import type { StakeStep } from '../../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import { draftAdd } from './add.ts';
import { draftMove } from './move.ts';
import { draftRemove } from './remove.ts';
import { draftSwap } from './swap.ts';
import { draftTransfer } from './transfer.ts';

/** Prices and checks one operation as the desk stands. It puts nothing on the desk. @throws AppError chain.* */
export function draftStep(step: StakeStep, desk: Desk): Promise<Draft> {
  switch (step.kind) {
    case 'stake.add':
      return draftAdd(step, desk);
    case 'stake.remove':
      return draftRemove(step, desk);
    case 'stake.move':
      return draftMove(step, desk);
    case 'stake.swap':
      return draftSwap(step, desk);
    case 'stake.transfer':
      return draftTransfer(step, desk);
  }
}
