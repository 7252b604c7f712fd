import { randomUUID } from 'node:crypto';
import type { Intent, Review } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { ChainClient } from '../../chain/port.ts';
import type { JournalRecord } from '../../store/index.ts';
import { type PlanContext, planIntent } from '../plan/index.ts';
import { warning } from '../plan/warnings.ts';
import { assertSame } from './compare/payload.ts';
import { viewOfCall } from './decoded-view.ts';
import { freeNonce } from './nonces.ts';
import type { HeldReview } from './reviews.ts';
import { riskOf } from './risk.ts';
import { assertPayload } from './unsigned-bytes.ts';

/** Blocks a signature lives: about 13 minutes at 12 s. Never immortal. */
export const PERIOD_BLOCKS = 64;
/** Time to read before an approval counts. */
export const READING_MS = 1500;

export interface ReviewClocks {
  readonly now: () => number;
  readonly monotonic: () => number;
}

/** The practice network's metadata is never proven, and nothing there is worth a warning. */
function metadataWarnings(mode: 0 | 1, networkId: string): Review['warnings'] {
  return mode === 1 || networkId === 'practice' ? [] : [warning('unproven_metadata')];
}

/**
 * Builds the exact bytes for an intent and reads them back. What the person will see is what the bytes say.
 * @throws AppError the first obstacle's own code; tx.review_mismatch when the bytes are not the wish; chain.*
 */
export async function makeReview(
  intent: Intent,
  context: PlanContext,
  pending: () => readonly JournalRecord[],
  clocks: ReviewClocks,
): Promise<HeldReview> {
  const { chain, networkId } = context;
  await chain.ready();
  const runtime = chain.runtime();
  const [{ callBytes, quote, effects, changes }, next] = await Promise.all([
    planIntent(intent, context),
    chain.getNextNonce(intent.coldkey),
  ]);
  const [blocking] = quote.obstacles;
  if (blocking !== undefined) throw new AppError(blocking.error.code, blocking.error.facts);

  const nonce = freeNonce(next, intent.coldkey, pending());
  const unsigned = await chain.prepare({ signer: intent.coldkey, callBytes, nonce, periodBlocks: PERIOD_BLOCKS });
  assertPayload(unsigned, callBytes);
  const decoded = chain.decodePayload(unsigned.payload);
  assertSame(decoded, intent, { quote, changes }, { runtime, nonce, periodBlocks: PERIOD_BLOCKS, unsigned });

  const warnings = [...quote.warnings, ...metadataWarnings(decoded.metadataHashMode, networkId)];
  const nowMs = Math.floor(clocks.now());
  const review: Review = {
    reviewId: randomUUID(),
    payloadHash: unsigned.payloadHash,
    intent,
    quote,
    call: viewOfCall(decoded.call),
    effects: [...effects],
    changes: [...changes],
    warnings,
    risk: riskOf(warnings),
    nonce,
    specVersion: decoded.specVersion,
    expiresAtBlock: unsigned.deathBlock,
    expiresAtMs: nowMs + lifeMs(chain, unsigned.deathBlock),
    approvableAtMs: nowMs + READING_MS,
  };
  return { review, unsigned, chain, network: networkId, approvableAt: clocks.monotonic() + READING_MS };
}

/** Estimated milliseconds until the last block it may be in. */
function lifeMs(chain: ChainClient, deathBlock: number): number {
  const best = chain.status().best?.blockNumber ?? deathBlock;
  return Math.max(0, deathBlock - best) * Math.floor(chain.constants().blockTimeMs);
}
