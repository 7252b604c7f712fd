import { type AccountId, utf8 } from '../runtime/hex.ts';
import { devAccount } from './dev-accounts.ts';
import type { GenesisBuilder } from './genesis-builder.ts';
import { writeAutoStake, writeChild, writeChildTake, writeLock, writeTakeChange } from './genesis-relations.ts';
import type { Random } from './random.ts';

const TAO = 1_000_000_000n;
/** 9 % in parts of 65535. */
const CHILD_TAKE = 5_898;

/** Subnets of the demo with a property of their own, after the eight ordinary ones. */
export const DEMO_NETUIDS = { noTransfers: 9, notStarted: 10, quick: 11 } as const;

const { noTransfers, notStarted, quick } = DEMO_NETUIDS;

interface Sight {
  readonly netuid: number;
  readonly name: string;
  readonly symbol: string;
  readonly about: string;
  readonly tempo: number;
  readonly started?: boolean;
  readonly transfers?: boolean;
}

const SIGHTS: readonly Sight[] = [
  {
    netuid: noTransfers,
    name: 'Sealed Letter',
    symbol: 'ι',
    about: 'Stake stays with the coldkey that holds it.',
    tempo: 120,
    transfers: false,
  },
  {
    netuid: notStarted,
    name: 'Unlit',
    symbol: 'κ',
    about: 'Registered; trading has not started.',
    tempo: 120,
    started: false,
  },
  {
    netuid: quick,
    name: 'Quickstep',
    symbol: 'λ',
    about: 'Its epochs are short, so that dividends can be watched.',
    tempo: 20,
  },
];

/** Hotkeys of the demo's validators by name. */
export type ByName = ReadonlyMap<string, AccountId>;

function hotkeyOf(validators: ByName, name: string): AccountId {
  const hotkey = validators.get(name);
  if (hotkey === undefined) throw new Error(`no validator ${name}`);
  return hotkey;
}

/** Whatever a person can meet while delegating, once: odd subnets, locks, children, a raised take, rewards sent elsewhere. */
export function writeSights(genesis: GenesisBuilder, random: Random, validators: ByName): void {
  for (const sight of SIGHTS) writeSubnet(genesis, random, sight);
  const [north, juniper, kestrel] = ['Northlight', 'Juniper Stake', 'Kestrel Nodes'].map((name) =>
    hotkeyOf(validators, name),
  ) as [AccountId, AccountId, AccountId];
  const alice = devAccount('Alice');
  const aliceHotkey = devAccount('Alice//hotkey').accountId;
  for (const hotkey of [aliceHotkey, north, juniper, kestrel]) {
    genesis.neuron(quick, hotkey, true);
    const owner = genesis.ownerOf(hotkey);
    genesis.stake(hotkey, owner, quick, random.between(`quick ${hotkey}`, 2_000n, 6_000n) * TAO);
  }
  genesis.neuron(noTransfers, north, true);
  genesis.neuron(notStarted, north, true);

  // //Alice lends to one validator and is lent by another, and has locked a part for good.
  writeChild(genesis, { netuid: quick, parent: aliceHotkey, child: kestrel, percent: 20n });
  writeChild(genesis, { netuid: quick, parent: juniper, child: aliceHotkey, percent: 15n });
  writeChildTake(genesis, aliceHotkey, quick, CHILD_TAKE);
  const aliceLock = { coldkey: alice.accountId, netuid: quick, hotkey: aliceHotkey, amount: 1_000n * TAO };
  writeLock(genesis, { ...aliceLock, perpetual: true });
  writeTakeChange(genesis, kestrel);

  writeEve(genesis, { north, aliceHotkey });
  writeFerdie(genesis, north);
}

function writeSubnet(genesis: GenesisBuilder, random: Random, { name, symbol, about, ...sight }: Sight): void {
  const owner = random.account(`owner ${sight.netuid}`);
  const ownerHotkey = random.account(`owner hotkey ${sight.netuid}`);
  genesis.hotkey(ownerHotkey, owner);
  genesis.fund(owner, 1_000n * TAO);
  genesis.subnet({
    ...sight,
    identity: { subnet_name: utf8(name), description: utf8(about) },
    symbol: utf8(symbol),
    owner,
    ownerHotkey,
    tao: 6_000n * TAO,
    alpha: 240_000n * TAO,
  });
  genesis.neuron(sight.netuid, ownerHotkey, false);
  genesis.stake(ownerHotkey, owner, sight.netuid, 5_000n * TAO);
}

/** A holder of everything: root dividends that grow, a lock that decays, stake that may not be given away, stake that waits. */
function writeEve(
  genesis: GenesisBuilder,
  { north, aliceHotkey }: Readonly<Record<'north' | 'aliceHotkey', AccountId>>,
) {
  const eve = devAccount('Eve').accountId;
  genesis.stake(north, eve, 0, 800n * TAO);
  genesis.stake(aliceHotkey, eve, 0, 400n * TAO);
  genesis.stake(north, eve, noTransfers, 300n * TAO);
  genesis.stake(north, eve, notStarted, 150n * TAO);
  genesis.stake(aliceHotkey, eve, quick, 250n * TAO);
  genesis.stake(north, eve, quick, 250n * TAO);
  writeLock(genesis, { coldkey: eve, netuid: quick, hotkey: north, amount: 320n * TAO });
}

/** A miner whose rewards are staked with a validator. */
function writeFerdie(genesis: GenesisBuilder, north: AccountId): void {
  const ferdie = devAccount('Ferdie').accountId;
  const hotkey = devAccount('Ferdie//hotkey').accountId;
  genesis.hotkey(hotkey, ferdie);
  genesis.neuron(quick, hotkey, false, 40_000);
  writeAutoStake(genesis, ferdie, quick, north);
}
