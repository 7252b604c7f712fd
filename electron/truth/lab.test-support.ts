import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { addressOf } from '../../shared/domain/address.ts';
import { type Hotkey, type Netuid, toNetuid } from '../../shared/units/index.ts';
import { type Scenario, type Simnet, startSimnet } from '../../simnet/index.ts';
import { type OpenedChain, openChain } from '../chain/index.ts';
import type { Signer } from '../signers/signer.ts';
import { actor } from './actor.test-support.ts';
import { LabBench } from './lab-bench.test-support.ts';
import { u16, u64, uintAt } from './raw-bytes.test-support.ts';
import { RawChain } from './raw-chain.test-support.ts';

/** Lab subnets begin here, far from the scenario's own. */
const FIRST_NETUID = 1001;

/** A practice network in this process, the real client on it, a foreign client beside it, and things to experiment on. */
export interface Lab {
  readonly net: Simnet;
  readonly chain: OpenedChain;
  readonly raw: RawChain;
  /** Each has two lab subnets for itself, so that a whole wave of cases fits one block without touching each other. */
  readonly actors: readonly Signer[];
  readonly netuids: readonly Netuid[];
  /** Two an actor, too: no two cases share a pool of shares. */
  readonly hotkeys: readonly Hotkey[];
  readonly bench: LabBench;
  /** Resolves when the client has seen the best block. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

export interface LabWish {
  readonly scenario?: Scenario;
  /** Cases that run beside each other. */
  readonly width: number;
  /**
   * Off unless asked for: then nothing changes but by what the test does. With lab subnets only those emit, and only from
   * when the test starts them: until then the bench may write sums.
   */
  readonly emission?: boolean;
  readonly rootBaskets?: boolean;
}

/** No blocks but those asked for. */
export async function openLab(options: LabWish): Promise<Lab> {
  await cryptoWaitReady();
  const { scenario = 'demo', emission = false, rootBaskets = false } = options;
  const net = await startSimnet({ scenario, seed: 1, manual: true, emission, rootBaskets });
  const cacheDir = mkdtempSync(join(tmpdir(), 'soma-truth-'));
  net.control.mine(4);
  const chain = openChain({ network: { id: 'local' }, endpoints: [net.url], cacheDir });
  const [raw] = await Promise.all([RawChain.open(net.url), chain.ready()]);
  const places = Array.from({ length: options.width }, (_, index) => index);
  const hotkeys = places.flatMap((index) => [hotkeyNumber(index * 2), hotkeyNumber(index * 2 + 1)]);
  const bench = new LabBench(net, raw);
  const lab: Lab = {
    net,
    chain,
    raw,
    actors: places.map(actor),
    netuids: places.flatMap((index) => [toNetuid(FIRST_NETUID + index * 2), toNetuid(FIRST_NETUID + index * 2 + 1)]),
    hotkeys,
    bench,
    caughtUp: () => caughtUp(net, chain),
    close: async () => {
      await Promise.all([chain.close(), raw.close()]);
      await net.stop();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
  if (options.width > 0) {
    if (emission) await stopOthers(raw, bench);
    await bench.openSubnets(lab.netuids, hotkeys);
  }
  await lab.caughtUp();
  return lab;
}

/** No emission and no epochs on the scenario's own subnets, and nobody of the scenario whom the chain would claim for. */
async function stopOthers(raw: RawChain, bench: LabBench): Promise<void> {
  for (const [key] of await raw.entries(raw.prefix('SubtensorModule', 'NetworksAdded'))) {
    const netuid = Number(uintAt(`0x${key.slice(-4)}`, 0, 2));
    bench.put('SubnetEmissionEnabled', [netuid], '0x00');
    bench.put('Tempo', [netuid], u16(0));
  }
  const accountIn = (key: string): string => `0x${key.slice(-64)}`;
  for (const [key] of await raw.entries(raw.prefix('SubtensorModule', 'StakingColdkeys')))
    bench.put('StakingColdkeys', [accountIn(key)], null);
  for (const [key] of await raw.entries(raw.prefix('SubtensorModule', 'StakingColdkeysByIndex')))
    bench.put('StakingColdkeysByIndex', [uintAt(`0x${key.slice(-16)}`, 0, 8)], null);
  bench.put('NumStakingColdkeys', [], u64(0n));
  bench.commit();
}

const hotkeyNumber = (index: number): Hotkey => addressOf<Hotkey>(new Uint8Array(32).fill(7).fill(index, 0, 1));

function caughtUp({ control }: Simnet, chain: OpenedChain): Promise<void> {
  const isThere = (): boolean => chain.status().best?.blockHash === control.best.hash;
  if (isThere()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = chain.watchBlocks(() => {
      if (!isThere()) return;
      stop();
      resolve();
    });
  });
}
