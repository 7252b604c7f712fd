import type { AccountId } from '../runtime/hex.ts';
import { devAccount } from './dev-accounts.ts';
import type { GenesisBuilder } from './genesis-builder.ts';
import type { Validator } from './mainnet.ts';
import { MAINNET } from './mainnet-data.ts';
import type { Random } from './random.ts';

const TAO = 1_000_000_000n;
/** Coldkeys that nominate; the others only hold TAO or own miners. */
const NOMINATORS = 2_200;

/** A few positions each, most with the large validators. */
export function writeNominators(
  genesis: GenesisBuilder,
  random: Random,
  validators: readonly Validator[],
  coldkeys: readonly AccountId[],
): void {
  for (const [index, coldkey] of coldkeys.slice(0, NOMINATORS).entries()) {
    const positions = Number(random.between(`positions ${index}`, 1n, 5n));
    for (let position = 0; position < positions; position += 1) {
      const label = `position ${index} ${position}`;
      const rank = Number(random.spread(`${label} validator`, 1n, BigInt(validators.length))) - 1;
      const validator = validators[rank];
      if (validator === undefined) continue;
      const choice = Number(random.between(`${label} subnet`, 0n, BigInt(validator.subnets.length + 30)));
      const netuid = validator.subnets[choice] ?? 0;
      genesis.stake(validator.hotkey, coldkey, netuid, random.spread(`${label} amount`, TAO / 100n, 2_000n * TAO));
    }
  }
}

/** The account with more positions than anybody should have: exactly `MAINNET.ferdiePositions`, some of them on root. */
export function writeFerdie(genesis: GenesisBuilder, random: Random, validators: readonly Validator[]): void {
  const ferdie = devAccount('Ferdie').accountId;
  for (const { hotkey } of validators.slice(3, 3 + MAINNET.ferdieRootPositions)) {
    genesis.stake(hotkey, ferdie, 0, random.between(`ferdie root ${hotkey}`, 50n, 900n) * TAO);
  }
  let left: number = MAINNET.ferdiePositions - MAINNET.ferdieRootPositions;
  // Round after round over the validators, each time at another of their subnets.
  for (let round = 0; left > 0; round += 1) {
    for (const { hotkey, subnets } of validators) {
      const netuid = subnets[round * Math.max(1, subnets.length >> 4)];
      if (left === 0 || netuid === undefined) break;
      genesis.stake(hotkey, ferdie, netuid, random.spread(`ferdie ${hotkey} ${netuid}`, TAO / 50n, 400n * TAO));
      left -= 1;
    }
  }
}
