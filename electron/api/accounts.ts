import type { Account, VaultState } from '../../shared/contract/index.ts';
import type { AccountRecord, Keys } from '../keys/index.ts';
import { os } from './implementer.ts';
import type { Subscribe } from './services.ts';
import { streamLatest } from './stream.ts';

const api = os.accounts;

export function implementAccounts(keys: Keys) {
  return api.router({
    vault: api.vault.handler(({ context, signal }) => streamLatest(watchVault(keys), context.streams, signal)),
    list: api.list.handler(async () => (await keys.listAccounts()).map(toAccount)),
    unlock: api.unlock.handler(({ input }) => keys.unlock(input.password)),
    lock: api.lock.handler(() => keys.lock()),
    restorePrevious: api.restorePrevious.handler(() => keys.restorePrevious()),
    changePassword: api.changePassword.handler(({ input }) =>
      keys.changePassword(input.oldPassword, input.newPassword),
    ),
    beginCreate: api.beginCreate.handler(({ input }) => keys.beginCreate(input)),
    confirmCreate: api.confirmCreate.handler(async ({ input }) => toAccount(await keys.confirmCreate(input))),
    importMnemonic: api.importMnemonic.handler(async ({ input }) => toAccount(await keys.importMnemonic(input))),
    importSeed: api.importSeed.handler(async ({ input }) => toAccount(await keys.importSeed(input))),
    importJson: api.importJson.handler(async ({ input }) => toAccount(await keys.importJson(input))),
    previewMnemonic: api.previewMnemonic.handler(({ input }) => keys.previewMnemonic(input)),
    rename: api.rename.handler(({ input }) => keys.renameAccount(input.id, input.label)),
    remove: api.remove.handler(({ input }) => keys.removeAccount(input.id, input.password)),
    revealMnemonic: api.revealMnemonic.handler(({ input }) => keys.revealMnemonic(input.id, input.password)),
    exportJson: api.exportJson.handler(({ input }) => keys.exportJson(input.id, input.password, input.exportPassword)),
  });
}

function toAccount(record: AccountRecord): Account {
  return { ...record, signer: 'hot' };
}

/** The vault's state now and after every change of it. */
function watchVault(keys: Keys): Subscribe<VaultState> {
  return ({ next, fail }) => {
    const tell = (): void => void keys.state().then(next, fail);
    const stop = keys.onChange(tell);
    tell();
    return stop;
  };
}
