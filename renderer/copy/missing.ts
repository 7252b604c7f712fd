import type { Sentence } from './sentence.ts';

/** An operation the connected runtime may not have. */
export type MissingCapability =
  | 'move'
  | 'swap'
  | 'transfer'
  | 'batch'
  | 'auto_stake'
  | 'root_claims'
  | 'root_baskets'
  | 'take';

const WHAT_ELSE = 'It appears here by itself once the chain is upgraded to one that has it.';

const SENTENCES: Readonly<Record<MissingCapability, Sentence>> = {
  move: {
    title: 'The connected runtime cannot move stake between validators.',
    detail: `It lacks the call move_stake. Unstaking and staking again does the same in two transactions. ${WHAT_ELSE}`,
  },
  swap: {
    title: 'The connected runtime cannot swap stake between subnets.',
    detail: `It lacks the call swap_stake. Unstaking and staking again does the same in two transactions. ${WHAT_ELSE}`,
  },
  transfer: {
    title: 'The connected runtime cannot transfer stake to another account.',
    detail: `It lacks the call transfer_stake. You can unstake and send TAO. ${WHAT_ELSE}`,
  },
  batch: {
    title: 'The connected runtime cannot do several operations at once.',
    detail: `It lacks the call batch_all, which does all of them or none. Do them one by one. ${WHAT_ELSE}`,
  },
  auto_stake: {
    title: 'The connected runtime has no auto-stake destination.',
    detail: `It lacks the call set_coldkey_auto_stake_hotkey: mining rewards stay with the miner's own key. ${WHAT_ELSE}`,
  },
  root_claims: {
    title: 'The connected runtime has no root dividends per subnet.',
    detail: `It lacks the calls claim_root and set_root_claim_type, so there is nothing to choose or claim. ${WHAT_ELSE}`,
  },
  root_baskets: {
    title: 'The connected runtime has no root baskets.',
    detail: `They came with later runtimes than this one. ${WHAT_ELSE}`,
  },
  take: {
    title: 'The connected runtime does not let a take be changed.',
    detail: `It lacks the calls increase_take and decrease_take. ${WHAT_ELSE}`,
  },
};

/** What is missing and why, in place of a form that could do nothing. */
export function missingSentence(missing: MissingCapability): Sentence {
  return SENTENCES[missing];
}
