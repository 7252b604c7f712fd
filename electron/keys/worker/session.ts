import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors/index.ts';
import type { AccountRecord } from '../account-record.ts';
import { assertNewPassword, toPasswordBytes } from '../material/password.ts';
import type { VaultState } from '../protocol.ts';
import type { Attempts } from '../vault/attempts.ts';
import { type ParsedVault, SALT_BYTES } from '../vault/format.ts';
import type { Kdf } from '../vault/kdf.ts';
import { openVault, sealVault, type VaultContent } from '../vault/seal.ts';
import { type AccountSecret, wipe, wipeBytes } from '../vault/secrets-codec.ts';
import type { VaultOnDisk, VaultStore, WriteOptions } from '../vault/store.ts';

interface Unlocked {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  /** The file this key was checked against; another file there means somebody swapped it. */
  checksum: string;
}

export interface Content {
  readonly accounts: readonly AccountRecord[];
  readonly secrets: readonly AccountSecret[];
}

/**
 * Who may read and change the vault now. While unlocked it holds the vault key, never the secrets: they are
 * decrypted for one operation and overwritten after it. Every use of a secret asks for the password again.
 */
export class Session {
  readonly #store: VaultStore;
  readonly #attempts: Attempts;
  readonly #kdf: Kdf;
  #unlocked: Unlocked | undefined;
  /** Rises with every lock, so that a key derived across a lock is thrown away. */
  #epoch = 0;

  constructor(store: VaultStore, attempts: Attempts, kdf: Kdf) {
    this.#store = store;
    this.#attempts = attempts;
    this.#kdf = kdf;
  }

  state(): VaultState {
    const { status, previous } = this.#store.read();
    return {
      exists: status !== 'missing',
      locked: this.#unlocked === undefined,
      damaged: status === 'damaged',
      previousAvailable: previous !== undefined,
    };
  }

  /** Public records, also while locked (then nothing vouches for them but the file's checksum). */
  accounts(): readonly AccountRecord[] {
    const disk = this.#store.read();
    return disk.status === 'missing' ? [] : vaultOf(disk).header.accounts;
  }

