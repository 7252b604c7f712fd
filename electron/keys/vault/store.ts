import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/index.ts';
import {
  ensureFolder,
  readPlainFile,
  removeQuietly,
  removeTemps,
  replaceFile,
  syncFolder,
  writeTemp,
} from './files.ts';
import { MAX_VAULT_BYTES, type ParsedVault, parseVault, type VaultProblem } from './format.ts';
import { isReadOnlyErrno, onDisk, onDiskAsync, toDiskError, type VaultFs } from './vault-fs.ts';
import { acquireWriterLock, type LockWorld, type WriterLock } from './writer-lock.ts';

export const VAULT_FILE = 'vault.soma';
export const PREVIOUS_FILE = 'vault.prev';

export type VaultOnDisk =
  | { readonly status: 'missing'; readonly previous?: undefined }
  | { readonly status: 'ok'; readonly vault: ParsedVault; readonly previous?: ParsedVault }
  | { readonly status: VaultProblem; readonly previous?: ParsedVault };

export interface WriteOptions {
  /** Checksum of the file the change was made from; undefined when there was none. */
  readonly replaces: string | undefined;
  /** Opens the bytes read back from disk and compares; a false stops the write before anything was replaced. */
  readonly verify: (readBack: ParsedVault) => boolean;
  /**
   * 'keep': the old generation becomes the previous one. 'refresh': the previous one becomes a copy of the new,
   * because the old must not survive (password changed, account removed).
   */
  readonly previous: 'keep' | 'refresh';
}

/**
 * The vault's files in one folder: `vault.soma`, the generation before it (`vault.prev`) and the writer lock.
 * Every throw is an AppError (disk.*, vault.*). At every moment of a write the main file is whole, old or new.
 */
export class VaultStore {
  readonly #fs: VaultFs;
  readonly #dir: string;
  readonly #world: LockWorld;
  #lock: WriterLock | undefined;
  #isReadOnly = false;

  constructor(fs: VaultFs, dir: string, world: LockWorld) {
    this.#fs = fs;
    this.#dir = dir;
    this.#world = world;
  }

  /** Takes the writer's place once. On a disk that refuses writes reading still works. @throws vault.busy */
  open(): void {
    if (this.#lock !== undefined || this.#isReadOnly) return;
    onDisk(() => {
      ensureFolder(this.#fs, this.#dir);
      try {
        this.#lock = acquireWriterLock(this.#fs, this.#dir, this.#world);
      } catch (error) {
        if (!isReadOnlyErrno(error)) throw error;
        this.#isReadOnly = true;
        return;
      }
      if (this.#lock === undefined) throw new AppError('vault.busy', { reason: 'other_process' });
      removeTemps(this.#fs, this.#dir, [VAULT_FILE, PREVIOUS_FILE]);
    });
  }

  close(): void {
    this.#lock?.release();
    this.#lock = undefined;
    this.#isReadOnly = false;
  }

  /** @throws vault.busy, disk.* (a link, pipe or foreign file in the vault's place is refused) */
  read(): VaultOnDisk {
    this.open();
    return onDisk(() => {
      const main = this.#readBytes(VAULT_FILE);
      const previousParse = parse(this.#readBytes(PREVIOUS_FILE));
      const previous = previousParse?.ok === true ? { previous: previousParse.vault } : {};
      if (main === undefined)
        return previousParse === undefined ? { status: 'missing' } : { status: 'damaged', ...previous };
      const parsed = parseVault(main);
      return parsed.ok ? { status: 'ok', vault: parsed.vault, ...previous } : { status: parsed.problem, ...previous };
    });
  }

  /**
   * Makes `bytes` the vault: temp file, fsync, read back and verify, keep the old as previous, rename, fsync folder,
   * read again. @throws vault.busy when the file changed under us, vault.damaged when the disk did not keep the bytes, disk.*;
   * with the fact `written` when the new file is already in place
   */
  async write(bytes: Uint8Array, { replaces, verify, previous }: WriteOptions): Promise<ParsedVault> {
    this.open();
    this.#assertWriter();
    return onDiskAsync(async () => {
      const current = this.read();
      const currentChecksum = current.status === 'ok' ? current.vault.checksum : undefined;
      if ((current.status !== 'ok' && current.status !== 'missing') || currentChecksum !== replaces) {
        throw new AppError('vault.busy', { reason: 'changed_on_disk' });
      }
      const path = join(this.#dir, VAULT_FILE);
      const temp = await writeTemp(this.#fs, path, bytes);
      try {
        this.#verified(temp, verify);
        if (current.status === 'ok') await replaceFile(this.#fs, this.#dir, PREVIOUS_FILE, current.vault.bytes);
        this.#assertWriter();
        this.#fs.renameSync(temp, path);
      } catch (error) {
        removeQuietly(this.#fs, temp);
        throw error;
      }
      return this.#afterRename(path, bytes, verify, previous);
    });
  }

  /** The new file is in place: what fails now says so, because the change may stand. */
  async #afterRename(
    path: string,
    bytes: Uint8Array,
    verify: WriteOptions['verify'],
    previous: WriteOptions['previous'],
  ): Promise<ParsedVault> {
    try {
      await syncFolder(this.#fs, this.#dir);
      const written = this.#verified(path, verify);
      if (previous === 'refresh') await replaceFile(this.#fs, this.#dir, PREVIOUS_FILE, bytes);
      return written;
    } catch (error) {
      const { code, facts } = toDiskError(error);
      throw new AppError(code, { ...facts, written: true }, { cause: error });
    }
  }

  /** Makes the previous generation a copy of `vault`, so that an old password opens nothing any more. */
  async refreshPrevious(vault: ParsedVault): Promise<void> {
    this.#assertWriter();
    await onDiskAsync(() => replaceFile(this.#fs, this.#dir, PREVIOUS_FILE, vault.bytes));
  }

  /**
   * Puts the previous generation in the damaged file's place; the damaged file is kept under another name.
   * @throws vault.exists when nothing is damaged, vault.from_future, vault.missing when there is no previous one
   */
  async restorePrevious(): Promise<void> {
    const current = this.read();
    if (current.status === 'ok') throw new AppError('vault.exists');
    if (current.status === 'from_future') throw new AppError('vault.from_future');
    if (current.previous === undefined) throw new AppError('vault.missing', { reason: 'no_previous' });
    const { bytes } = current.previous;
    this.#assertWriter();
    await onDiskAsync(async () => {
      const damaged = this.#readBytes(VAULT_FILE);
      if (damaged !== undefined) {
        await replaceFile(this.#fs, this.#dir, `vault.damaged-${randomBytes(4).toString('hex')}`, damaged);
      }
      await replaceFile(this.#fs, this.#dir, VAULT_FILE, bytes);
    });
  }

  #assertWriter(): void {
    if (this.#isReadOnly) throw new AppError('disk.read_only');
    if (!onDisk(() => this.#lock?.isHeld() === true)) throw new AppError('vault.busy', { reason: 'lock_lost' });
  }

  #readBytes(name: string): Uint8Array | undefined {
    return readPlainFile(this.#fs, join(this.#dir, name), MAX_VAULT_BYTES);
  }

  #verified(path: string, verify: (readBack: ParsedVault) => boolean): ParsedVault {
    const readBack = parse(readPlainFile(this.#fs, path, MAX_VAULT_BYTES));
    if (readBack?.ok !== true || !verify(readBack.vault)) throw new AppError('vault.damaged', { reason: 'read_back' });
    return readBack.vault;
  }
}

function parse(bytes: Uint8Array | undefined): ReturnType<typeof parseVault> | undefined {
  return bytes && parseVault(bytes);
}
