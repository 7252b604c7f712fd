import { stakeFact, subnetFact, takeFact, taoFact } from '../facts.ts';
import type { Facts } from '../sentence.ts';

/** A sentence, or one that needs facts. */
export type Reason = string | ((facts: Facts) => string);

/** What the chain says when the pool moved further than the person allowed. */
const BEYOND_LIMIT = 'The price moved beyond your limit.';

/** `Pallet.Error` -> why the chain undid the call. The fee of a failed call is paid all the same. */
export const REASONS: Readonly<Record<string, Reason>> = {
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
  'SubtensorModule.SlippageTooHigh': BEYOND_LIMIT,
  'SubtensorModule.HotKeyAccountNotExists': "The chain no longer knows this validator's key.",
  'SubtensorModule.HotKeyNotRegisteredInSubNet': (facts) => `The validator is not registered on ${subnetFact(facts)}.`,
  'SubtensorModule.HotKeyNotRegisteredInNetwork': 'The validator is not registered on any subnet.',
  'SubtensorModule.NonAssociatedColdKey': 'This account does not own that hotkey.',
  'SubtensorModule.SubnetNotExists': (facts) => `There is no ${subnetFact(facts)} any more.`,
  'SubtensorModule.MechanismDoesNotExist': 'The subnet has no pool of this kind.',
  'SubtensorModule.SubtokenDisabled': (facts) => `Staking on ${subnetFact(facts)} has not begun.`,
  'SubtensorModule.StakingOperationRateLimitExceeded':
    'Stake that was just added cannot leave in the same block. Wait a block and try again.',
  'SubtensorModule.StakingRateLimitExceeded':
    'The chain allows a stake change with this validator only every so many blocks. Wait and try again.',
  'SubtensorModule.TxRateLimitExceeded': 'The chain allows this only every so often. Wait and try again.',
  'SubtensorModule.StakeUnavailable': 'Part of this stake is locked.',
  'SubtensorModule.RootStakeLocked':
    'Root stake that changed a short while ago cannot leave yet. The chain holds it for some time after every change and claim.',
  'SubtensorModule.TransferDisallowed': (facts) => `The owner of ${subnetFact(facts)} switched stake transfers off.`,
  'SubtensorModule.SameNetuid': 'Origin and destination are the same subnet.',
  'SubtensorModule.SubNetworkDoesNotExist': (facts) => `There is no ${subnetFact(facts)} any more.`,
  'SubtensorModule.LockHotkeyMismatch':
    "Locked stake would have gone along, and the recipient's lock is with a different validator.",
  'SubtensorModule.InsufficientStakeForLock': 'The lock needs more stake than would have stayed.',
  'SubtensorModule.CannotUnstakeLock': "The subnet owner's locked stake cannot be unstaked.",
  'SubtensorModule.ZeroMaxStakeAmount': 'Nothing of it could be traded within your limit price.',
  'SubtensorModule.HotKeyNotDelegateAndSignerNotOwnHotKey': 'This validator takes no stake from others.',
  'SubtensorModule.NomStakeBelowMinimumThreshold': (facts) =>
    `What stays would be below the smallest stake the chain accepts${minimum(facts)}.`,
  'SubtensorModule.StakeToWithdrawIsZero': 'The amount to unstake was zero.',
  'SubtensorModule.StakeRateLimitExceeded':
    'The chain allows only so many stake changes in a while. Wait and try again.',
  'SubtensorModule.UnstakeRateLimitExceeded':
    'The chain allows only so many stake changes in a while. Wait and try again.',
  'SubtensorModule.PrecisionLoss': 'The amount is too small for the chain to count with.',
  'SubtensorModule.DelegateTakeTooHigh': (facts) =>
    `The chain allows no take that high${bound(facts, 'maximum', 'takeMax', 'max')}.`,
  'SubtensorModule.DelegateTakeTooLow': (facts) =>
    `The chain allows no take that low${bound(facts, 'minimum', 'takeMin', 'min')}, or it was not the direction this call is for.`,
  'SubtensorModule.DelegateTxRateLimitExceeded':
    'The take was changed too recently to be raised. It may be lowered at any time.',
  'SubtensorModule.SameAutoStakeHotkeyAlreadySet': 'Mining rewards already go to this validator.',
  'SubtensorModule.InvalidSubnetNumber': 'The chain accepts one to five subnets in one claim.',
  'SubtensorModule.InvalidRootClaimThreshold': 'The chain refuses a claim below its threshold.',
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
  'Swap.PriceLimitExceeded': BEYOND_LIMIT,
  'Swap.InsufficientLiquidity': "The subnet's pool was too small for this amount. A smaller one may work.",
  'Swap.InsufficientInputAmount': 'The amount is too small to trade.',
  'Swap.InsufficientBalance': 'There was too little to trade.',
  'Swap.ReservesTooLow': "The subnet's pool is nearly empty, so it does not trade.",
  'Swap.ReservesOutOfBalance': "The subnet's pool is too one-sided to trade now.",
  'Swap.SwapInputTooLarge': "The amount is too large for the subnet's pool.",
  'Swap.MechanismDoesNotExist': 'The subnet has no pool.',
  'Swap.SubtokenDisabled': (facts) => `Trading on ${subnetFact(facts)} has not begun.`,
  'Swap.Deprecated': 'The chain no longer offers this operation.',
  'Swap.LiquidityNotFound': "The subnet's pool had nothing to trade with.",
  'Swap.TooManySwapSteps': "The amount is too large for the subnet's pool to fill in one go.",
  'Utility.TooManyCalls': 'It held more operations than the chain takes at once.',
  'SafeMode.Entered': 'The chain is in safe mode and refuses this for now.',
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

function bound(facts: Facts, ...names: readonly string[]): string {
  const take = takeFact(facts, ...names);
  return take === undefined ? '' : ` (${take})`;
}

function available(facts: Facts): string {
  const have = stakeFact(facts, 'available');
  return have === undefined ? '' : ` (${have})`;
}
