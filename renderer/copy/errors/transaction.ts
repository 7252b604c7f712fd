import { clause, numberFact, priceFact, stakeFact, subnetFact, taoFact, waitText, wordFact } from '../facts.ts';
import { delegationSentences } from './delegation.ts';
import { moduleErrorSentence } from './module-errors.ts';
import type { SentencesFor } from './table.ts';

const NOT_SIGNED = 'Nothing was signed.';

/** Reasons to stop before signing. */
const preflightSentences = {
  'tx.insufficient_balance': (facts) => ({
    title: 'There is not enough on this account.',
    detail: `${NOT_SIGNED} ${clause(taoFact(facts, 'available', 'transferable', 'free'), (have) => `You can use ${have}`, 'You can use less than that')}${clause(taoFact(facts, 'required', 'needed', 'amount'), (need) => `; this needs ${need} with its fee`)}. Lower the amount.`,
  }),
  'tx.fee_unpayable': (facts) => ({
    title: 'The account cannot pay the network fee.',
    detail: `${NOT_SIGNED} ${clause(taoFact(facts, 'fee', 'required'), (fee) => `The fee is ${fee}`, 'The fee comes on top')}${clause(taoFact(facts, 'available', 'free', 'transferable'), (have) => ` and ${have} is free`)}. Lower the amount or receive a little TAO first.`,
  }),
  'tx.would_reap': (facts) => ({
    title: 'This would close the account.',
    detail: `${NOT_SIGNED} Below ${taoFact(facts, 'existentialDeposit', 'minimum') ?? 'the existential deposit'} the chain deletes an account and what is left in it. Send less, or choose to close the account.`,
  }),
  'tx.recipient_below_deposit': (facts) => ({
    title: 'The recipient would receive too little to exist.',
    detail: `${NOT_SIGNED} A new account needs at least ${taoFact(facts, 'existentialDeposit', 'minimum') ?? 'the existential deposit'}. Raise the amount.`,
  }),
  'tx.below_min_stake': (facts) => ({
    title: 'This is below the smallest stake the chain accepts.',
    detail: `${NOT_SIGNED} The minimum is ${taoFact(facts, 'minimum', 'minStake', 'required') ?? 'set by the chain'}. Raise the amount.`,
  }),
  'tx.remainder_below_min': (facts) => ({
    title: 'What would be left is too small to stay staked.',
    detail: `${NOT_SIGNED} ${clause(stakeFact(facts, 'remainder'), (rest) => `${rest} would remain. `)}Unstake all of it, or leave ${clause(taoFact(facts, 'minimum', 'minStake'), (least) => `at least ${least} worth`, 'more')}.`,
  }),
  'tx.not_enough_stake': (facts) => ({
    title: 'The position is smaller than that.',
    detail: `${NOT_SIGNED} ${clause(stakeFact(facts, 'available', 'staked'), (have) => `It holds ${have}.`, 'It may have changed with the last block.')} Lower the amount or unstake all.`,
  }),
  'tx.hotkey_unknown': () => ({
    title: 'The chain does not know this validator.',
    detail: `${NOT_SIGNED} Its key may have been swapped or was never registered. Choose another one.`,
  }),
  'tx.subnet_missing': (facts) => ({
    title: `There is no ${subnetFact(facts)} on this chain.`,
    detail: `${NOT_SIGNED} It may have been removed. Choose another subnet.`,
  }),
  'tx.subnet_not_started': (facts) => ({
    title: `Staking on ${subnetFact(facts)} has not begun.`,
    detail: `${NOT_SIGNED} Its owner has not started it yet. Choose another subnet or come back later.`,
  }),
  'tx.cannot_execute': () => ({
    title: 'The pool cannot fill this amount.',
    detail: `${NOT_SIGNED} The chain's own simulation of the trade fails. Try a smaller amount.`,
  }),
  'tx.price_limit': (facts) => ({
    title: 'The price is beyond your limit.',
    detail: `${NOT_SIGNED} ${clause(priceFact(facts, 'limitPrice', 'limit'), (limit) => `The limit is ${limit}`, 'The market moved')}${clause(priceFact(facts, 'price'), (price) => `, the price now ${price}`)}. Wait, lower the amount, allow a partial fill or raise the tolerance.`,
  }),
  'tx.rate_limited': (facts) => ({
    title: 'The chain allows this only every so often.',
    detail: `${NOT_SIGNED} Try again in ${clause(numberFact(facts, 'blocks', 'waitBlocks'), (blocks) => `${blocks} blocks`, 'a few blocks')}.`,
  }),
  'tx.safe_mode': () => ({
    title: 'The chain is in safe mode.',
    detail: `${NOT_SIGNED} For now it accepts no such transaction from anybody. Your funds are untouched; try again later.`,
  }),
  'tx.coldkey_swap_pending': () => ({
    title: 'A key swap is announced for this account.',
    detail: `${NOT_SIGNED} Until it is done or cancelled the chain refuses this. If you did not announce it, act at once: somebody may hold your key.`,
  }),
  'tx.tolerance_invalid': (facts) =>
    numberFact(facts, 'tolerance') === 0
      ? {
          title: 'A tolerance of zero would let any price move refuse the trade.',
          detail: `${NOT_SIGNED} Whatever anybody else trades before it executes would make the chain refuse, and the fee would be lost. Half a percent is usual.`,
        }
      : {
          title: 'This tolerance cannot be used.',
          detail: `${NOT_SIGNED} Choose a value above 0 and up to 50 percent; half a percent is usual.`,
        },
} as const satisfies Partial<SentencesFor<'tx'>>;

