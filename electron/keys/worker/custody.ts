import { randomBytes, randomInt } from 'node:crypto';
import { addressOf, parseAddress } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { Coldkey } from '../../../shared/units/index.ts';
import { type AccountRecord, type CryptoType, isLabel } from '../account-record.ts';
import { isSameWord, newEntropy, parseMnemonic, seedOfEntropy, wordsOf } from '../material/mnemonic.ts';
import { type KeyPair, parseSeed, SIGNATURE_TYPE, signBytes, sr25519Pair } from '../material/pairs.ts';
import { assertNewPassword } from '../material/password.ts';
import { exportPolkadotJson, importPolkadotJson } from '../material/polkadot-json.ts';
import type { Handlers, Params, Result } from '../protocol.ts';
import { toSigningMessage } from '../signing-message.ts';
import { MAX_ACCOUNTS } from '../vault/format.ts';
import { type AccountSecret, wipeBytes } from '../vault/secrets-codec.ts';
import type { Content, Session } from './session.ts';

const ASKED_WORDS = 3;
const MAX_PENDING = 4;

interface Pending {
  readonly entropy: Uint8Array;
  readonly ask: readonly number[];
}

/** What an account is made from; the secrets in it are owned, and wiped, by `add`. */
interface NewAccount {
  readonly cryptoType: CryptoType;
  readonly pair: KeyPair;
  readonly seed?: Uint8Array;
  readonly entropy?: Uint8Array;
}

/** Everything the key worker can be asked, over one session. Methods never overlap, except `lock`. */
export class Custody implements Omit<Handlers, 'open'> {
  readonly #session: Session;
  readonly #pending = new Map<string, Pending>();

  constructor(session: Session) {
    this.#session = session;
  }

  state(): Result<'state'> {
    return this.#session.state();
  }

  listAccounts(): Result<'listAccounts'> {
    return [...this.#session.accounts()];
  }

  async unlock({ password }: Params<'unlock'>): Promise<null> {
    await this.#session.unlock(password);
    return null;
  }

  lock(): null {
    this.#session.lock();
    for (const { entropy } of this.#pending.values()) wipeBytes(entropy);
    this.#pending.clear();
    return null;
  }

  async restorePrevious(): Promise<null> {
    await this.#session.restorePrevious();
    return null;
  }

  async createVault({ password }: Params<'createVault'>): Promise<null> {
    await this.#session.create(password, { accounts: [], secrets: [] });
    return null;
  }

  async changePassword({ oldPassword, newPassword }: Params<'changePassword'>): Promise<null> {
    await this.#session.changePassword(oldPassword, newPassword);
    return null;
  }

  previewMnemonic({ mnemonic }: Params<'previewMnemonic'>): Result<'previewMnemonic'> {
    const account = fromEntropy(parseMnemonic(mnemonic));
    wipeNew(account);
    return { address: addressOf<Coldkey>(account.pair.publicKey) };
  }

  beginCreate({ words }: Params<'beginCreate'>): Result<'beginCreate'> {
    const oldest = this.#pending.size >= MAX_PENDING ? this.#pending.keys().next().value : undefined;
    if (oldest !== undefined) this.#dropPending(oldest);
    const pendingId = newId('new');
    const entropy = newEntropy(words);
    const ask = pickPositions(words);
    this.#pending.set(pendingId, { entropy, ask });
    return { pendingId, mnemonic: wordsOf(entropy), ask };
  }

  async confirmCreate({ pendingId, answers, label, password }: Params<'confirmCreate'>): Promise<AccountRecord> {
    const pending = this.#pending.get(pendingId);
    if (pending === undefined) throw new AppError('keys.account_missing', { reason: 'not_begun' });
    const words = wordsOf(pending.entropy).split(' ');
    const isRight = pending.ask.every((position) => {
      const given = answers.filter((answer) => answer.position === position);
      return given.length === 1 && isSameWord(words[position] ?? '', given[0]?.word ?? '');
    });
    if (!isRight) throw new AppError('keys.words_mismatch');
    const record = await this.#add(fromEntropy(Uint8Array.from(pending.entropy)), label, password);
    this.#dropPending(pendingId);
    return record;
  }

  importMnemonic({ mnemonic, label, password }: Params<'importMnemonic'>): Promise<AccountRecord> {
    this.#session.assertCanAdd(password);
    return this.#add(fromEntropy(parseMnemonic(mnemonic)), label, password);
  }

  importSeed({ seed, label, password }: Params<'importSeed'>): Promise<AccountRecord> {
    this.#session.assertCanAdd(password);
    const bytes = parseSeed(seed);
    return this.#add({ cryptoType: 'sr25519', pair: sr25519Pair(bytes), seed: bytes }, label, password);
  }

  async importJson({ json, jsonPassword, label, password }: Params<'importJson'>): Promise<AccountRecord> {
    this.#session.assertCanAdd(password);
    const { cryptoType, pair, name } = await importPolkadotJson(json, jsonPassword);
    return this.#add({ cryptoType, pair }, label ?? name ?? 'Imported account', password);
  }

  async renameAccount({ id, label }: Params<'renameAccount'>): Promise<null> {
    const safe = toLabel(label);
    await this.#session.edit(({ accounts, secrets }) => {
      assertKnown(accounts, id);
      return {
        accounts: accounts.map((account) => (account.id === id ? { ...account, label: safe } : account)),
        secrets,
      };
    });
    return null;
  }

