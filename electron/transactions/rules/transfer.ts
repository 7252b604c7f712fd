import type { Obstacle } from '../../../shared/contract/index.ts';
import { type Rao, subRaoFloor } from '../../../shared/units/index.ts';
import { obstacle, TAO } from './obstacles.ts';
import { expendable, type Funds, remaining, transferable } from './transferable.ts';

/** All amounts in rao. */
export interface TransferTerms {
  readonly sender: Funds & { readonly consumers: number };
  readonly recipientExists: boolean;
  readonly amount: Rao;
  readonly fee: Rao;
  readonly existentialDeposit: Rao;
  /** The account may be closed by this transfer, and the person said so. */
  readonly mayClose: boolean;
  readonly reapConsent: boolean;
}

/** The most that can be sent under these terms, rao: what may leave, less the fee. */
export function mostToSend(terms: Omit<TransferTerms, 'amount'>): Rao {
  const { sender, existentialDeposit, fee, mayClose } = terms;
  return subRaoFloor(mayClose ? expendable(sender, existentialDeposit) : transferable(sender, existentialDeposit), fee);
}

/** Rao left on the sender afterwards; below the existential deposit the chain deletes the account with what is in it. */
export function leftWithSender({ sender, amount, fee }: TransferTerms): Rao {
  return remaining(sender.free, amount, fee);
}

export function closesSender(terms: TransferTerms): boolean {
  return terms.mayClose && leftWithSender(terms) < terms.existentialDeposit;
}

/** Every reason the chain would refuse the transfer, or the person should not want it, the gravest first. */
export function transferObstacles(terms: TransferTerms): Obstacle[] {
  const { sender, amount, fee, existentialDeposit, recipientExists } = terms;
  const alive = transferable(sender, existentialDeposit);
  // The chain takes the fee first and keeps the account alive while it does, whatever the call does afterwards.
  if (fee > alive) {
    return [obstacle('tx.fee_unpayable', { fee: fee.toString(), available: sender.free.toString() })];
  }
  const most = mostToSend(terms);
  const found: Obstacle[] = [];
  if (amount === 0n) found.push(obstacle('intent.amount_zero'));
  if (amount > most) found.push(tooMuch(terms, most));
  else if (closesSender(terms) && !terms.reapConsent) {
    found.push(wouldReap(existentialDeposit, subRaoFloor(alive, fee)));
  }
  if (!recipientExists && amount > 0n && amount < existentialDeposit) {
    const facts = { existentialDeposit: existentialDeposit.toString() };
    found.push(obstacle('tx.recipient_below_deposit', facts, { asset: TAO, amount: existentialDeposit }));
  }
  return found;
}

function tooMuch({ sender, amount, fee, existentialDeposit }: TransferTerms, most: Rao): Obstacle {
  const onlyTheDeposit = amount + fee <= expendable(sender, existentialDeposit);
  if (onlyTheDeposit) return wouldReap(existentialDeposit, most);
  const facts = { available: most.toString(), required: (amount + fee).toString() };
  return obstacle('tx.insufficient_balance', facts, { asset: TAO, amount: most });
}

function wouldReap(existentialDeposit: Rao, most: Rao): Obstacle {
  const facts = { existentialDeposit: existentialDeposit.toString() };
  return obstacle('tx.would_reap', facts, { asset: TAO, amount: most });
}
