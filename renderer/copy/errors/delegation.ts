import { aboutBlocksText, blockText } from '../../lib/time-text.ts';
import { blockCountText, clause, numberFact, stakeFact, subnetFact, takeFact, taoFact, wordFact } from '../facts.ts';
import type { Facts } from '../sentence.ts';
import type { SentencesFor } from './table.ts';

const NOT_SIGNED = 'Nothing was signed.';

/** How long so many blocks take, where the facts say it. */
function waitOf(facts: Facts): string | undefined {
  const [blocks, blockTimeMs] = [numberFact(facts, 'blocks'), numberFact(facts, 'blockTimeMs')];
  return blocks === undefined || blockTimeMs === undefined ? undefined : aboutBlocksText(blocks, blockTimeMs);
}

/** What of a position may be sold for a fee, with the verb: a lock may hold the rest. */
function sellable(facts: Facts): string {
  const have = stakeFact(facts, 'available');
  if (have === undefined) return 'the stake is';
  return clause(
    stakeFact(facts, 'held'),
    (held) => `${have}, all that no lock holds of ${held}, is`,
    `${have} of stake is`,
  );
}

const locks = {
  'tx.stake_locked': (facts) => ({
    title: 'Part of this stake is locked.',
    detail: `${NOT_SIGNED} ${clause(stakeFact(facts, 'available'), (free) => `${free} can be moved now.`, 'A lock on it has not run out.')} Lower the amount.`,
  }),
  'tx.root_stake_held': (facts) => {
    if (facts['reason'] === 'step')
      return {
        title: 'An earlier step changes this root stake, and the chain then holds it.',
        detail: `${NOT_SIGNED} It could leave again ${clause(waitOf(facts), (wait) => `in ${wait}`, 'after a while')}. Make two transactions of them, this one first, or remove one.`,
      };
    return {
      title: 'Root stake that changed a short while ago stays for now.',
      detail: `${NOT_SIGNED} The chain holds root stake for a while after it is added to, taken from or claimed into. ${clause(numberFact(facts, 'fromBlock'), (block) => `It can leave from block ${blockText(block)}`, 'It can leave later')}${clause(waitOf(facts), (wait) => `, in ${wait}`)}.`,
    };
  },
  'tx.transfer_disallowed': (facts) => ({
    title: `Stake on ${subnetFact(facts)} cannot be transferred.`,
    detail: `${NOT_SIGNED} Its owner switched transfers off. You can still unstake and send TAO.`,
  }),
  'tx.recipient_rejects_lock': (facts) => ({
    title: 'The recipient does not accept locked stake.',
    detail: `${NOT_SIGNED} This amount would take a part of your lock along. ${clause(stakeFact(facts, 'available'), (free) => `Transfer at most ${free}, which no lock holds,`, 'Transfer less, so that the lock stays behind,')} or ask the recipient to accept locked stake.`,
  }),
  'tx.recipient_lock_mismatch': (facts) => ({
    title: "The recipient's lock here is with a different validator.",
    detail: `${NOT_SIGNED} Locked stake can only join a lock with the same validator. ${clause(stakeFact(facts, 'available'), (free) => `Transfer at most ${free}, which no lock holds.`, 'Transfer less, so that the lock stays behind.')}`,
  }),
} as const satisfies Partial<SentencesFor<'tx'>>;

