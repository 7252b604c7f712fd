import './lockdown.ts'; // first: it must run before any library
import { performance } from 'node:perf_hooks';
import { AppError } from '../../../shared/errors/index.ts';
import type { Handlers } from '../protocol.ts';
import { Attempts } from '../vault/attempts.ts';
import { vaultKdf } from '../vault/kdf.ts';
import { VaultStore } from '../vault/store.ts';
import { realFs } from '../vault/vault-fs.ts';
import { thisWorld } from './boot.ts';
import { parentChannel } from './channel.ts';
import { Custody } from './custody.ts';
import { Dispatcher } from './dispatcher.ts';
import { Session } from './session.ts';

/** The key worker: the only process in which keys exist unencrypted. It prints nothing, also when it dies. */
const channel = parentChannel();
let custody: Custody | undefined;
let store: VaultStore | undefined;

function end(code: number): never {
  custody?.lock();
  store?.close();
  process.exit(code);
}

function open(vaultDir: string): null {
  if (custody !== undefined) throw new AppError('api.bad_input', { reason: 'already_open' });
  store = new VaultStore(realFs, vaultDir, thisWorld());
  custody = new Custody(new Session(store, new Attempts(realFs, vaultDir, () => performance.now()), vaultKdf));
  return null;
}

function opened(): Custody {
  if (custody === undefined) throw new AppError('api.bad_input', { reason: 'not_open' });
  return custody;
}

const handlers: Handlers = {
  open: ({ vaultDir }) => open(vaultDir),
  state: () => opened().state(),
  listAccounts: () => opened().listAccounts(),
  unlock: (params) => opened().unlock(params),
  lock: () => opened().lock(),
  restorePrevious: () => opened().restorePrevious(),
  createVault: (params) => opened().createVault(params),
  changePassword: (params) => opened().changePassword(params),
  previewMnemonic: (params) => opened().previewMnemonic(params),
  beginCreate: (params) => opened().beginCreate(params),
  confirmCreate: (params) => opened().confirmCreate(params),
  importMnemonic: (params) => opened().importMnemonic(params),
  importSeed: (params) => opened().importSeed(params),
  importJson: (params) => opened().importJson(params),
  renameAccount: (params) => opened().renameAccount(params),
  removeAccount: (params) => opened().removeAccount(params),
  revealMnemonic: (params) => opened().revealMnemonic(params),
  exportJson: (params) => opened().exportJson(params),
  sign: (params) => opened().sign(params),
};

process.on('uncaughtException', () => end(70));
process.on('unhandledRejection', () => end(70));
process.on('SIGTERM', () => end(0));
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; main decides when this process ends
channel.onClose(() => end(0));

const dispatcher = new Dispatcher(handlers, (reply) => channel.send(reply));
channel.onMessage((message) => dispatcher.receive(message));
