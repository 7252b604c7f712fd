import { type AccountId, utf8 } from '../runtime/hex.ts';
import { devAccount } from './dev-accounts.ts';
import type { GenesisBuilder, NeuronPlan } from './genesis-builder.ts';
import { writeChild } from './genesis-relations.ts';
import { MAINNET, subnetName, subnetSymbol, validatorName } from './mainnet-data.ts';
import { writeFerdie, writeNominators } from './mainnet-stakes.ts';
import type { Random } from './random.ts';

const TAO = 1_000_000_000n;
const PERCENT = 10_000_000_000_000_000n;
/** Alpha a pool may hold at most, whole alpha: the supply of a subnet is capped at 21 million. */
const MOST_ALPHA = 4_000_000n;
const TAKES = [11_796, 11_796, 11_796, 5_898, 6_553, 9_830, 0, 3_276] as const;
const COMMON_TEMPO = 360;
const ODD_TEMPOS = [99, 100, 180, 720] as const;

export interface Validator {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  /** Subnets it validates besides root. */
  readonly subnets: readonly number[];
}

/** As large as the real network: what the app must bear, and what the bench measures. */
export function writeMainnet(genesis: GenesisBuilder, random: Random): void {
  genesis.root(100, 'Τ');
  const coldkeys = writeColdkeys(genesis, random);
  for (let netuid = 1; netuid < MAINNET.subnets; netuid += 1) writeSubnet(genesis, random, netuid);
  const validators = writeValidators(genesis, random);
  writeNeurons(genesis, random, validators, coldkeys);
  writeNominators(genesis, random, validators, coldkeys);
  writeFerdie(genesis, random, validators);
  writeFamilies(genesis, validators);
  writeLastEpoch(genesis, random, validators);
}

function writeColdkeys(genesis: GenesisBuilder, random: Random): AccountId[] {
  return Array.from({ length: MAINNET.coldkeys }, (_, index) => {
    const coldkey = random.account(`coldkey ${index}`);
    genesis.fund(coldkey, random.spread(`balance ${index}`, TAO / 100n, 20_000n * TAO));
    return coldkey;
  });
}

function writeSubnet(genesis: GenesisBuilder, random: Random, netuid: number): void {
  const owner = random.account(`owner ${netuid}`);
  const ownerHotkey = random.account(`owner hotkey ${netuid}`);
  genesis.fund(owner, 1_000n * TAO);
  genesis.hotkey(ownerHotkey, owner);
  // Rao per alpha: from 0.0005 to 0.3 TAO.
  const price = random.spread(`price ${netuid}`, TAO / 2_000n, (3n * TAO) / 10n);
  const deepest = (price * MOST_ALPHA) / TAO;
  const tao = random.spread(`depth ${netuid}`, 30n * TAO, (deepest < 100_000n ? deepest : 100_000n) * TAO);
  const quote = random.between(`weight ${netuid}`, 460n, 540n) * (PERCENT / 10n);
  const odd = Number(random.between(`tempo ${netuid}`, 0n, 31n));
  const tempo = ODD_TEMPOS[odd] ?? COMMON_TEMPO;
  genesis.subnet({
    netuid,
    identity: { subnet_name: utf8(subnetName(netuid)), description: utf8(`Subnet ${netuid} of the large network.`) },
    symbol: utf8(subnetSymbol(netuid)),
    owner,
    ownerHotkey,
    tao,
    alpha: ((100n * PERCENT - quote) * tao * TAO) / (quote * price),
    quote,
    tempo,
    started: !MAINNET.notStarted.some((other) => other === netuid),
    transfers: !MAINNET.noTransfers.some((other) => other === netuid),
    // Epochs spread over the blocks, as they lie on a network whose subnets began at different times.
    firstEpoch: BigInt(1 + ((netuid * 14) % tempo)),
  });
  genesis.stake(ownerHotkey, owner, netuid, random.spread(`owner stake ${netuid}`, 1_000n * TAO, 60_000n * TAO));
}

