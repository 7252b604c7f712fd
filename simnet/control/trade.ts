import type { Block } from '../node/block.ts';
import type { SimNode } from '../node/node.ts';
import { settleEvents } from '../runtime/block/events.ts';
import { Exec } from '../runtime/exec.ts';
import { mintInto } from '../runtime/genesis.ts';
import { type AccountId, hexOf, utf8 } from '../runtime/hex.ts';
import { Overlay } from '../runtime/overlay.ts';
import { hasPool } from '../runtime/pool/reserves.ts';
import { ensureCanAdd, ensureCanRemove } from '../runtime/stake/checks.ts';
import { stakeFromBalance, unstakeToBalance } from '../runtime/stake/ledger.ts';
import { increaseStake } from '../runtime/stake/position.ts';
import { SubnetAlphaOut, SubnetOwnerHotkey } from '../runtime/storage/subnet.ts';

/** A trade that somebody else makes, so that a pool moves. */
export interface TradeWish {
  readonly netuid: number;
  readonly side: 'buy' | 'sell';
  /** Rao to buy with, or alpha rao to sell. */
  readonly amount: bigint;
}

/** A keyless account; what it trades with is made for the trade. */
const STRANGER: AccountId = hexOf(utf8('modlsimnet-stranger'.padEnd(32, '\0')));
/** Keeps the stranger's account alive, rao. */
const POCKET_MONEY = 1_000_000n;

function execute(exec: Exec, { netuid, side, amount }: TradeWish): void {
  const { state } = exec;
  const id = { hotkey: SubnetOwnerHotkey.get(state, netuid), coldkey: STRANGER, netuid };
  mintInto(state, STRANGER, side === 'buy' ? amount + POCKET_MONEY : POCKET_MONEY);
  if (side === 'buy') {
    ensureCanAdd(state, id, amount);
    stakeFromBalance(exec, id, amount);
    return;
  }
  increaseStake(state, id, amount);
  SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, netuid) + amount, netuid);
  ensureCanRemove(state, id, amount);
  unstakeToBalance(exec, id, amount);
}

/**
 * Trades at the beginning of the next block, which is made at once: what waits in the pool runs after it.
 * @throws RangeError where there is no pool, DispatchFailure when the trade cannot happen; then no block is made
 */
export function trade(node: SimNode, wish: TradeWish): Block {
  const { best } = node.chain;
  if (!hasPool(best.state, wish.netuid)) throw new RangeError(`subnet ${wish.netuid} has no pool`);
  const begin = { type: 'Initialization' } as const;
  execute(new Exec(new Overlay(best.state), best.number + 1, begin), wish);
  node.intervene((state) => {
    const exec = new Exec(state, best.number + 1, begin);
    exec.attempt(() => execute(exec, wish));
    settleEvents(state, exec);
  });
  return node.mine();
}
