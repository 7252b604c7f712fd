import { buyIntoBasket } from '../baskets/buy.ts';
import { claimBasket } from '../baskets/claim.ts';
import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { hotkeyExists } from '../stake/checks.ts';
import { StakingHotkeys } from '../storage/hotkeys.ts';
import { type CallHandler, type Origin, signerOf } from './handler.ts';

interface ByHotkey {
  readonly hotkey: AccountId;
}

interface BuyArgs extends ByHotkey {
  /** Rao. */
  readonly amount_staked: bigint;
}

/** What the baskets of all validators of the signer owe. The list of subnets means nothing any more. */
function claimRoot(exec: Exec, origin: Origin): void {
  const coldkey = signerOf(origin);
  const hotkeys = StakingHotkeys.get(exec.state, coldkey);
  const tao = hotkeys.reduce((sum, hotkey) => sum + claimBasket(exec, { hotkey, coldkey }), 0n);
  exec.emit('SubtensorModule', 'RootClaimed', { coldkey, tao });
}

function claimRootWithHotkey(exec: Exec, origin: Origin, { hotkey }: ByHotkey): void {
  const coldkey = signerOf(origin);
  ensure(hotkeyExists(exec.state, hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
  const tao = claimBasket(exec, { hotkey, coldkey });
  exec.emit('SubtensorModule', 'RootClaimed', { coldkey, tao });
}

function stakeIntoBasket(exec: Exec, origin: Origin, { hotkey, amount_staked }: BuyArgs): void {
  buyIntoBasket(exec, { hotkey, coldkey: signerOf(origin) }, amount_staked);
}

/** Root baskets in place of claims by subnet. */
export const basketCalls: readonly (readonly [name: string, handler: CallHandler])[] = [
  ['SubtensorModule.claim_root', claimRoot],
  ['SubtensorModule.claim_root_with_hotkey', claimRootWithHotkey],
  ['SubtensorModule.stake_into_basket', stakeIntoBasket],
];
