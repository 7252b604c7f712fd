import type { WARNING_CODES, Warning } from '../../shared/contract/index.ts';
import { aboutBlocksText } from '../lib/time-text.ts';
import { blockCountText, clause, stakeFact, subnetFact, takeFact, taoFact } from './facts.ts';
import type { Facts, Sentence } from './sentence.ts';

export type WarningCode = (typeof WARNING_CODES)[number];

/** `stop`: read this or lose funds; `care`: unusual; `note`: good to know. */
export type WarningWeight = 'stop' | 'care' | 'note';

interface WarningCopy {
  readonly weight: WarningWeight;
  readonly sentence: (facts: Facts) => Sentence;
}

const percent = (facts: Facts): string => {
  const ppm = Number(facts['priceImpact'] ?? facts['impact'] ?? Number.NaN);
  return Number.isInteger(ppm) && ppm >= 0
    ? `${Math.floor(ppm / 10_000)}.${String(ppm % 10_000)
        .padStart(4, '0')
        .slice(0, 2)} %`
    : 'a lot';
};

/** Facts of a warning are all text; netuids among them are numbers to the sentences. */
function wide(facts: Facts): Facts {
  const netuid = facts['netuid'];
  return typeof netuid === 'string' && /^\d{1,5}$/u.test(netuid) ? { ...facts, netuid: Number(netuid) } : facts;
}

function countFact(facts: Facts): number | undefined {
  const count = facts['count'];
  return typeof count === 'string' && /^\d{1,5}$/u.test(count) ? Number(count) : undefined;
}

/** A whole number that came as text. */
function wholeFact(facts: Facts, name: string): number | undefined {
  const fact = facts[name];
  return typeof fact === 'string' && /^\d{1,16}$/u.test(fact) ? Number(fact) : undefined;
}

const HELD_ALL = 'Root stake with this validator';
const HELD: Readonly<Record<string, string>> = {
  rest: 'The root stake that is left with this validator',
  recipient: "The recipient's root stake with this validator",
};

/** What comes of a lock that nobody told of, by what it stands in the way of. */
function lockedOutcome(way: Facts[string] | undefined): string {
  const costs = 'a refusal leaves your stake where it is and costs the network fee';
  if (way === 'go_along') return `a part of the lock goes to the recipient or the chain refuses the transfer; ${costs}`;
  if (way === 'fee')
    return 'the rest may be too little to pay the network fee; then nothing happens and nothing is paid';
  return `the chain refuses all of it; ${costs}`;
}

