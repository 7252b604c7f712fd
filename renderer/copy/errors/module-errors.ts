import { stakeFact, subnetFact, taoFact } from '../facts.ts';
import type { Facts, Sentence } from '../sentence.ts';

type Reason = string | ((facts: Facts) => string);

/** `Pallet.Error` -> why the chain undid the call. The fee of a failed call is paid all the same. */
const REASONS: Readonly<Record<string, Reason>> = {
  'SubtensorModule.AmountTooLow': (facts) =>
    `The amount is below the smallest stake the chain accepts${minimum(facts)}.`,
  'SubtensorModule.NotEnoughBalanceToStake': 'The account had less free TAO than it was to stake.',
  'SubtensorModule.NotEnoughStakeToWithdraw': (facts) =>
    `The position held less than it was to give back${available(facts)}.`,
  'SubtensorModule.NotEnoughStake': 'The position held less stake than needed.',
  'SubtensorModule.BalanceWithdrawalError':
    'The TAO could not be taken from the account; part of it may be held or frozen.',
  'SubtensorModule.ZeroBalanceAfterWithdrawn': 'Taking that much would have closed the account.',
  'SubtensorModule.InsufficientBalance': 'The account had too little free TAO.',
  'SubtensorModule.InsufficientLiquidity': "The subnet's pool was too small for this amount. A smaller one may work.",
  'SubtensorModule.SlippageTooHigh':
    'Filling the whole amount would have crossed your limit price. Lower it, allow a partial fill or raise the tolerance.',
  'SubtensorModule.HotKeyAccountNotExists': "The chain no longer knows this validator's key.",
  'SubtensorModule.HotKeyNotRegisteredInSubNet': (facts) => `The validator is not registered on ${subnetFact(facts)}.`,
  'SubtensorModule.HotKeyNotRegisteredInNetwork': 'The validator is not registered on any subnet.',
  'SubtensorModule.NonAssociatedColdKey': 'This account does not own that hotkey.',
  'SubtensorModule.SubnetNotExists': (facts) => `There is no ${subnetFact(facts)} any more.`,
  'SubtensorModule.MechanismDoesNotExist': 'The subnet has no pool of this kind.',
  'SubtensorModule.SubtokenDisabled': (facts) => `Staking on ${subnetFact(facts)} has not begun.`,
  'SubtensorModule.StakingRateLimitExceeded':
    'The chain allows a stake change with this validator only every so many blocks. Wait and try again.',
  'SubtensorModule.TxRateLimitExceeded': 'The chain allows this only every so often. Wait and try again.',
  'SubtensorModule.StakeUnavailable': 'Part of this stake is locked.',
  'SubtensorModule.TransferDisallowed': (facts) => `The owner of ${subnetFact(facts)} switched stake transfers off.`,
  'SubtensorModule.SameNetuid': 'Origin and destination are the same subnet.',
  'SubtensorModule.CallDisabled': 'The chain has this operation switched off.',
  'SubtensorModule.DisabledTemporarily': 'The chain has this operation switched off for now.',
  'SubtensorModule.Deprecated': 'The chain no longer offers this operation.',
  'SubtensorModule.ColdkeySwapAnnounced':
    'A key swap is announced for this account, so the chain refuses other operations. If it was not you, act at once.',
  'SubtensorModule.ColdkeySwapDisputed': 'A disputed key swap holds this account.',
  'SubtensorModule.Overflow': 'The amount is too large for the chain to count with.',
  'SubtensorModule.CannotUseSystemAccount': 'The recipient belongs to the chain itself.',
  'SubtensorModule.AccountRejectsLockedAlpha': 'The recipient does not accept locked stake.',
  'SubtensorModule.ActiveLockExists': 'A lock on this stake is still running.',
  'Balances.InsufficientBalance': 'The account had too little free TAO.',
  'Balances.Expendability': 'It would have closed the sending account, which was to be kept.',
  'Balances.ExistentialDeposit': (facts) =>
    `The recipient would have received less than an account needs to exist${minimum(facts)}.`,
  'Balances.LiquidityRestrictions': 'Part of the balance is frozen and cannot be spent.',
  'Balances.VestingBalance': 'Part of the balance is vesting and cannot be spent yet.',
  'Balances.DeadAccount': 'The receiving account does not exist and cannot be made by this operation.',
  'Swap.PriceLimitExceeded': 'The price was already beyond your limit when the block was made. Ask for a new quote.',
  'Swap.InsufficientLiquidity': "The subnet's pool was too small for this amount. A smaller one may work.",
  'Swap.InsufficientInputAmount': 'The amount is too small to trade.',
  'Swap.InsufficientBalance': 'There was too little to trade.',
  'Swap.ReservesTooLow': "The subnet's pool is nearly empty, so it does not trade.",
  'Swap.ReservesOutOfBalance': "The subnet's pool is too one-sided to trade now.",
  'Swap.SwapInputTooLarge': "The amount is too large for the subnet's pool.",
  'Swap.MechanismDoesNotExist': 'The subnet has no pool.',
  'Swap.SubtokenDisabled': (facts) => `Trading on ${subnetFact(facts)} has not begun.`,
  'System.CallFiltered': 'The chain currently refuses this kind of call.',
  'Token.FundsUnavailable': 'The account had too little free TAO.',
  'Token.OnlyProvider': 'It would have closed an account that is still needed.',
  'Token.BelowMinimum': (facts) =>
    `The recipient would have received less than an account needs to exist${minimum(facts)}.`,
  'Token.CannotCreate': 'The receiving account could not be created.',
  'Token.NotExpendable': 'It would have closed the sending account, which was to be kept.',
  'Token.Frozen': 'Part of the balance is frozen and cannot be spent.',
  BadOrigin: 'This account is not allowed to do that.',
  CannotLookup: 'The chain could not find the account.',
  Exhausted: 'The block had no room left.',
};

function minimum(facts: Facts): string {
  const least = taoFact(facts, 'minimum', 'existentialDeposit', 'minStake');
  return least === undefined ? '' : ` (${least})`;
}

function available(facts: Facts): string {
  const have = stakeFact(facts, 'available');
  return have === undefined ? '' : ` (${have})`;
}

/** Names with a sentence of their own; for tests. */
export const KNOWN_MODULE_ERRORS: readonly string[] = Object.keys(REASONS);

/**
 * Why a transaction that reached a block did nothing. `reported` is `Pallet.Error` as the chain's metadata spells it; a name
 * nobody foresaw is shown as it is, because it is the best there is.
 */
export function moduleErrorSentence(reported: string | undefined, facts: Facts): Sentence {
  const name = reported === 'unknown' ? undefined : reported;
  const reason = name === undefined ? undefined : REASONS[name];
  const why =
    reason === undefined
      ? `The chain refused it${name === undefined ? '' : ` with ${name}`}.`
      : typeof reason === 'string'
        ? reason
        : reason(facts);
  const fee = taoFact(facts, 'fee');
  return {
    title: why,
    detail: `The transaction is in a block but changed nothing. The network fee${fee === undefined ? '' : ` of ${fee}`} was paid.`,
  };
}