function writeValidators(genesis: GenesisBuilder, random: Random): Validator[] {
  return Array.from({ length: MAINNET.validators }, (_, rank) => {
    const isAlice = rank === MAINNET.aliceRank;
    const coldkey = isAlice ? devAccount('Alice').accountId : random.account(`validator ${rank}`);
    const hotkey = isAlice ? devAccount('Alice//hotkey').accountId : random.account(`validator hotkey ${rank}`);
    if (!isAlice) genesis.fund(coldkey, 500n * TAO);
    genesis.hotkey(hotkey, coldkey, TAKES[Number(random.between(`take ${rank}`, 0n, BigInt(TAKES.length - 1)))]);
    const name = validatorName(rank);
    if (name !== undefined) {
      const url = `https://validator-${rank}.example`;
      genesis.identity(coldkey, { name: utf8(name), url: utf8(url), description: utf8(`Rank ${rank} at genesis.`) });
    }
    // Falls with the rank, from half a million TAO.
    genesis.stake(hotkey, coldkey, 0, (500_000n * TAO) / BigInt(rank + 1) + random.between(`root ${rank}`, 0n, TAO));
    // The first validate nearly everywhere, the last on a third of the subnets.
    const chance = BigInt(98 - rank);
    const subnets = Array.from({ length: MAINNET.subnets - 1 }, (__, index) => index + 1).filter(
      (netuid) => random.between(`seat ${rank} ${netuid}`, 0n, 99n) < chance,
    );
    for (const netuid of subnets) {
      genesis.stake(hotkey, coldkey, netuid, random.spread(`self ${rank} ${netuid}`, 200n * TAO, 30_000n * TAO));
    }
    return { hotkey, coldkey, subnets };
  });
}

/** Owner, validators, then miners up to 256. */
function writeNeurons(
  genesis: GenesisBuilder,
  random: Random,
  validators: readonly Validator[],
  coldkeys: readonly AccountId[],
): void {
  genesis.neurons(
    0,
    validators.map(({ hotkey }) => ({ hotkey, isValidator: true })),
  );
  const minersOf = new Map<AccountId, AccountId[]>();
  for (let netuid = 1; netuid < MAINNET.subnets; netuid += 1) {
    const seats: NeuronPlan[] = [{ hotkey: random.account(`owner hotkey ${netuid}`), isValidator: false }];
    for (const { hotkey, subnets } of validators)
      if (subnets.includes(netuid)) seats.push({ hotkey, isValidator: true });
    for (let uid = seats.length; uid < MAINNET.neurons; uid += 1) {
      const hotkey = random.account(`miner ${netuid} ${uid}`);
      const draw = Number(random.between(`miner coldkey ${netuid} ${uid}`, 0n, (1n << 32n) - 1n));
      const coldkey = coldkeys[draw % coldkeys.length] ?? hotkey;
      const mine = minersOf.get(coldkey);
      if (mine === undefined) minersOf.set(coldkey, [hotkey]);
      else mine.push(hotkey);
      // Most of the incentive goes to few, as on the real network.
      const rank = draw >>> 16;
      seats.push({ hotkey, isValidator: false, incentive: rank % 8 === 0 ? rank >> 2 : rank % 64 });
    }
    genesis.neurons(netuid, seats);
  }
  for (const [coldkey, hotkeys] of minersOf) genesis.hotkeys(hotkeys, coldkey);
}

/** //Alice lends stake weight to the validator of the next rank and is lent it by the one before, wherever two of them meet. */
function writeFamilies(genesis: GenesisBuilder, validators: readonly Validator[]): void {
  const { aliceRank } = MAINNET;
  const [before, alice, after] = [-1, 0, 1].map((step) => validators[aliceRank + step]);
  if (before === undefined || alice === undefined || after === undefined) return;
  for (const netuid of alice.subnets) {
    if (after.subnets.includes(netuid))
      writeChild(genesis, { netuid, parent: alice.hotkey, child: after.hotkey, percent: 20n });
    if (before.subnets.includes(netuid))
      writeChild(genesis, { netuid, parent: before.hotkey, child: alice.hotkey, percent: 10n });
  }
}

/** What an epoch before genesis left behind: dividends to measure a yield from, and root dividends nobody claimed yet. */
function writeLastEpoch(genesis: GenesisBuilder, random: Random, validators: readonly Validator[]): void {
  for (const [rank, { hotkey, subnets }] of validators.entries()) {
    const started = subnets.filter((netuid) => !MAINNET.notStarted.some((other) => other === netuid));
    genesis.dividends(
      hotkey,
      started.map((netuid) => ({
        netuid,
        // As a tempo of 360 blocks brings at 20 to 60 % a year.
        alpha: random.between(`dividend ${rank} ${netuid}`, 30n, 80n),
        root: random.between(`root dividend ${rank} ${netuid}`, TAO / 10n, 8n * TAO),
      })),
    );
  }
}