const WARNINGS: Readonly<Record<WarningCode, WarningCopy>> = {
  closes_account: {
    weight: 'stop',
    sentence: (facts) => ({
      title: 'This closes the sending account.',
      detail: `${facts['lost'] === '0' ? '' : clause(taoFact(facts, 'lost', 'remainder'), (lost) => `What is left (${lost}) is destroyed. `)}Stake stays, but with no TAO the account cannot pay a fee until it receives some.`,
    }),
  },
  recipient_lookalike: {
    weight: 'stop',
    sentence: () => ({
      title: 'The recipient looks like an address you know, but is another one.',
      detail:
        'Both begin and end alike. This is how copied addresses are swapped: compare every group before going on.',
    }),
  },
  impact_strong: {
    weight: 'stop',
    sentence: (facts) => ({
      title: `This trade moves the price against you by ${percent(facts)}.`,
      detail: 'The pool is small for this amount. A smaller amount, or several over time, loses less.',
    }),
  },
  no_price_limit: {
    weight: 'stop',
    sentence: () => ({
      title: 'This trade has no price limit.',
      detail: 'The connected runtime offers none for it, so you get whatever the price is when it executes.',
    }),
  },
  forfeits_dividends: {
    weight: 'stop',
    sentence: (facts) => ({
      title: `Unclaimed root dividends${clause(taoFact(facts, 'amount'), (worth) => ` worth about ${worth}`)} are lost.`,
      detail:
        'The chain forgets what it owes to root stake that leaves. Claim first, then come back: what is claimed is yours.',
    }),
  },
  unproven_metadata: {
    weight: 'care',
    sentence: () => ({
      title: 'The chain cannot prove its description of itself.',
      detail:
        'The runtime was built without a metadata hash, so a lying endpoint would not be caught by the signature. Use an endpoint you trust.',
    }),
  },
  recipient_is_hotkey: {
    weight: 'care',
    sentence: () => ({
      title: "The recipient is a validator's hotkey.",
      detail: 'Sending TAO to a hotkey does not stake it. To delegate, use Stake instead.',
    }),
  },
  recipient_new_to_chain: {
    weight: 'care',
    sentence: () => ({
      title: 'The recipient has no balance on this chain.',
      detail: 'It may be new, or mistyped by its owner. A transfer cannot be called back.',
    }),
  },
  recipient_first_time: {
    weight: 'care',
    sentence: () => ({
      title: 'You have not sent to this address before.',
      detail: 'Compare it with its source, group by group. A transfer cannot be called back.',
    }),
  },
  impact_notable: {
    weight: 'care',
    sentence: (facts) => ({
      title: `This trade moves the price against you by ${percent(facts)}.`,
      detail: 'A smaller amount loses less.',
    }),
  },
  not_validating_here: {
    weight: 'care',
    sentence: (facts) => ({
      title: `This validator has no permit on ${subnetFact(wide(facts))}.`,
      detail: 'Without one it earns nothing there for those who stake with it.',
    }),
  },
  take_rose: {
    weight: 'care',
    sentence: (facts) => ({
      title: `This validator raised its take${clause(takeFact(wide(facts), 'from'), (from) => ` from ${from}`)}${clause(takeFact(wide(facts), 'to'), (to) => ` to ${to}`)}.`,
      detail: 'It keeps a larger part of what your stake earns than before, and may raise it again.',
    }),
  },
  moves_lock: {
    weight: 'care',
    sentence: (facts) => ({
      title: 'A part of your lock goes along.',
      detail: `${clause(stakeFact(wide(facts), 'locked', 'amount'), (locked) => `${locked} of it is locked. `)}The lock then belongs to the recipient, with its conviction.`,
    }),
  },
  holds_root_stake: {
    weight: 'care',
    sentence: (facts) => ({
      title: `${HELD[String(facts['whose'])] ?? HELD_ALL} can then not leave ${clause(wholeFact(facts, 'blocks'), (blocks) => `for ${blockCountText(blocks)}${clause(wholeFact(facts, 'blockTimeMs'), (ms) => `, ${aboutBlocksText(blocks, ms)}`)}`, 'for a while')}.`,
      detail:
        'The chain holds root stake after every change of it. Until then it can be neither unstaked, moved, swapped nor transferred; adding to it or claiming begins the wait anew.',
    }),
  },
  locks_unknown: {
    weight: 'care',
    sentence: (facts) => ({
      title: 'Whether a lock holds part of this stake is not known.',
      detail: `The endpoint did not say how much of it may leave. If a lock holds some, ${lockedOutcome(facts['locks'])}.`,
    }),
  },
  positions_skipped: {
    weight: 'care',
    sentence: (facts) => ({
      title: `${clause(countFact(facts), (count) => (count === 1 ? '1 position stays' : `${count} positions stay`), 'Some positions stay')} where ${countFact(facts) === 1 ? 'it is' : 'they are'}.`,
      detail: 'The list says why for each. Everything else is unstaked.',
    }),
  },
  positions_left: {
    weight: 'care',
    sentence: (facts) => ({
      title: 'Not everything fits into one transaction.',
      detail: `${clause(countFact(facts), (count) => `${count === 1 ? '1 position is' : `${count} positions are`} left for a second one. `)}Run it again when this one is final.`,
    }),
  },
  fee_in_alpha: {
    weight: 'note',
    sentence: (facts) => ({
      title: 'The network fee is paid in alpha.',
      detail: `There is too little free TAO for it, so the chain takes ${clause(stakeFact(wide(facts), 'amount', 'feeInAlpha', 'alpha'), (amount) => `at most ${amount}`, 'its worth')} from the position at the price now.`,
    }),
  },
  leaves_little_for_fees: {
    weight: 'care',
    sentence: (facts) => ({
      title: 'Little TAO is left for fees.',
      detail: `${clause(taoFact(facts, 'remainder', 'left', 'after'), (left) => `${left} stays on the account. `)}Unstaking and sending need a fee too.`,
    }),
  },
  partial_fill: {
    weight: 'note',
    sentence: () => ({
      title: 'Only a part may be filled.',
      detail: 'What does not fit within your limit price stays where it is.',
    }),
  },
  practice_network: {
    weight: 'note',
    sentence: () => ({
      title: 'Practice network.',
      detail: 'This is play money; nothing here is worth anything.',
    }),
  },
};

const WEIGHT_ORDER: Readonly<Record<WarningWeight, number>> = { stop: 0, care: 1, note: 2 };

export interface WarningText extends Sentence {
  readonly code: WarningCode;
  readonly weight: WarningWeight;
}

/** Warnings in words, the weightiest first, each code once. */
export function warningTexts(warnings: readonly Warning[]): readonly WarningText[] {
  const unique = [...new Map(warnings.map((warning) => [warning.code, warning])).values()];
  return unique
    .map(({ code, facts }) => ({ code, weight: WARNINGS[code].weight, ...WARNINGS[code].sentence(facts) }))
    .sort((a, b) => WEIGHT_ORDER[a.weight] - WEIGHT_ORDER[b.weight]);
}
