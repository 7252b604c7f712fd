import type { Review } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { Rao } from '../../../shared/units/index.ts';
import type { ChainClient } from '../../chain/port.ts';
import type { JournalRecord } from '../../store/index.ts';
import { simulate } from '../plan/simulate.ts';
import { freeNonce } from '../review/nonces.ts';
import type { HeldReview } from '../review/reviews.ts';
import { feeRoseTooMuch } from '../rules/fee-rise.ts';

/** What can be told without asking the chain; asked again after the signature, which takes a while. @throws AppError tx.spec_changed, tx.plan_expired */
export function assertStillValid({ chain, unsigned }: HeldReview): void {
  const { genesisHash, specName, specVersion, transactionVersion } = chain.runtime();
  const bound = unsigned.runtime;
  if (
    genesisHash !== bound.genesisHash ||
    specName !== bound.specName ||
    specVersion !== bound.specVersion ||
    transactionVersion !== bound.transactionVersion
  ) {
    throw new AppError('tx.spec_changed', { reviewed: bound.specVersion, now: specVersion });
  }
  const best = chain.status().best?.blockNumber ?? 0;
  // The next block is the first that could hold it.
  if (best >= unsigned.deathBlock) throw new AppError('tx.plan_expired', { expiredAtBlock: unsigned.deathBlock });
}

/** @throws AppError tx.spec_changed, tx.plan_expired, tx.fee_changed, tx.nonce_changed, chain.* */
export async function assertStillHolds(held: HeldReview, pending: () => readonly JournalRecord[]): Promise<void> {
  assertStillValid(held);
  const { chain, review, unsigned } = held;
  const [fee, next] = await Promise.all([
    chain.estimateFee(unsigned.callBytes, unsigned.signer, unsigned.nonce),
    chain.getNextNonce(unsigned.signer),
  ]);
  const reviewed = review.quote.networkFee;
  if (feeRoseTooMuch(reviewed, fee)) {
    throw new AppError('tx.fee_changed', { fee: fee.toString(), reviewed: reviewed.toString() });
  }
  await assertAlphaStillPays(chain, review, fee);
  const nonce = freeNonce(next, unsigned.signer, pending());
  if (nonce !== unsigned.nonce) throw new AppError('tx.nonce_changed', { reviewed: unsigned.nonce, now: nonce });
}

/** The chain takes as much alpha as fetches the fee: when that is more than was shown, the person must see it again. */
async function assertAlphaStillPays(chain: ChainClient, { quote: { feeInAlpha } }: Review, fee: Rao): Promise<void> {
  if (feeInAlpha === undefined) return;
  const { asset, amount } = feeInAlpha;
  const fetches = asset.kind === 'tao' ? amount : (await simulate(chain, 'sell', asset.netuid, amount)).out;
  if (fetches >= fee) return;
  const place = asset.kind === 'tao' ? { netuid: 0 } : { netuid: asset.netuid, symbol: asset.symbol };
  throw new AppError('tx.fee_changed', { feeInAlpha: amount.toString(), ...place });
}