  async removeAccount({ id, password }: Params<'removeAccount'>): Promise<null> {
    await this.#session.withPassword(password, async ({ accounts }) => {
      assertKnown(accounts, id);
      await this.#session.edit(
        (content) => ({
          accounts: content.accounts.filter((account) => account.id !== id),
          secrets: content.secrets.filter((secret) => secret.id !== id),
        }),
        'refresh',
      );
    });
    return null;
  }

  revealMnemonic({ id, password }: Params<'revealMnemonic'>): Promise<Result<'revealMnemonic'>> {
    return this.#session.withPassword(password, (content) => {
      const { secret } = find(content, (account) => account.id === id);
      if (secret.entropy === undefined) throw new AppError('keys.account_missing', { reason: 'no_words' });
      return { mnemonic: wordsOf(secret.entropy) };
    });
  }

  exportJson({ id, password, exportPassword }: Params<'exportJson'>): Promise<Result<'exportJson'>> {
    assertNewPassword(exportPassword);
    return this.#session.withPassword(password, async (content) => {
      const { account, secret, publicKey } = find(content, ({ id: at }) => at === id);
      const pair = { publicKey, secretKey: secret.secretKey };
      const json = await exportPolkadotJson(account.cryptoType, pair, account.label, exportPassword);
      return { fileName: `${account.address}.json`, json };
    });
  }

  sign({ address, payload, password }: Params<'sign'>): Promise<Result<'sign'>> {
    return this.#session.withPassword(password, (content) => {
      const { account, secret, publicKey } = find(content, (at) => at.address === address);
      const pair = { publicKey, secretKey: secret.secretKey };
      const bytes = signBytes(account.cryptoType, pair, toSigningMessage(payload));
      return { signature: Uint8Array.from([SIGNATURE_TYPE[account.cryptoType], ...bytes]) };
    });
  }

  /** Stores a new account, making the vault when there is none, and wipes what it was given. */
  async #add(from: NewAccount, label: string, password: string | undefined): Promise<AccountRecord> {
    try {
      const { cryptoType, pair, seed, entropy } = from;
      const address = addressOf<Coldkey>(pair.publicKey);
      const id = newId('acc');
      const hasMnemonic = entropy !== undefined;
      const record: AccountRecord = { id, label: toLabel(label), address, cryptoType, hasMnemonic };
      const { secretKey } = pair;
      const secret: AccountSecret = { id, cryptoType, secretKey, ...(seed && { seed }), ...(entropy && { entropy }) };
      this.#session.assertCanAdd(password);
      if (!this.#session.state().exists && password !== undefined) {
        await this.#session.create(password, { accounts: [record], secrets: [secret] });
        return record;
      }
      await this.#session.edit(({ accounts, secrets }) => {
        const twin = accounts.find((account) => account.address === address);
        if (twin) throw new AppError('keys.account_exists', { label: twin.label, address });
        if (accounts.length >= MAX_ACCOUNTS) throw new AppError('api.bad_input', { reason: 'too_many_accounts' });
        return { accounts: [...accounts, record], secrets: [...secrets, secret] };
      });
      return record;
    } finally {
      wipeNew(from);
    }
  }

  #dropPending(id: string): void {
    wipeBytes(this.#pending.get(id)?.entropy);
    this.#pending.delete(id);
  }
}

function fromEntropy(entropy: Uint8Array): NewAccount {
  const seed = seedOfEntropy(entropy);
  return { cryptoType: 'sr25519', pair: sr25519Pair(seed), seed, entropy };
}

function wipeNew({ pair, seed, entropy }: NewAccount): void {
  wipeBytes(pair.secretKey, seed, entropy);
}

const newId = (prefix: string): string => `${prefix}-${randomBytes(8).toString('hex')}`;

function toLabel(text: string): string {
  const label = text.trim();
  if (!isLabel(label)) throw new AppError('keys.label_invalid');
  return label;
}

function pickPositions(words: number): number[] {
  const positions = new Set<number>();
  while (positions.size < ASKED_WORDS) positions.add(randomInt(words));
  return [...positions].sort((a, b) => a - b);
}

function assertKnown(accounts: readonly AccountRecord[], id: string): void {
  if (!accounts.some((account) => account.id === id)) throw new AppError('keys.account_missing');
}

function find(
  { accounts, secrets }: Content,
  isIt: (account: AccountRecord) => boolean,
): { account: AccountRecord; secret: AccountSecret; publicKey: Uint8Array } {
  const index = accounts.findIndex(isIt);
  const [account, secret] = [accounts[index], secrets[index]];
  const parsed = account && parseAddress(account.address);
  if (account === undefined || secret === undefined || parsed?.ok !== true) throw new AppError('keys.account_missing');
  return { account, secret, publicKey: parsed.publicKey };
}
