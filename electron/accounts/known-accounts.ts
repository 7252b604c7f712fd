import { AppError } from '../../shared/errors/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { AccountRecord, Keys } from '../keys/index.ts';
import { hotSigner } from '../signers/hot.ts';
import type { Signer } from '../signers/signer.ts';

type Source = Pick<Keys, 'listAccounts' | 'onChange' | 'sign'>;

/** The public side of the person's accounts, at hand without asking the key worker each time. */
export class KnownAccounts {
  readonly #keys: Source;
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #records: readonly AccountRecord[] = [];

  constructor(keys: Source) {
    this.#keys = keys;
    this.#stop = keys.onChange(() => void this.refresh());
  }

  /** Reads the list again. A worker that is down leaves the list as it was: public data does not expire. */
  async refresh(): Promise<void> {
    const records = await this.#keys.listAccounts().catch(() => undefined);
    if (records === undefined || isSame(records, this.#records)) return;
    this.#records = records;
    for (const listener of [...this.#listeners]) listener();
  }

  get coldkeys(): readonly Coldkey[] {
    return this.#records.map(({ address }) => address);
  }

  has(address: string): boolean {
    return this.#records.some((record) => record.address === address);
  }

  /** Accounts were added or removed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws AppError keys.account_missing */
  signerFor(coldkey: Coldkey): Signer {
    const record = this.#records.find(({ address }) => address === coldkey);
    if (record === undefined) throw new AppError('keys.account_missing');
    return hotSigner(this.#keys, record);
  }

  close(): void {
    this.#stop();
    this.#listeners.clear();
  }
}

function isSame(left: readonly AccountRecord[], right: readonly AccountRecord[]): boolean {
  return left.length === right.length && left.every((record, at) => record.address === right[at]?.address);
}
