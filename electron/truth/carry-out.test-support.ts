import type { Intent, Quote } from '../../shared/contract/index.ts';
import { AppError, type AppErrorCode } from '../../shared/errors/index.ts';
import type { PlanContext } from '../transactions/plan/index.ts';
import { makeReview } from '../transactions/review/make-review.ts';
import type { HeldReview } from '../transactions/review/reviews.ts';
import type { Lab } from './lab.test-support.ts';
import type { RawOutcome } from './raw-chain.test-support.ts';

/** Everything of the product that stands between a wish and its bytes, without window, journal and vault. */
export function contextOf({ chain }: Lab): PlanContext {
  return {
    chain,
    networkId: 'local',
    symbolOf: () => Promise.resolve('α'),
    hasPermit: () => undefined,
    isOwn: () => true,
    knownAddresses: () => [],
    pastRecipients: () => new Set(),
  };
}

const CLOCKS = { now: () => 1_700_000_000_000, monotonic: () => 0 };

export type Reviewed =
  | { readonly held: HeldReview; readonly quote: Quote; readonly refused?: undefined }
  /** The first obstacle's code: nothing was signed. */
  | { readonly refused: AppErrorCode; readonly held?: undefined };

/** Bytes for each intent as the window would review them, all against the same block. */
export function reviewAll(lab: Lab, intents: readonly Intent[]): Promise<Reviewed[]> {
  const context = contextOf(lab);
  return Promise.all(
    intents.map(async (intent): Promise<Reviewed> => {
      try {
        const held = await makeReview(intent, context, () => [], CLOCKS);
        return { held, quote: held.review.quote };
      } catch (error) {
        const known = AppError.find(error);
        if (known === undefined || !known.code.match(/^(tx|intent)\./u)) throw error;
        return { refused: known.code };
      }
    }),
  );
}

/** Signs and hands over what was reviewed; answers the hashes in order, undefined for what was refused. */
export async function submitAll(lab: Lab, reviewed: readonly Reviewed[]): Promise<(string | undefined)[]> {
  const signers = new Map(lab.actors.map((one) => [one.address, one]));
  return Promise.all(
    reviewed.map(async ({ held }) => {
      if (held === undefined) return undefined;
      const { unsigned } = held;
      const signer = signers.get(unsigned.signer);
      if (signer === undefined) throw new Error(`nobody signs for ${unsigned.signer}`);
      const signature = await signer.sign(unsigned.payload, { password: '' });
      return lab.chain.submit(lab.chain.assemble(unsigned, signature));
    }),
  );
}

/** What became of each hash in the best block. @throws Error when one is not in it */
export async function outcomesOf(
  { net, raw }: Lab,
  hashes: readonly (string | undefined)[],
): Promise<(RawOutcome | undefined)[]> {
  const found = await raw.outcomes(net.control.best.hash);
  return hashes.map((hash) => {
    if (hash === undefined) return undefined;
    const outcome = found.get(hash);
    if (outcome === undefined) throw new Error(`not in block ${net.control.best.number}: ${hash}`);
    return outcome;
  });
}
