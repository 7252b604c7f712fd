import type { Intent, Quote } from '../../shared/contract/index.ts';
import { AppError, type AppErrorCode } from '../../shared/errors/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { CallSpec, UnsignedExtrinsic } from '../chain/port.ts';
import type { PlanContext } from '../transactions/plan/index.ts';
import { makeReview, PERIOD_BLOCKS } from '../transactions/review/make-review.ts';
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

async function submit({ actors, chain }: Lab, unsigned: UnsignedExtrinsic): Promise<string> {
  const signer = actors.find(({ address }) => address === unsigned.signer);
  if (signer === undefined) throw new Error(`nobody signs for ${unsigned.signer}`);
  return chain.submit(chain.assemble(unsigned, await signer.sign(unsigned.payload, { password: '' })));
}

/** Signs and hands over what was reviewed; answers the hashes in order, undefined for what was refused. */
export async function submitAll(lab: Lab, reviewed: readonly Reviewed[]): Promise<(string | undefined)[]> {
  return Promise.all(reviewed.map(async ({ held }) => (held === undefined ? undefined : submit(lab, held.unsigned))));
}

/** Signs and hands over a call as it is: what the product has no wish for, or would refuse before it is signed. */
export async function submitCall(lab: Lab, signer: Coldkey, call: CallSpec): Promise<string> {
  const { chain } = lab;
  const nonce = await chain.getNextNonce(signer);
  const callBytes = chain.encodeCall(call);
  return submit(lab, await chain.prepare({ signer, callBytes, nonce, periodBlocks: PERIOD_BLOCKS }));
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
