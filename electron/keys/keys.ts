import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors/index.ts';
import type { AccountRecord } from './account-record.ts';
import { AutoLock, type Clock, systemClock } from './auto-lock.ts';
import type { LaunchWorker } from './launch.ts';
import type { Method, Params, Result, VaultState } from './protocol.ts';
import { WorkerClient } from './worker-client.ts';

/** The vault's folder inside the data folder. */
const VAULT_FOLDER = 'keys';
const DEFAULT_LOCK_MS = 15 * 60_000;

export type LockReason = 'asked' | 'idle' | 'slept' | 'worker_down';

export interface KeysOptions {
  readonly dataDir: string;
  readonly launchWorker: LaunchWorker;
  /** Milliseconds without the person's input until the lock; 15 minutes unless said otherwise. */
  readonly lockAfterMs?: number;
  readonly clock?: Clock;
  /** Told of events by name only; nothing secret can reach it. */
  readonly log?: (event: 'keys.locked' | 'keys.worker_down', facts: { readonly reason?: LockReason }) => void;
}

/** One request to the worker: the same parameters, the same answer. */
type Asks<M extends Method> = (params: Params<M>) => Promise<Result<M>>;

/**
 * The door to every key. Nothing secret comes out of it except from `beginCreate`, `revealMnemonic` and `exportJson`.
 * Every rejection is an AppError (vault.*, keys.*, disk.*, api.bad_input, api.too_many_requests).
 */
export interface Keys {
  state(): Promise<VaultState>;
  /** Public records in the person's order, also while locked; unauthenticated until the first unlock. */
  listAccounts(): Promise<readonly AccountRecord[]>;
  /** An empty vault, unlocked. Creating or importing the first account with a `password` makes one too. */
  createVault(password: string): Promise<void>;
  unlock(password: string): Promise<void>;
  lock(reason?: LockReason): Promise<void>;
  changePassword(oldPassword: string, newPassword: string): Promise<void>;
  /** Puts the generation before in a damaged vault's place and keeps the damaged file. */
  restorePrevious(): Promise<void>;
  readonly previewMnemonic: Asks<'previewMnemonic'>;
  readonly beginCreate: Asks<'beginCreate'>;
  readonly confirmCreate: Asks<'confirmCreate'>;
  readonly importMnemonic: Asks<'importMnemonic'>;
  readonly importSeed: Asks<'importSeed'>;
  readonly importJson: Asks<'importJson'>;
  renameAccount(id: string, label: string): Promise<void>;
  removeAccount(id: string, password: string): Promise<void>;
  revealMnemonic(id: string, password: string): Promise<Result<'revealMnemonic'>>;
  exportJson(id: string, password: string, exportPassword: string): Promise<Result<'exportJson'>>;
  /** MultiSignature bytes (type, then 64). The vault must be unlocked, and a lock meanwhile refuses the signature. */
  readonly sign: Asks<'sign'>;
  /** The person's own input, and nothing else. */
  touch(): void;
  setLockAfterMs(lockAfterMs: number): void;
  /** Answers its own unsubscribe, as every `on…`. */
  onLock(listener: (reason: LockReason) => void): () => void;
  /** Something `state` or `listAccounts` answers may have changed. */
  onChange(listener: () => void): () => void;
  /** Locks, ends the worker and refuses from then on. */
  close(): Promise<void>;
}

/** Opens the door; the worker starts with the first call. @throws AppError disk.* never here, always from a call */
export function openKeys(options: KeysOptions): Keys {
  return new WorkerKeys(options);
}

class WorkerKeys implements Keys {
  readonly #client: WorkerClient;
  readonly #autoLock: AutoLock;
  readonly #log: NonNullable<KeysOptions['log']>;
  readonly #lockListeners = new Set<(reason: LockReason) => void>();
  readonly #changeListeners = new Set<() => void>();
  /** Rises with every lock: an answer that was under way when it came is refused. */
  #epoch = 0;
  #isUnlocked = false;

