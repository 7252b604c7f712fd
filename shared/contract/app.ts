import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { procedure, zAddressText, zAppError, zBlockRef, zNetworkId, zRao } from './schemas.ts';

export const zHostInfo = z.strictObject({
  host: z.enum(['electron', 'browser']),
  version: z.string().max(32),
  platform: z.string().max(32),
  /** False until a person has chosen a network for the first time. */
  networkChosen: z.boolean(),
  vault: z.strictObject({
    exists: z.boolean(),
    locked: z.boolean(),
    damaged: z.boolean(),
    previousAvailable: z.boolean(),
  }),
});

export const zEndpointHealth = z.strictObject({
  url: z.string().max(512),
  state: z.enum(['idle', 'connecting', 'online', 'failing', 'quarantined']),
  latencyMs: z.number().min(0).optional(),
  problem: zAppError.optional(),
});

/** The block heartbeat: what the top bar shows. */
export const zHeartbeat = z.strictObject({
  network: zNetworkId,
  phase: z.enum(['connecting', 'online', 'stale', 'offline', 'quarantined']),
  endpoints: z.array(zEndpointHealth).max(32),
  activeUrl: z.string().max(512).optional(),
  specVersion: z.int().optional(),
  best: zBlockRef.optional(),
  finalized: zBlockRef.optional(),
  sinceBestMs: z.number().min(0).optional(),
  blockTimeMs: z.number().min(0).optional(),
  problem: zAppError.optional(),
});

export const zCapabilities = z.record(z.string().max(64), z.boolean());

export const appContract = {
  info: procedure.output(zHostInfo),
  heartbeat: procedure.output(eventIterator(zHeartbeat)),
  capabilities: procedure.output(zCapabilities),
  /** The person's own input (pointer or key) in the window; the only thing that postpones the auto-lock. */
  touch: procedure.output(z.void()),
  /** Opens an allow-listed https link in the system browser. */
  openLink: procedure.input(z.strictObject({ url: z.string().max(512) })).output(z.void()),
  /** Practice network only: pays play money from the faucet. */
  faucet: procedure.input(z.strictObject({ address: zAddressText, amount: zRao })).output(z.void()),
};
