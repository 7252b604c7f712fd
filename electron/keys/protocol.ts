import * as z from 'zod';
import { APP_ERROR_CODES, type AppErrorShape } from '../../shared/errors/index.ts';
import { zAccountId, zAccountRecord } from './account-record.ts';
import { MAX_PASSWORD_UNITS } from './material/limits.ts';

/**
 * What main and the key worker may say to each other. Both ends parse both directions with these strict schemas;
 * anything else is refused. Secrets travel towards main in three results only: beginCreate, revealMnemonic, exportJson.
 */
const zPassword = z.string().min(1).max(MAX_PASSWORD_UNITS);
/** Checked by the label rule behind the schema, so that it fails with its own code. */
const zLabel = z.string().max(256);
const zWords = z.string().min(1).max(512);
const zBytes = (min: number, max: number): z.ZodType<Uint8Array> =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length >= min && value.length <= max);
const zNothing = z.null();
const zNoParams = z.strictObject({});

export const MAX_PAYLOAD_BYTES = 1_048_576;

export const zVaultState = z.strictObject({
  exists: z.boolean(),
  locked: z.boolean(),
  /** The file is there but broken (or gone while the generation before it is there). */
  damaged: z.boolean(),
  previousAvailable: z.boolean(),
});
export type VaultState = Readonly<z.output<typeof zVaultState>>;

const zCreation = z.strictObject({
  pendingId: zAccountId,
  mnemonic: zWords,
  /** Zero-based positions that `confirmCreate` must answer. */
  ask: z.array(z.int().min(0).max(23)).length(3),
});

export const METHODS = {
  open: { params: z.strictObject({ vaultDir: z.string().min(1).max(4096) }), result: zNothing },
  state: { params: zNoParams, result: zVaultState },
  listAccounts: { params: zNoParams, result: z.array(zAccountRecord).max(1000) },
  unlock: { params: z.strictObject({ password: zPassword }), result: zNothing },
  lock: { params: zNoParams, result: zNothing },
  restorePrevious: { params: zNoParams, result: zNothing },
  createVault: { params: z.strictObject({ password: zPassword }), result: zNothing },
  changePassword: { params: z.strictObject({ oldPassword: zPassword, newPassword: zPassword }), result: zNothing },
  previewMnemonic: {
    params: z.strictObject({ mnemonic: zWords }),
    result: z.strictObject({ address: zAccountRecord.shape.address }),
  },
  beginCreate: { params: z.strictObject({ words: z.union([z.literal(12), z.literal(24)]) }), result: zCreation },
  confirmCreate: {
    params: z.strictObject({
      pendingId: zAccountId,
      answers: z.array(z.strictObject({ position: z.int().min(0).max(23), word: z.string().max(32) })).max(4),
      label: zLabel,
      password: zPassword.optional(),
    }),
    result: zAccountRecord,
  },
  importMnemonic: {
    params: z.strictObject({ mnemonic: zWords, label: zLabel, password: zPassword.optional() }),
    result: zAccountRecord,
  },
  importSeed: {
    params: z.strictObject({ seed: z.string().max(130), label: zLabel, password: zPassword.optional() }),
    result: zAccountRecord,
  },
  importJson: {
    params: z.strictObject({
      json: z.string().max(1_048_576),
      jsonPassword: z.string().max(1024),
      label: zLabel.optional(),
      password: zPassword.optional(),
    }),
    result: zAccountRecord,
  },
  renameAccount: { params: z.strictObject({ id: zAccountId, label: zLabel }), result: zNothing },
  removeAccount: { params: z.strictObject({ id: zAccountId, password: zPassword }), result: zNothing },
  revealMnemonic: {
    params: z.strictObject({ id: zAccountId, password: zPassword }),
    result: z.strictObject({ mnemonic: zWords }),
  },
  exportJson: {
    params: z.strictObject({ id: zAccountId, password: zPassword, exportPassword: zPassword }),
    result: z.strictObject({ fileName: z.string().max(128), json: z.string().max(16_384) }),
  },
  sign: {
    params: z.strictObject({
      address: zAccountRecord.shape.address,
      payload: zBytes(1, MAX_PAYLOAD_BYTES),
      password: zPassword,
    }),
    result: z.strictObject({ signature: zBytes(65, 65) }),
  },
} as const;

export type Method = keyof typeof METHODS;
export type Params<M extends Method> = z.output<(typeof METHODS)[M]['params']>;
export type Result<M extends Method> = z.output<(typeof METHODS)[M]['result']>;

/** One implementation per method; a missing one is a compile error. */
export type Handlers = { readonly [M in Method]: (params: Params<M>) => Promise<Result<M>> | Result<M> };

const METHOD_NAMES = Object.keys(METHODS) as [Method, ...Method[]];

export const zRequest = z.strictObject({ id: z.int().min(1), method: z.enum(METHOD_NAMES), params: z.unknown() });
export type Request = z.output<typeof zRequest>;

const zShape: z.ZodType<AppErrorShape> = z.strictObject({
  code: z.enum(APP_ERROR_CODES),
  facts: z.record(z.string().max(64), z.union([z.string().max(256), z.number(), z.boolean()])),
});

export const zReply = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.int().min(1), ok: z.literal(true), result: z.unknown() }),
  z.strictObject({ id: z.int().min(1), ok: z.literal(false), error: zShape }),
]);
export type Reply = z.output<typeof zReply>;
