import type { DelegationReads } from './delegation-port.ts';
import { getAutoStake } from './queries/auto-stake.ts';
import { getClaimTypes } from './queries/claim-types.ts';
import { getEpochs } from './queries/epochs.ts';
import { getOwnHotkeys } from './queries/own-hotkeys.ts';
import { getPositionShares } from './queries/position-shares.ts';
import type { BlockReader } from './queries/read-at.ts';
import { getRootDividends } from './queries/root-dividends.ts';
import { getStakeGains } from './queries/stake-gains.ts';
import { getTakeChanges } from './queries/take-changes.ts';
import { getTransferGuards } from './queries/transfer-guards.ts';
import { getBasketGain, getBasketHolders, getBaskets } from './runtime-apis/baskets.ts';
import { getNeurons } from './runtime-apis/metagraph.ts';
import { simulateSells } from './runtime-apis/sim-swap.ts';
import { getStakeAvailabilities } from './runtime-apis/stake-availability.ts';

/** The half of the client that serves delegation; every read is true for one block, or says between which two. */
export function delegationReads(reader: BlockReader): DelegationReads {
  return {
    getStakeAvailabilities: (coldkeys) => reader.at((at) => getStakeAvailabilities(at, coldkeys)),
    simulateSells: (sales) => reader.at((at) => simulateSells(at, sales)),
    getPositionShares: (positions) => reader.at((at) => getPositionShares(at, positions)),
    getRootDividends: (positions) => reader.at((at) => getRootDividends(at, positions)),
    getClaimTypes: (coldkeys) => reader.at((at) => getClaimTypes(at, coldkeys)),
    getAutoStake: (coldkeys) => reader.at((at) => getAutoStake(at, coldkeys)),
    getOwnHotkeys: (coldkeys) => reader.at((at) => getOwnHotkeys(at, coldkeys)),
    getNeurons: (netuid) => reader.at((at) => getNeurons(at, netuid)),
    getEpochs: (wanted) => reader.at((at) => getEpochs(at, wanted)),
    getTakeChanges: (hotkeys) => reader.at((at) => getTakeChanges(at, hotkeys)),
    getTransferGuards: (query) => reader.at((at) => getTransferGuards(at, query)),
    getBaskets: (positions) => reader.at((at) => getBaskets(at, positions)),
    getStakeGains: (query) => reader.between(query.parent, query.block, (at) => getStakeGains(at, query)),
    getBasketGain: (query) => reader.between(query.parent, query.block, (at) => getBasketGain(at, query)),
    getBasketHolders: (coldkeys) => reader.at((at) => getBasketHolders(at, coldkeys)),
  };
}