const sendingSentences = {
  'tx.review_mismatch': (facts) => ({
    title: 'The prepared transaction is not the one you asked for.',
    detail: `It was thrown away and ${NOT_SIGNED.toLowerCase()} ${clause(wordFact(facts, 'field'), (field) => `The difference is in "${field}". `)}Do not use this endpoint until you know why; choose another in Settings.`,
  }),
  'tx.plan_expired': () => ({
    title: 'The review is too old.',
    detail: `${NOT_SIGNED} Ask for a fresh review; nothing you typed is lost.`,
  }),
  'tx.approval_void': () => ({
    title: 'This approval no longer holds.',
    detail: `${NOT_SIGNED} Something changed since the review. Read a fresh review and approve that one.`,
  }),
  'tx.already_submitted': () => ({
    title: 'This was already approved.',
    detail: 'It was signed once and only once. Follow it in Activity.',
  }),
  'tx.fee_changed': (facts) => {
    const alpha = stakeFact(facts, 'feeInAlpha');
    return alpha === undefined
      ? {
          title: 'The network fee rose by more than a tenth.',
          detail: `${NOT_SIGNED} ${clause(taoFact(facts, 'fee', 'now'), (fee) => `It is now ${fee}. `)}Review it again with the new fee.`,
        }
      : {
          title: 'The network fee now takes more alpha.',
          detail: `${NOT_SIGNED} The price fell, so ${alpha} no longer pays it. Review it again with the new fee.`,
        };
  },
  'tx.spec_changed': () => ({
    title: 'The chain was upgraded in the meantime.',
    detail: `${NOT_SIGNED} What you reviewed was made for the earlier runtime. Review it again.`,
  }),
  'tx.nonce_changed': () => ({
    title: 'Another transaction of this account came in between.',
    detail: `${NOT_SIGNED} Look at Activity, then review this one again.`,
  }),
  'tx.signature_invalid': () => ({
    title: 'The signature does not match what was reviewed.',
    detail: 'It was thrown away and nothing was sent. Restart Soma before trying again.',
  }),
  'tx.pool_rejected': (facts) =>
    facts['reason'] === 'bad proof'
      ? {
          title: 'The chain does not accept the proof that goes with the signature.',
          detail:
            'It will not be in any block and no fee was paid. The endpoint may have described the chain falsely: choose another in Settings, then review it again.',
        }
      : {
          title: 'The chain did not take the transaction in.',
          detail: `It will not be in any block and no fee was paid${clause(wordFact(facts, 'reason', 'rpcCode', 'code'), (reason) => ` (${reason})`)}. Review it again.`,
        },
  'tx.dispatch_failed': (facts) => moduleErrorSentence(wordFact(facts, 'error', 'name'), facts),
  'tx.expired': () => ({
    title: 'It did not get into a block in time.',
    detail: 'Its validity ended, so it can never happen; no fee was paid. It is safe to try again.',
  }),
  'tx.unknown_outcome': () => ({
    title: 'What became of it is not known yet.',
    detail:
      'It may still be in a block. Soma keeps looking; do not send it again before Activity says finalized, failed or expired.',
  }),
  'tx.cancelled': () => ({
    title: 'You cancelled it.',
    detail: NOT_SIGNED,
  }),
  'tx.too_early': (facts) => ({
    title: 'That was quick.',
    detail: `${NOT_SIGNED} Approving opens ${waitText(numberFact(facts, 'waitMs'))} after the review appears, so that there is time to read.`,
  }),
} as const satisfies Partial<SentencesFor<'tx'>>;

export const transactionSentences: SentencesFor<'tx'> = {
  ...preflightSentences,
  ...delegationSentences,
  ...sendingSentences,
};
