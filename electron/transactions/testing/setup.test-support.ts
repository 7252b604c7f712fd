import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { blake2AsU8a } from '@polkadot/util-crypto/blake2';
import type { JournalEntry } from '../../../shared/contract/index.ts';
import { addressOf } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { type Coldkey, type Hotkey, RAO_PER_TAO, toNetuid, toRao } from '../../../shared/units/index.ts';
import type { Signer } from '../../signers/signer.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTransactions } from '../index.ts';
import type { TransactionsOptions } from '../ports.ts';
import type { Transactions } from '../transactions.ts';
import { FakeChain } from './fake-chain.test-support.ts';

await cryptoWaitReady();

export const TAO = RAO_PER_TAO;
export const PASSWORD = 'correct horse';
const pair = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromSeed(new Uint8Array(32).fill(7));
export const COLDKEY = pair.address as Coldkey;
export const FRIEND = addressOf<Coldkey>(new Uint8Array(32).fill(9));
export const HOTKEY = addressOf<Hotkey>(new Uint8Array(32).fill(3));
export const SUBNET = toNetuid(1);

export interface World {
  readonly chain: FakeChain;
  readonly store: Store;
  readonly dataDir: string;
  readonly signed: { count: number };
  transactions: Transactions;
  clock: { wallMs: number; monotonicMs: number };
  /** Ends the service and begins another over the same files and chain, as a restart does. */
  restart(): void;
  /** Lets the reading time pass. */
  read(): void;
  entries(): JournalEntry[];
  dispose(): void;
}

export function signer(world: { signed: { count: number } }): Signer {
  return {
    address: COLDKEY,
    publicKey: pair.publicKey,
    cryptoType: 'sr25519',
    sign: async (payload, { password }) => {
      await Promise.resolve();
      if (password !== PASSWORD) throw new AppError('vault.wrong_password');
      world.signed.count += 1;
      const message = payload.length > 256 ? blake2AsU8a(payload, 256, null, true) : payload;
      return new Uint8Array([1, ...pair.sign(message)]);
    },
  };
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A chain on which COLDKEY has 100 TAO, subnet 1 has a pool at 0.1 TAO per alpha, and nothing happened yet. */
export function createWorld(change: Partial<TransactionsOptions> = {}): World {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO) });
  chain.accounts.set(FRIEND, { free: toRao(TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 10_000n * TAO });
  const dataDir = mkdtempSync(join(tmpdir(), 'soma-tx-'));
  const clock = { wallMs: 1_700_000_000_000, monotonicMs: 5000 };
  const signed = { count: 0 };
  let store = openStore({ dataDir });
  const start = (): Transactions =>
    createTransactions({
      chain: () => chain,
      networkId: () => 'local',
      store,
      signerFor: () => signer({ signed }),
      isOwn: (address) => address === COLDKEY,
      ownAddresses: () => [COLDKEY],
      lookup: { symbolOf: () => Promise.resolve('α'), hasPermit: () => undefined },
      now: () => clock.wallMs,
      monotonic: () => clock.monotonicMs,
      log: silent,
      ...change,
    });
  const world: World = {
    chain,
    get store() {
      return store;
    },
    dataDir,
    signed,
    clock,
    transactions: start(),
    restart: () => {
      void world.transactions.close();
      store.close();
      store = openStore({ dataDir });
      world.transactions = start();
    },
    read: () => {
      clock.monotonicMs += 1500;
      clock.wallMs += 1500;
    },
    entries: () => {
      let found: JournalEntry[] = [];
      world.transactions.watchJournal({
        next: (list) => {
          found = list;
        },
        fail: (error) => {
          throw error;
        },
      })();
      return found;
    },
    dispose: () => {
      void world.transactions.close();
      store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** Lets everything that waits for nothing but promises happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function codeOf(action: Promise<unknown>): Promise<string | undefined> {
  try {
    await action;
  } catch (error) {
    return AppError.find(error)?.code ?? String(error);
  }
  return undefined;
}
