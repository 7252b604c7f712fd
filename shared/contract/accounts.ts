import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { procedure, zColdkey, zLabel, zPassword } from './schemas.ts';

export const zAccountId = z.string().regex(/^[a-z0-9-]{8,64}$/u);
const zMnemonicText = z.string().min(1).max(512);

export const zAccount = z.strictObject({
  id: zAccountId,
  label: zLabel,
  address: zColdkey,
  signer: z.enum(['hot']),
  cryptoType: z.enum(['sr25519', 'ed25519']),
  /** True when the words are kept too (created or imported by mnemonic), so that they can be shown again. */
  hasMnemonic: z.boolean(),
});

export const zVaultState = z.strictObject({
  exists: z.boolean(),
  locked: z.boolean(),
  damaged: z.boolean(),
  previousAvailable: z.boolean(),
});

export const accountsContract = {
  /** Vault state now and after every change (unlock, lock, auto-lock). */
  vault: procedure.output(eventIterator(zVaultState)),
  list: procedure.output(z.array(zAccount).max(1000)),
  unlock: procedure.input(z.strictObject({ password: zPassword })).output(z.void()),
  lock: procedure.output(z.void()),
  restorePrevious: procedure.output(z.void()),
  changePassword: procedure.input(z.strictObject({ oldPassword: zPassword, newPassword: zPassword })).output(z.void()),
  /** Makes new words inside the key worker and shows them once, with the positions that will be asked. */
  beginCreate: procedure
    .input(z.strictObject({ words: z.union([z.literal(12), z.literal(24)]) }))
    .output(
      z.strictObject({ pendingId: zAccountId, mnemonic: zMnemonicText, ask: z.array(z.int().min(0).max(23)).max(4) }),
    ),
  /** Checks the written-down words and stores the account. `password` makes the vault if there is none yet. */
  confirmCreate: procedure
    .input(
      z.strictObject({
        pendingId: zAccountId,
        answers: z.array(z.strictObject({ position: z.int().min(0).max(23), word: z.string().max(32) })).max(4),
        label: zLabel,
        password: zPassword.optional(),
      }),
    )
    .output(zAccount),
  importMnemonic: procedure
    .input(z.strictObject({ mnemonic: zMnemonicText, label: zLabel, password: zPassword.optional() }))
    .output(zAccount),
  importSeed: procedure
    .input(z.strictObject({ seed: z.string().max(130), label: zLabel, password: zPassword.optional() }))
    .output(zAccount),
  importJson: procedure
    .input(
      z.strictObject({
        json: z.string().max(1_048_576),
        jsonPassword: z.string().max(1024),
        label: zLabel.optional(),
        password: zPassword.optional(),
      }),
    )
    .output(zAccount),
  /** Address the words would give, before anything is saved. */
  previewMnemonic: procedure
    .input(z.strictObject({ mnemonic: zMnemonicText }))
    .output(z.strictObject({ address: zColdkey })),
  rename: procedure.input(z.strictObject({ id: zAccountId, label: zLabel })).output(z.void()),
  remove: procedure.input(z.strictObject({ id: zAccountId, password: zPassword })).output(z.void()),
  revealMnemonic: procedure
    .input(z.strictObject({ id: zAccountId, password: zPassword }))
    .output(z.strictObject({ mnemonic: zMnemonicText })),
  exportJson: procedure
    .input(z.strictObject({ id: zAccountId, password: zPassword, exportPassword: zPassword }))
    .output(z.strictObject({ fileName: z.string().max(128), json: z.string().max(16_384) })),
};