const several = {
  'tx.same_place': () => ({
    title: 'Origin and destination are the same.',
    detail: `${NOT_SIGNED} It would only cost the fee. Choose another validator or another subnet.`,
  }),
  'tx.step_blocked': (facts) => ({
    title: `${clause(numberFact(facts, 'step'), (step) => `Step ${step}`, 'One step')} cannot be done, so none will be.`,
    detail: `${NOT_SIGNED} All steps happen together or not at all. Change that step or remove it.`,
  }),
  'tx.steps_conflict': (facts) => ({
    title: `Another step goes the other way on ${subnetFact(facts)}.`,
    detail: `${NOT_SIGNED} One adds to what the other takes from, so the chain cannot say in advance what both together would do. Make two transactions of them, or remove one.`,
  }),
  'tx.two_steps_needed': (facts) => {
    if (facts['reason'] === 'fee')
      return {
        title: 'Without free TAO this takes two steps.',
        detail: `${NOT_SIGNED} A move to another validator and another subnet at once cannot pay its fee${clause(taoFact(facts, 'fee'), (fee) => ` of ${fee}`)} in alpha; each half alone can. Move it to the other validator on the same subnet first, which costs no swap fee; then swap the subnet.`,
      };
    if (facts['reason'] === 'hold')
      return {
        title: 'From root this takes two transactions.',
        detail: `${NOT_SIGNED} The chain holds root stake that went to another validator on root, so it could not go on to the subnet. Swap the subnet with the same validator first; then move the stake to the other validator there, which costs no swap fee.`,
      };
    return {
      title: 'This runtime cannot do it at once within a price limit.',
      detail: `${NOT_SIGNED} It does not let stake be moved twice in one block. Move it to the other validator on the same subnet first, which costs no swap fee; then, a block later, swap the subnet.`,
    };
  },
  'tx.nothing_to_exit': () => ({
    title: 'There is nothing that could be unstaked.',
    detail: `${NOT_SIGNED} No position fits the choice, or all of them are locked or cannot be sold now.`,
  }),
  'tx.fee_alpha_unpayable': (facts) => ({
    title: 'The position cannot pay the network fee either.',
    detail: `${NOT_SIGNED} There is too little free TAO for the fee${clause(taoFact(facts, 'fee'), (fee) => ` of ${fee}`)}, and ${sellable(facts)} too little to pay it in alpha. Receive a little TAO first.`,
  }),
} as const satisfies Partial<SentencesFor<'tx'>>;

const settings = {
  'tx.already_set': () => ({
    title: 'This is already so.',
    detail: `${NOT_SIGNED} It would change nothing and cost the fee.`,
  }),
  'tx.not_registered_here': (facts) => ({
    title: `This validator is not registered on ${subnetFact(facts)}.`,
    detail: `${NOT_SIGNED} Choose one that is.`,
  }),
  'tx.not_own_hotkey': () => ({
    title: 'This account does not own that validator.',
    detail: `${NOT_SIGNED} Only the account that owns a validator may change its take.`,
  }),
  'tx.take_too_high': (facts) => ({
    title: 'The chain allows no take that high.',
    detail: `${NOT_SIGNED} ${clause(takeFact(facts, 'maximum', 'takeMax', 'max'), (most) => `The most is ${most}.`, 'Choose a lower one.')}`,
  }),
  'tx.take_too_low': (facts) => ({
    title: 'The chain allows no take that low.',
    detail: `${NOT_SIGNED} ${clause(takeFact(facts, 'minimum', 'takeMin', 'min'), (least) => `The least is ${least}.`, 'Choose a higher one.')}`,
  }),
  'tx.take_too_soon': (facts) => ({
    title: 'The take was changed too recently to be raised.',
    detail: `${NOT_SIGNED} ${clause(numberFact(facts, 'raisableFrom', 'fromBlock', 'block'), (block) => `It may be raised from block ${blockText(block)} on`, 'It may be raised later')}${clause(numberFact(facts, 'blocks', 'waitBlocks'), (blocks) => `, in ${blockCountText(blocks)}`)}. It may be lowered at any time.`,
  }),
  'tx.nothing_to_claim': (facts) => ({
    title: `There is nothing to claim${clause(wordFact(facts, 'netuid'), () => ` on ${subnetFact(facts)}`)}.`,
    detail: `${NOT_SIGNED} What is owed is still below what a claim takes${clause(stakeFact(facts, 'threshold', 'minimum'), (least) => ` (${least})`)}; the claim would only cost the fee. Come back when more has been earned.`,
  }),
} as const satisfies Partial<SentencesFor<'tx'>>;

/** Reasons to stop that only delegation knows. */
export const delegationSentences = { ...locks, ...several, ...settings };