  constructor({ dataDir, launchWorker, lockAfterMs = DEFAULT_LOCK_MS, clock = systemClock, log }: KeysOptions) {
    const vaultDir = join(dataDir, VAULT_FOLDER);
    this.#log = log ?? (() => undefined);
    this.#autoLock = new AutoLock(clock, lockAfterMs, (reason) => void this.lock(reason));
    this.#client = new WorkerClient({
      vaultDir,
      monotonicMs: () => clock.monotonicMs(),
      launchWorker: (launch) => {
        try {
          mkdirSync(vaultDir, { recursive: true, mode: 0o700 }); // the worker's working folder; it checks the rest
        } catch {
          // the worker meets the same refusal and names it
        }
        return launchWorker(launch);
      },
      onDown: () => {
        this.#log('keys.worker_down', {});
        this.#locked('worker_down');
        this.#changed();
      },
    });
  }

  state(): Promise<VaultState> {
    return this.#client.call('state', {});
  }

  listAccounts(): Promise<readonly AccountRecord[]> {
    return this.#client.call('listAccounts', {});
  }

  async createVault(password: string): Promise<void> {
    await this.#change('createVault', { password });
  }

  async unlock(password: string): Promise<void> {
    await this.#change('unlock', { password });
  }

  async lock(reason: LockReason = 'asked'): Promise<void> {
    this.#locked(reason);
    if (!this.#client.isRunning) return;
    try {
      await this.#change('lock', {});
    } catch (error) {
      if (AppError.find(error)?.code !== 'keys.worker_down') throw error; // a dead worker holds no key
    }
  }

  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    await this.#change('changePassword', { oldPassword, newPassword });
  }

  async restorePrevious(): Promise<void> {
    this.#locked('asked');
    await this.#change('restorePrevious', {});
  }

  readonly previewMnemonic: Asks<'previewMnemonic'> = (params) => this.#client.call('previewMnemonic', params);
  readonly beginCreate: Asks<'beginCreate'> = (params) => this.#client.call('beginCreate', params);
  readonly confirmCreate: Asks<'confirmCreate'> = (params) => this.#change('confirmCreate', params);
  readonly importMnemonic: Asks<'importMnemonic'> = (params) => this.#change('importMnemonic', params);
  readonly importSeed: Asks<'importSeed'> = (params) => this.#change('importSeed', params);
  readonly importJson: Asks<'importJson'> = (params) => this.#change('importJson', params);

  async renameAccount(id: string, label: string): Promise<void> {
    await this.#change('renameAccount', { id, label });
  }

  async removeAccount(id: string, password: string): Promise<void> {
    await this.#change('removeAccount', { id, password });
  }

  revealMnemonic(id: string, password: string): Promise<Result<'revealMnemonic'>> {
    return this.#secret('revealMnemonic', { id, password });
  }

  exportJson(id: string, password: string, exportPassword: string): Promise<Result<'exportJson'>> {
    return this.#secret('exportJson', { id, password, exportPassword });
  }

  readonly sign: Asks<'sign'> = (params) => this.#secret('sign', params);

  touch(): void {
    this.#autoLock.touch();
  }

  setLockAfterMs(lockAfterMs: number): void {
    this.#autoLock.setTimeoutMs(lockAfterMs);
  }

  onLock(listener: (reason: LockReason) => void): () => void {
    this.#lockListeners.add(listener);
    return () => this.#lockListeners.delete(listener);
  }

  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  close(): Promise<void> {
    this.#locked('asked');
    return this.#client.close();
  }

  /** A call whose answer must not outlive a lock. */
  async #secret<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const epoch = this.#epoch;
    const result = await this.#client.call(method, params);
    if (epoch !== this.#epoch) throw new AppError('vault.locked', { reason: 'meanwhile' });
    return result;
  }

  async #change<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    try {
      return await this.#client.call(method, params);
    } finally {
      await this.#follow();
    }
  }

  /** The worker says whether it is unlocked; the timer runs exactly then. */
  async #follow(): Promise<void> {
    const epoch = this.#epoch;
    const isUnlocked = await this.#client.call('state', {}).then(
      (state) => !state.locked,
      () => false,
    );
    if (isUnlocked && !this.#isUnlocked && epoch === this.#epoch) {
      this.#isUnlocked = true;
      this.#autoLock.start();
    } else if (!isUnlocked) {
      this.#locked('asked');
    }
    this.#changed();
  }

  #locked(reason: LockReason): void {
    this.#autoLock.stop();
    this.#epoch += 1;
    if (!this.#isUnlocked) return;
    this.#isUnlocked = false;
    this.#log('keys.locked', { reason });
    for (const listener of this.#lockListeners) listener(reason);
  }

  #changed(): void {
    for (const listener of this.#changeListeners) listener();
  }
}