  /** Zeroes the key at once, whatever else is running. */
  lock(): void {
    this.#epoch += 1;
    wipeBytes(this.#unlocked?.key);
    this.#unlocked = undefined;
  }

  /** Whether `add` would be possible, without doing it. @throws vault.missing, vault.locked, vault.password_too_weak */
  assertCanAdd(newPassword: string | undefined): void {
    const disk = this.#store.read();
    if (disk.status !== 'missing') {
      vaultOf(disk);
      this.#assertUnlocked();
      return;
    }
    if (newPassword === undefined) throw new AppError('vault.missing');
    assertNewPassword(newPassword);
  }

  /** Makes the vault and leaves it unlocked. @throws vault.exists, vault.password_too_weak, disk.* */
  async create(password: string, content: Content): Promise<void> {
    if (this.#store.read().status !== 'missing') throw new AppError('vault.exists');
    assertNewPassword(password);
    const salt = randomBytes(SALT_BYTES);
    const key = await this.#derive(password, salt);
    await this.#write({ generation: 1, salt, ...content }, key, { replaces: undefined, previous: 'keep' });
  }

  /** @throws vault.wrong_password, vault.backing_off, vault.missing, vault.damaged, vault.from_future */
  async unlock(password: string): Promise<void> {
    const disk = this.#store.read();
    const vault = vaultOf(disk);
    const { key, secrets } = await this.#open(vault, password);
    wipe(secrets);
    wipeBytes(this.#unlocked?.key);
    this.#unlocked = { key, salt: vault.header.salt, checksum: vault.checksum };
    if (disk.previous !== undefined && Buffer.compare(disk.previous.header.salt, vault.header.salt) !== 0) {
      await this.#dropStalePrevious(vault);
    }
  }

  /**
   * Lends the secrets to `use` after the password, and overwrites them when it is done.
   * @throws vault.locked (also when the lock came meanwhile), vault.wrong_password, vault.backing_off
   */
  async withPassword<T>(password: string, use: (content: Content) => T | Promise<T>): Promise<T> {
    const epoch = this.#epoch;
    const vault = this.#current();
    const { key, secrets } = await this.#open(vault, password);
    try {
      const result = await use({ accounts: vault.header.accounts, secrets });
      if (epoch !== this.#epoch) throw new AppError('vault.locked', { reason: 'meanwhile' });
      return result;
    } finally {
      wipe(secrets);
      wipeBytes(key);
    }
  }

  /** Changes the content in one durable write. @throws vault.locked, vault.busy, disk.* */
  async edit(change: (content: Content) => Content, previous: WriteOptions['previous'] = 'keep'): Promise<void> {
    const vault = this.#current();
    const { key, salt } = this.#assertUnlocked();
    const secrets = openVault(vault, key);
    if (secrets === undefined) throw new AppError('vault.damaged', { previousAvailable: false });
    try {
      const next = change({ accounts: vault.header.accounts, secrets });
      const generation = vault.header.generation + 1;
      await this.#write({ generation, salt, ...next }, Uint8Array.from(key), { replaces: vault.checksum, previous });
    } finally {
      wipe(secrets);
    }
  }

  /** New salt, new key, one write; nothing stays readable with the old password. @throws as `withPassword` and `edit` */
  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    assertNewPassword(newPassword);
    await this.withPassword(oldPassword, async (content) => {
      const vault = this.#current();
      const salt = randomBytes(SALT_BYTES);
      const key = await this.#derive(newPassword, salt);
      const generation = vault.header.generation + 1;
      await this.#write({ generation, salt, ...content }, key, { replaces: vault.checksum, previous: 'refresh' });
    });
  }

  restorePrevious(): Promise<void> {
    this.lock();
    return this.#store.restorePrevious();
  }

  #assertUnlocked(): Unlocked {
    if (this.#unlocked === undefined) throw new AppError('vault.locked');
    return this.#unlocked;
  }

  /** The vault this session was unlocked for. A file swapped meanwhile (an older copy, say) locks and is named. */
  #current(): ParsedVault {
    const unlocked = this.#assertUnlocked();
    const vault = vaultOf(this.#store.read());
    if (vault.checksum === unlocked.checksum) return vault;
    this.lock();
    throw new AppError('vault.busy', { reason: 'changed_on_disk' });
  }

  async #derive(password: string, salt: Uint8Array): Promise<Uint8Array> {
    const epoch = this.#epoch;
    const bytes = toPasswordBytes(password);
    try {
      const key = await this.#kdf(bytes, salt);
      if (epoch === this.#epoch) return key;
      wipeBytes(key);
      throw new AppError('vault.locked', { reason: 'meanwhile' });
    } finally {
      wipeBytes(bytes);
    }
  }

  async #open(vault: ParsedVault, password: string): Promise<{ key: Uint8Array; secrets: AccountSecret[] }> {
    const waitMs = this.#attempts.waitMs();
    if (waitMs > 0) throw new AppError('vault.backing_off', { waitMs });
    const key = await this.#derive(password, vault.header.salt);
    const secrets = openVault(vault, key);
    if (secrets !== undefined) {
      this.#attempts.succeeded();
      return { key, secrets };
    }
    wipeBytes(key);
    await this.#attempts.failed();
    throw new AppError('vault.wrong_password', { waitMs: this.#attempts.waitMs() });
  }

  /** Takes ownership of `key`. A lock during the write does not undo it, but leaves the session locked. */
  async #write(content: VaultContent, key: Uint8Array, options: Omit<WriteOptions, 'verify'>): Promise<void> {
    const epoch = this.#epoch;
    const verify = (readBack: ParsedVault): boolean => {
      const secrets = openVault(readBack, key);
      wipe(secrets ?? []);
      return secrets !== undefined && readBack.header.generation === content.generation;
    };
    try {
      const written = await this.#store.write(sealVault(content, key), { ...options, verify });
      wipeBytes(this.#unlocked?.key);
      if (epoch !== this.#epoch) {
        wipeBytes(key);
        return;
      }
      this.#unlocked = { key, salt: content.salt, checksum: written.checksum };
    } catch (error) {
      wipeBytes(key);
      throw error;
    }
  }

  /** A crash after a password change can leave a generation the old password opens. */
  async #dropStalePrevious(vault: ParsedVault): Promise<void> {
    try {
      await this.#store.refreshPrevious(vault);
    } catch {
      // the disk refuses writes now; the next unlock tries again
    }
  }
}

/** @throws vault.missing, vault.damaged, vault.from_future */
function vaultOf(disk: VaultOnDisk): ParsedVault {
  if (disk.status === 'ok') return disk.vault;
  if (disk.status === 'missing') throw new AppError('vault.missing');
  if (disk.status === 'from_future') throw new AppError('vault.from_future');
  throw new AppError('vault.damaged', { previousAvailable: disk.previous !== undefined });
}
