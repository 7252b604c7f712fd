import { oc } from '@orpc/contract';
import * as z from 'zod';
import { NETWORK_IDS } from '../constants/networks.ts';
import { isAddress } from '../domain/address.ts';
import { APP_ERROR_CODES } from '../errors/index.ts';
import type { AlphaRao, Coldkey, Hotkey, Netuid, Ppm, Rao, RaoPerAlpha, Take } from '../units/index.ts';
import { MAX_U64 } from '../units/index.ts';

const u64 = z.bigint().min(0n).max(MAX_U64);
const ss58 = z.string().max(64).refine(isAddress, 'not a prefix-42 address');

/** Balance in rao. */
export const zRao = u64.transform((value) => value as Rao);
/** Alpha base units; its netuid stands beside it in every schema that uses it. */
export const zAlphaRao = u64.transform((value) => value as AlphaRao);
/** Rao per whole alpha. */
export const zPrice = z
  .bigint()
  .min(0n)
  .transform((value) => value as RaoPerAlpha);
export const zNetuid = z
  .int()
  .min(0)
  .max(65_535)
  .transform((value) => value as Netuid);
/** Parts per million of a tolerance or an impact. */
export const zPpm = z
  .int()
  .min(0)
  .max(1_000_000)
  .transform((value) => value as Ppm);
export const zTake = z
  .int()
  .min(0)
  .max(65_535)
  .transform((value) => value as Take);
export const zColdkey = ss58.transform((text) => text as Coldkey);
export const zHotkey = ss58.transform((text) => text as Hotkey);
export const zAddressText = ss58;

export const zHash = z.string().regex(/^0x[0-9a-f]{64}$/u);
export const zNetworkId = z.enum(NETWORK_IDS);
/** A password as typed; the cap keeps a hostile caller from feeding the KDF megabytes. */
export const zPassword = z.string().min(1).max(1024);
export const zLabel = z.string().trim().min(1).max(64);
/** Text that came from the chain: capped here, sanitised where it is shown. */
export const zHostileText = z.string().max(2048);
export const zBlockRef = z.strictObject({ blockNumber: z.int().min(0), blockHash: zHash });
export const zTimeMs = z.int().min(0);

const zFacts = z.record(z.string().max(64), z.union([z.string().max(2048), z.number(), z.boolean()]));
export const zAppError = z.strictObject({ code: z.enum(APP_ERROR_CODES), facts: zFacts });

/** Every procedure fails with one typed error whose data is a closed code and plain facts. */
export const procedure = oc.errors({ APP_ERROR: { data: zAppError } });
