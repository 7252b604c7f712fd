import { type AccountId, utf8 } from '../runtime/hex.ts';
import { DEMO_SUBNETS, DEMO_VALIDATORS } from './demo-data.ts';
import { writeSights } from './demo-sights.ts';
import { devAccount } from './dev-accounts.ts';
import type { GenesisBuilder } from './genesis-builder.ts';
import type { Random } from './random.ts';

const TAO = 1_000_000_000n;
const PERCENT = 10_000_000_000_000_000n;
const NOMINATORS = 40;
const MINERS = 6;
/** Parts of 65535, rounded down. */
const take = (percent: number): number => Math.floor((percent * 65_535) / 100);

interface Validator {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly subnets: readonly number[];
}

/** A lively little network: root, eight subnets and three odd ones, twelve validators, forty nominators. */
export function writeDemo(genesis: GenesisBuilder, random: Random): void {
  genesis.root(100, 'Τ');
  // Among so few stakers the chain would claim everybody's dividends before anybody could look at them.
  genesis.automaticClaims(0n);
  writeSubnets(genesis, random);
  const named = writeValidators(genesis, random);
  const validators = [...named, writeAlice(genesis)];
  writeNominators(genesis, random, validators);
  writeSights(genesis, random, new Map(DEMO_VALIDATORS.map(({ name }, index) => [name, named[index]?.hotkey ?? '0x'])));
}

function writeSubnets(genesis: GenesisBuilder, random: Random): void {
  for (const [index, plan] of DEMO_SUBNETS.entries()) {
    const netuid = index + 1;
    const owner = random.account(`owner ${netuid}`);
    const ownerHotkey = random.account(`owner hotkey ${netuid}`);
    genesis.hotkey(ownerHotkey, owner);
    genesis.fund(owner, 1_000n * TAO);
    genesis.subnet({
      netuid,
      identity: { subnet_name: utf8(plan.name), description: utf8(plan.about) },
      symbol: utf8(plan.symbol),
      owner,
      ownerHotkey,
      tao: plan.tao * TAO + random.between(`pool tao ${netuid}`, 0n, TAO),
      alpha: plan.alpha * TAO + random.between(`pool alpha ${netuid}`, 0n, TAO),
      quote: plan.weight * PERCENT,
      tempo: plan.tempo,
    });
    genesis.neuron(netuid, ownerHotkey, false);
    genesis.stake(ownerHotkey, owner, netuid, random.between(`owner stake ${netuid}`, 1_000n, 30_000n) * TAO);
    for (let miner = 0; miner < MINERS; miner += 1) {
      const coldkey = random.account(`miner ${netuid} ${miner}`);
      const hotkey = random.account(`miner hotkey ${netuid} ${miner}`);
      genesis.hotkey(hotkey, coldkey);
      genesis.neuron(netuid, hotkey, false, Number(random.between(`incentive ${netuid} ${miner}`, 1_000n, 60_000n)));
    }
  }
}

function writeValidators(genesis: GenesisBuilder, random: Random): Validator[] {
  return DEMO_VALIDATORS.map((plan) => {
    const coldkey = random.account(`validator ${plan.name}`);
    const hotkey = random.account(`validator hotkey ${plan.name}`);
    genesis.fund(coldkey, 500n * TAO);
    genesis.hotkey(hotkey, coldkey, take(plan.take));
    genesis.identity(coldkey, { name: utf8(plan.name), url: utf8(plan.url), description: utf8(plan.about) });
    genesis.neuron(0, hotkey, true);
    genesis.stake(hotkey, coldkey, 0, plan.rootStake * TAO);
    for (const netuid of plan.subnets) {
      genesis.neuron(netuid, hotkey, true);
      genesis.stake(
        hotkey,
        coldkey,
        netuid,
        random.between(`self stake ${plan.name} ${netuid}`, 2_000n, 40_000n) * TAO,
      );
    }
    return { hotkey, coldkey, subnets: plan.subnets };
  });
}

/** One validator whose coldkey a person can hold: //Alice, hotkey //Alice//hotkey. */
function writeAlice(genesis: GenesisBuilder): Validator {
  const coldkey = devAccount('Alice').accountId;
  const hotkey = devAccount('Alice//hotkey').accountId;
  genesis.hotkey(hotkey, coldkey, take(10));
  genesis.identity(coldkey, {
    name: utf8('Alice'),
    description: utf8('The validator of the development account //Alice.'),
  });
  genesis.neuron(0, hotkey, true);
  genesis.stake(hotkey, coldkey, 0, 5_000n * TAO);
  for (const netuid of [1, 2]) {
    genesis.neuron(netuid, hotkey, true);
    genesis.stake(hotkey, coldkey, netuid, 3_000n * TAO);
  }
  return { hotkey, coldkey, subnets: [1, 2] };
}

function writeNominators(genesis: GenesisBuilder, random: Random, validators: readonly Validator[]): void {
  for (let index = 0; index < NOMINATORS; index += 1) {
    const coldkey = random.account(`nominator ${index}`);
    genesis.fund(coldkey, random.between(`nominator balance ${index}`, TAO, 2_000n * TAO));
    const positions = Number(random.between(`positions ${index}`, 1n, 5n));
    for (let position = 0; position < positions; position += 1) {
      const label = `position ${index} ${position}`;
      const validator = validators[Number(random.between(`${label} validator`, 0n, BigInt(validators.length - 1)))];
      if (validator === undefined) continue;
      const choices = [0, ...validator.subnets];
      const netuid = choices[Number(random.between(`${label} subnet`, 0n, BigInt(choices.length - 1)))] ?? 0;
      genesis.stake(validator.hotkey, coldkey, netuid, random.between(`${label} amount`, TAO / 10n, 4_000n * TAO));
    }
  }
}
