import { type AccountId, utf8 } from '../runtime/hex.ts';
import { devAccount } from './dev-accounts.ts';
import type { GenesisBuilder } from './genesis-builder.ts';
import type { Random } from './random.ts';

const TAO = 1_000_000_000n;

/** Names meant to hurt: direction overrides, markup, look-alikes, the longest allowed, and bytes that are no text at all. */
export const HOSTILE_NAMES: readonly Uint8Array[] = [
  utf8('safe\u202Egnp.exe'),
  utf8('<img src=x onerror=alert(1)><script>alert(2)</script>'),
  utf8('x'.repeat(256)),
  Uint8Array.of(0xff, 0xfe, 0xc3, 0x28, 0xa0, 0xa1, 0xe2, 0x28, 0xa1, 0x00),
  utf8('\u2066\u2067\u200B\u200D\uFEFF\u0000\u0007'),
  utf8("'; DROP TABLE validators; --"),
  utf8('javascript:alert(1)'),
  utf8('Z\u0351\u036B\u0343\u036A'.repeat(20)),
  utf8('Nоrthlight'),
  new Uint8Array(),
];

/** Numbers of the subnets with a property of their own. */
export const EDGE_NETUIDS = { plain: 1, notStarted: 2, noTransfers: 3, shallow: 4, huge: 5, lopsided: 6 } as const;

interface Shape {
  readonly netuid: number;
  readonly tao: bigint;
  readonly alpha: bigint;
  readonly quote?: bigint;
  readonly started?: boolean;
  readonly transfers?: boolean;
}

const SHAPES: readonly Shape[] = [
  { netuid: EDGE_NETUIDS.plain, tao: 10_000n * TAO, alpha: 200_000n * TAO },
  { netuid: EDGE_NETUIDS.notStarted, tao: 1_000n * TAO, alpha: 1_000n * TAO, started: false },
  { netuid: EDGE_NETUIDS.noTransfers, tao: 5_000n * TAO, alpha: 100_000n * TAO, transfers: false },
  // A hundredth of a TAO against ten alpha: any real trade moves the price out of sight.
  { netuid: EDGE_NETUIDS.shallow, tao: TAO / 100n, alpha: 10n * TAO },
  { netuid: EDGE_NETUIDS.huge, tao: 4_000_000n * TAO, alpha: 9_000_000n * TAO },
  { netuid: EDGE_NETUIDS.lopsided, tao: 20_000n * TAO, alpha: 300_000n * TAO, quote: 150_000_000_000_000_000n },
];

/** Everything that may look wrong but is on chain: odd text, odd pools, dust, and the largest positions that fit. */
export function writeEdge(genesis: GenesisBuilder, random: Random): void {
  genesis.root(100, 'Τ');
  genesis.automaticClaims(0n);
  const hotkeys = writeHotkeys(genesis, random);
  for (const [index, shape] of SHAPES.entries())
    writeSubnet(genesis, random, shape, HOSTILE_NAMES[index] ?? new Uint8Array());
  for (const [index, hotkey] of hotkeys.entries()) {
    genesis.neuron(0, hotkey, true);
    genesis.neuron(EDGE_NETUIDS.plain, hotkey, index % 2 === 0);
  }
  writePositions(genesis, random, hotkeys);
}

function writeHotkeys(genesis: GenesisBuilder, random: Random): AccountId[] {
  return HOSTILE_NAMES.map((name, index) => {
    const coldkey = random.account(`edge validator ${index}`);
    const hotkey = random.account(`edge hotkey ${index}`);
    genesis.fund(coldkey, TAO);
    genesis.hotkey(hotkey, coldkey, index % 3 === 0 ? 0 : 11_796);
    genesis.identity(coldkey, {
      name,
      url: utf8('javascript:alert(document.domain)'),
      image: utf8('file:///etc/passwd'),
      description: name,
    });
    return hotkey;
  });
}

function writeSubnet(genesis: GenesisBuilder, random: Random, shape: Shape, name: Uint8Array): void {
  const owner = random.account(`edge owner ${shape.netuid}`);
  const ownerHotkey = random.account(`edge owner hotkey ${shape.netuid}`);
  genesis.fund(owner, TAO);
  genesis.hotkey(ownerHotkey, owner);
  const identity = {
    subnet_name: name,
    description: utf8('<b>\u202Eevil'),
    logo_url: utf8('http://127.0.0.1/logo.svg'),
  };
  genesis.subnet({
    ...shape,
    identity,
    symbol: utf8(shape.netuid % 2 === 0 ? '\u202E' : 'α'),
    owner,
    ownerHotkey,
    tempo: 100,
  });
  genesis.neuron(shape.netuid, ownerHotkey, false);
}

function writePositions(genesis: GenesisBuilder, random: Random, hotkeys: readonly AccountId[]): void {
  const [first, second] = hotkeys;
  if (first === undefined || second === undefined) return;
  const { plain, notStarted, noTransfers, shallow, huge } = EDGE_NETUIDS;
  // //Bob holds one of each: a single unit, ordinary, stuck, untransferable, larger than its pool, and enormous.
  const bob = devAccount('Bob').accountId;
  genesis.stake(first, bob, plain, 1n);
  genesis.stake(second, bob, plain, 50n * TAO);
  genesis.stake(first, bob, notStarted, 10n * TAO);
  genesis.stake(first, bob, noTransfers, 25n * TAO);
  genesis.stake(first, bob, shallow, 5_000n * TAO);
  genesis.stake(second, bob, huge, 3_000_000n * TAO);
  genesis.stake(first, bob, 0, 499n);
  for (const [index, hotkey] of hotkeys.entries()) {
    const coldkey = random.account(`edge nominator ${index}`);
    genesis.fund(coldkey, 500n);
    genesis.stake(hotkey, coldkey, 0, random.between(`edge root ${index}`, TAO, 90_000n * TAO));
    genesis.stake(hotkey, coldkey, plain, random.between(`edge dust ${index}`, 1n, 2_000_000n));
  }
}
