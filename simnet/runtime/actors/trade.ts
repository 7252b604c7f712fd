import { blake2AsU8a } from '@polkadot/util-crypto';
import { reducible } from '../balances/account.ts';
import type { Exec } from '../exec.ts';
import { type AccountId, concatBytes } from '../hex.ts';
import { poolOf } from '../pool/reserves.ts';
import { ensureCanAdd, ensureCanRemove } from '../stake/checks.ts';
import { stakeFromBalance, unstakeToBalance } from '../stake/ledger.ts';
import { positionsOf } from '../stake/position.ts';
import { netuids } from '../stake/subnets.ts';
import { Keys, ValidatorPermit } from '../storage/neurons.ts';
import { SubnetOwnerHotkey } from '../storage/subnet.ts';
import { Account } from '../storage/system.ts';

/** Accounts that nobody holds the key of and that buy and sell by themselves, so that pools move and quotes go stale. */
export interface Actors {
  readonly accounts: readonly AccountId[];
  /** Trades in a block: from none to so many. */
  readonly perBlock: number;
}

/** A trade moves at most this part of the pool: a price by less than half a percent. */
const PART_OF_POOL = 500n;
/** Rao that stay with the actor. */
const KEPT = 1_000_000_000n;

/** Numbers that follow from the block before: a block built twice has the same trades. */
class Dice {
  readonly #seed: Uint8Array;
  #throws = 0;

  constructor(seed: Uint8Array) {
    this.#seed = seed;
  }

  /** From 0 to `limit` - 1. */
  below(limit: bigint): bigint {
    this.#throws += 1;
    const bytes = blake2AsU8a(concatBytes([this.#seed, Uint8Array.of(this.#throws & 255, this.#throws >> 8)]), 64);
    return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0) % limit;
  }

  one<T>(choices: readonly T[]): T | undefined {
    return choices.length === 0 ? undefined : choices[Number(this.below(BigInt(choices.length)))];
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** A validator of the subnet, or its owner where there is none. */
function hotkeyOn(exec: Exec, dice: Dice, netuid: number): AccountId {
  const permitted = ValidatorPermit.get(exec.state, netuid).flatMap((permit, uid) => (permit ? [uid] : []));
  const uid = dice.one(permitted);
  return uid === undefined ? SubnetOwnerHotkey.get(exec.state, netuid) : Keys.get(exec.state, netuid, uid);
}

function buy(exec: Exec, dice: Dice, coldkey: AccountId): void {
  const netuid = dice.one(netuids(exec.state).filter((each) => each !== 0));
  if (netuid === undefined) return;
  const free = reducible(Account.get(exec.state, coldkey), true) - KEPT;
  const most = least(free / 4n, poolOf(exec.state, netuid).tao / PART_OF_POOL);
  if (most <= 1n) return;
  const amount = most / 8n + dice.below(most - most / 8n);
  const id = { hotkey: hotkeyOn(exec, dice, netuid), coldkey, netuid };
  ensureCanAdd(exec.state, id, amount);
  stakeFromBalance(exec, id, amount);
}

function sell(exec: Exec, dice: Dice, coldkey: AccountId): void {
  const found = dice.one([...positionsOf(exec.state, coldkey)].filter(([{ netuid }]) => netuid !== 0));
  if (found === undefined) {
    buy(exec, dice, coldkey);
    return;
  }
  const [id, held] = found;
  const most = least(held, poolOf(exec.state, id.netuid).alpha / PART_OF_POOL);
  const amount = most === held && dice.below(2n) === 0n ? held : most / 8n + dice.below(most - most / 8n + 1n);
  ensureCanRemove(exec.state, id, amount);
  unstakeToBalance(exec, id, amount);
}

/** Lets some of them trade; what the chain refuses does not happen. */
export function letActorsTrade(exec: Exec, { accounts, perBlock }: Actors, seed: Uint8Array): void {
  const dice = new Dice(seed);
  const trades = Number(dice.below(BigInt(perBlock) + 1n));
  for (let trade = 0; trade < trades; trade += 1) {
    const coldkey = dice.one(accounts);
    if (coldkey === undefined) return;
    const act = dice.below(2n) === 0n ? buy : sell;
    exec.attempt(() => act(exec, dice, coldkey));
  }
}
