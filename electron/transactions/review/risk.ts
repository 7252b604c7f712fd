import type { Review, Warning } from '../../../shared/contract/index.ts';

/** How much a warning raises the stakes of the whole transaction. */
const RISK: Readonly<Record<Warning['code'], Review['risk']>> = {
  closes_account: 'danger',
  recipient_lookalike: 'danger',
  impact_strong: 'danger',
  no_price_limit: 'danger',
  forfeits_dividends: 'danger',
  recipient_new_to_chain: 'careful',
  recipient_first_time: 'careful',
  recipient_is_hotkey: 'careful',
  impact_notable: 'careful',
  unproven_metadata: 'careful',
  leaves_little_for_fees: 'careful',
  not_validating_here: 'careful',
  take_rose: 'careful',
  moves_lock: 'careful',
  holds_root_stake: 'careful',
  locks_unknown: 'careful',
  positions_skipped: 'careful',
  positions_left: 'careful',
  fee_in_alpha: 'routine',
  partial_fill: 'routine',
  practice_network: 'routine',
};
const RANK: Readonly<Record<Review['risk'], number>> = { routine: 0, careful: 1, danger: 2 };

/** The tier of the gravest warning. */
export function riskOf(warnings: readonly Warning[]): Review['risk'] {
  return warnings
    .map(({ code }) => RISK[code])
    .reduce((worst, risk) => (RANK[risk] > RANK[worst] ? risk : worst), 'routine');
}
