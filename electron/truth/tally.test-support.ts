import { alphaFeeIn } from './alpha-fees.test-support.ts';
import type { Claimed } from './claims.test-support.ts';
import type { Done } from './deeds.test-support.ts';
import type { Sight } from './look.test-support.ts';

/** How often each thing happened that a run is about. */
export class Tally {
  readonly counts = new Map<string, number>();
  /** Operations that were signed and included. */
  signed = 0;

  note(done: readonly Done[], { paid }: Pick<Claimed, 'paid'>, { injected, moves }: Sight): void {
    for (const one of done) {
      this.#deed(one);
      const isClaim = one.intent?.kind === 'root.claim' && one.outcome?.ok === true;
      if (isClaim && moves.some((move) => move.coldkey === one.coldkey)) this.#add('root.claim beside a gift');
    }
    for (const { coldkey, choice, byChain } of paid.filter(({ alpha }) => alpha > 0n)) {
      this.#add(`dividends ${choice}`);
      if (!byChain) continue;
      this.#add(`dividends ${choice} by the chain`);
      if (moves.some((move) => move.coldkey === coldkey)) this.#add('dividends by the chain beside an operation');
      if (done.some((one) => one.coldkey === coldkey && one.intent?.kind === 'root.claim' && one.outcome?.ok === true))
        this.#add('dividends by the chain beside a claim');
    }
    for (const { isEpoch } of injected) if (isEpoch) this.#add('epoch');
  }

  #deed({ intent, call, refused, outcome }: Done): void {
    if (refused === 'tx.stake_locked') this.#add('lock kept by the review');
    if (outcome === undefined) return;
    this.signed += 1;
    if (outcome.error === 'subtensorModule.StakeUnavailable') this.#add('lock kept by the chain');
    if (alphaFeeIn(outcome) !== undefined) this.#add('fee in alpha');
    if (outcome.ok) this.#add(intent?.kind ?? `${call?.call} without review`);
  }

  #add(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

/** A run without one of these would prove less than it says. */
const MUST = [
  'dividends sold',
  'dividends kept',
  'dividends kept where named',
  'dividends sold beside what is named',
  'dividends sold by the chain',
  'dividends kept by the chain',
  'dividends by the chain beside an operation',
  'dividends by the chain beside a claim',
  'root.claim beside a gift',
  'lock kept by the review',
  'lock kept by the chain',
  'lock_stake without review',
  'fee in alpha',
  'stake.transfer',
  'epoch',
];

export const missing = ({ counts }: Tally): string[] => MUST.filter((what) => !counts.has(what));
