import { stakeFact, taoFact, wordFact } from '../facts.ts';
import type { Facts, Sentence } from '../sentence.ts';
import { REASONS } from './module-reasons.ts';

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
  const paid = stakeFact(facts, 'feeInAlpha') ?? taoFact(facts, 'fee');
  const fee = `network fee${paid === undefined ? '' : ` of ${paid}`} was paid.`;
  return { title: `${stepText(facts)}${why}`, detail: detailOf(name, fee) };
}

/** Errors after which the first question is whether the stake is still there. */
const PRICE_ERRORS: ReadonlySet<string> = new Set(['SubtensorModule.SlippageTooHigh', 'Swap.PriceLimitExceeded']);

function detailOf(name: string | undefined, fee: string): string {
  if (name !== undefined && PRICE_ERRORS.has(name))
    return `The chain refused the trade; your stake and your TAO are where they were. Only the ${fee}`;
  return `The transaction is in a block but changed nothing. The ${fee}`;
}

/** Which operation of a batch the chain stopped at, where that is known: `Step 3: `. */
function stepText(facts: Facts): string {
  const step = wordFact(facts, 'step');
  return step === undefined || !/^[1-9]\d?$/u.test(step) ? '' : `Step ${step}: `;
}
