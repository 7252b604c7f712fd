import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Keyring } from '@polkadot/keyring';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAddress } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { AccountRecord } from '../account-record.ts';
import { verifyBytes } from '../material/pairs.ts';
import { toSigningMessage } from '../signing-message.ts';
import { errnoError, faultFs } from '../testing/fault-fs.ts';
import { codeOf, fastKdf, PASSWORD, tempFolder, world } from '../testing/samples.ts';
import { Attempts } from '../vault/attempts.ts';
import type { Kdf } from '../vault/kdf.ts';
import { VaultStore } from '../vault/store.ts';
import { realFs, type VaultFs } from '../vault/vault-fs.ts';
import { Custody } from './custody.ts';
import { Session } from './session.ts';

const DEV_WORDS = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
const DEV_ADDRESS = '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV';
const ALICE_SEED = '0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a';
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const NEW_PASSWORD = 'another long password';

let folder: ReturnType<typeof tempFolder>;
let nextPid = 1000;
let nowMs = 0;

beforeEach(() => {
  folder = tempFolder();
  nowMs = performance.now();
});
afterEach(() => folder.remove());

/** A worker's insides without the process: what a restart gives when called again. */
function start(options: { kdf?: Kdf; fs?: VaultFs } = {}): Custody {
  nextPid += 1;
  const { kdf = fastKdf, fs = realFs } = options;
  const store = new VaultStore(fs, folder.path, world(nextPid));
  return new Custody(new Session(store, new Attempts(fs, folder.path, () => nowMs), kdf));
}

const importDev = (custody: Custody): Promise<AccountRecord> =>
  custody.importMnemonic({ mnemonic: DEV_WORDS, label: 'Dev', password: PASSWORD });

function publicKeyOf(address: string): Uint8Array {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.publicKey;
}

describe('creating an account', () => {
  it.each([12, 24] as const)('makes %s words, asks three of them and stores the account they give', async (words) => {
    const custody = start();
    const { pendingId, mnemonic, ask } = custody.beginCreate({ words });
    const list = mnemonic.split(' ');
    expect(list).toHaveLength(words);
    expect(new Set(ask).size).toBe(3);
    const answers = ask.map((position) => ({ position, word: ` ${(list[position] ?? '').toUpperCase()}` }));
    const account = await custody.confirmCreate({ pendingId, answers, label: ' Savings ', password: PASSWORD });
    expect(account).toMatchObject({ label: 'Savings', cryptoType: 'sr25519', hasMnemonic: true });
    expect(custody.previewMnemonic({ mnemonic })).toEqual({ address: account.address });
    expect(await custody.revealMnemonic({ id: account.id, password: PASSWORD })).toEqual({ mnemonic });
    expect(custody.listAccounts()).toEqual([account]);
    expect(await codeOf(() => custody.confirmCreate({ pendingId, answers, label: 'x' }))).toBe('keys.account_missing');
  });

  it('keeps the words waiting after a wrong, missing or doubled answer', async () => {
    const custody = start();
    const { pendingId, mnemonic, ask } = custody.beginCreate({ words: 12 });
    const right = ask.map((position) => ({ position, word: mnemonic.split(' ')[position] ?? '' }));
    const wrong = [{ ...right[0], position: ask[0] ?? 0, word: 'zzz' }, ...right.slice(1)];
    const confirm = (answers: typeof right) =>
      custody.confirmCreate({ pendingId, answers, label: 'A', password: PASSWORD });
    expect(await codeOf(() => confirm(wrong))).toBe('keys.words_mismatch');
    expect(await codeOf(() => confirm(right.slice(1)))).toBe('keys.words_mismatch');
    expect(await codeOf(() => confirm([...wrong, ...right.slice(0, 1)]))).toBe('keys.words_mismatch');
    expect(custody.state().exists).toBe(false);
    expect(await codeOf(() => confirm(right))).toBe('none');
  });

  it('forgets waiting words at a lock', async () => {
    const custody = start();
    const { pendingId } = custody.beginCreate({ words: 12 });
    custody.lock();
    expect(await codeOf(() => custody.confirmCreate({ pendingId, answers: [], label: 'A' }))).toBe(
      'keys.account_missing',
    );
  });

  it.each(['', ' ', 'a\u202eb', 'a\u0000', 'x'.repeat(65)])(
    'refuses the label %j and makes no vault',
    async (label) => {
      const custody = start();
      const code = await codeOf(() => custody.importSeed({ seed: ALICE_SEED, label, password: PASSWORD }));
      expect([code, custody.state().exists]).toEqual(['keys.label_invalid', false]);
    },
  );
});

describe('importing', () => {
  it('gives the addresses every Substrate tool gives', async () => {
    const custody = start();
    expect((await importDev(custody)).address).toBe(DEV_ADDRESS);
    expect((await custody.importSeed({ seed: ` ${ALICE_SEED}\n`, label: 'Alice' })).address).toBe(ALICE);
  });

  it('refuses the same account twice, and names the first', async () => {
    const custody = start();
    await importDev(custody);
    const again = await importDev(custody).catch((error: unknown) => AppError.find(error)?.toShape());
    expect(again).toEqual({ code: 'keys.account_exists', facts: { label: 'Dev', address: DEV_ADDRESS } });
  });

  it('reads a raw seed without 0x in front as the same key', async () => {
    const seed = ALICE_SEED.slice(2).toUpperCase();
    expect((await start().importSeed({ seed, label: 'Alice', password: PASSWORD })).address).toBe(ALICE);
  });

  it('needs a good password for the first account and an unlocked vault for the next', async () => {
    const custody = start();
    const seed = { seed: ALICE_SEED, label: 'Alice' };
    expect(await codeOf(() => custody.importSeed(seed))).toBe('vault.missing');
    expect(await codeOf(() => custody.importSeed({ ...seed, password: 'short' }))).toBe('vault.password_too_weak');
    await importDev(custody);
    custody.lock();
    expect(await codeOf(() => custody.importSeed({ ...seed, password: PASSWORD }))).toBe('vault.locked');
  });

  it.each(['', '0x', ALICE_SEED.slice(2, -1), `${ALICE_SEED}00`, ALICE_SEED.replace('e', 'g'), '//Alice'])(
    'refuses the seed %j',
    async (seed) => {
      expect(await codeOf(() => start().importSeed({ seed, label: 'A', password: PASSWORD }))).toBe(
        'keys.seed_invalid',
      );
    },
  );

  it('exports a JSON that polkadot-js opens, and imports it again', async () => {
    const custody = start();
    const { id } = await importDev(custody);
    const exported = await custody.exportJson({ id, password: PASSWORD, exportPassword: NEW_PASSWORD });
    expect(exported.fileName).toBe(`${DEV_ADDRESS}.json`);
    const pair = new Keyring({ ss58Format: 42 }).addFromJson(JSON.parse(exported.json) as never);
    pair.decodePkcs8(NEW_PASSWORD);
    expect(pair.address).toBe(DEV_ADDRESS);
    await custody.removeAccount({ id, password: PASSWORD });
    const back = await custody.importJson({ json: exported.json, jsonPassword: NEW_PASSWORD });
    expect(back).toMatchObject({ address: DEV_ADDRESS, label: 'Dev', hasMnemonic: false });
    const { signature } = await custody.sign({ address: back.address, payload: Buffer.from('x'), password: PASSWORD });
    expect(verifyBytes('sr25519', pair.publicKey, Buffer.from('x'), signature.subarray(1))).toBe(true);
    expect(await codeOf(() => custody.revealMnemonic({ id: back.id, password: PASSWORD }))).toBe(
      'keys.account_missing',
    );
  });
});

describe('lock and password', () => {
  it.each([1, 256, 257, 5000])('signs %s bytes as Substrate expects, with the type byte in front', async (length) => {
    const custody = start();
    const { address } = await importDev(custody);
    const payload = new Uint8Array(length).fill(7);
    const { signature } = await custody.sign({ address, payload, password: PASSWORD });
    expect(signature[0]).toBe(1);
    expect(verifyBytes('sr25519', publicKeyOf(address), toSigningMessage(payload), signature.subarray(1))).toBe(true);
  });

  it('uses no secret while locked, even with the right password, and still lists', async () => {
    const custody = start();
    const { id, address } = await importDev(custody);
    custody.lock();
    const tries = [
      () => custody.sign({ address, payload: Buffer.from('x'), password: PASSWORD }),
      () => custody.revealMnemonic({ id, password: PASSWORD }),
      () => custody.exportJson({ id, password: PASSWORD, exportPassword: PASSWORD }),
      () => custody.removeAccount({ id, password: PASSWORD }),
      () => custody.renameAccount({ id, label: 'B' }),
      () => custody.changePassword({ oldPassword: PASSWORD, newPassword: NEW_PASSWORD }),
    ];
    for (const attempt of tries) expect(await codeOf(attempt)).toBe('vault.locked');
    expect(custody.listAccounts()).toHaveLength(1);
    await custody.unlock({ password: PASSWORD });
    expect(await codeOf(() => custody.renameAccount({ id, label: 'B' }))).toBe('none');
    expect(custody.listAccounts()[0]?.label).toBe('B');
  });

  it('throws a key away that was derived across a lock', async () => {
    let release = (): void => undefined;
    let isHeld = false;
    const slow: Kdf = async (password, salt) => {
      if (isHeld) await new Promise<void>((resolve) => (release = resolve));
      return fastKdf(password, salt);
    };
    const custody = start({ kdf: slow });
    const { address } = await importDev(custody);
    isHeld = true;
    for (const work of [
      () => custody.sign({ address, payload: Buffer.from('x'), password: PASSWORD }),
      () => custody.unlock({ password: PASSWORD }),
    ]) {
      const code = codeOf(work);
      await Promise.resolve();
      custody.lock();
      release();
      expect(await code).toBe('vault.locked');
      expect(custody.state().locked).toBe(true);
      isHeld = false;
      await custody.unlock({ password: PASSWORD });
      isHeld = true;
    }
  });

  it('slows down after wrong passwords, across restarts, and deletes nothing', async () => {
    await importDev(start());
    let custody = start();
    const wrong = () => codeOf(() => custody.unlock({ password: 'wrong' }));
    for (let count = 0; count < 5; count += 1) expect(await wrong()).toBe('vault.wrong_password');
    expect(await codeOf(() => custody.unlock({ password: PASSWORD }))).toBe('vault.backing_off');
    custody = start();
    expect(await codeOf(() => custody.unlock({ password: PASSWORD }))).toBe('vault.backing_off');
    for (let count = 0; count < 1000; count += 1) {
      nowMs += 300_001;
      expect(await wrong()).toBe('vault.wrong_password');
    }
    nowMs += 300_001;
    expect(await codeOf(() => custody.unlock({ password: PASSWORD }))).toBe('none');
    custody = start();
    expect(await codeOf(() => custody.unlock({ password: PASSWORD }))).toBe('none');
  });

  it('changes the password, and nothing on disk opens with the old one', async () => {
    const custody = start();
    await importDev(custody);
    expect(await codeOf(() => custody.changePassword({ oldPassword: 'no', newPassword: NEW_PASSWORD }))).toBe(
      'vault.wrong_password',
    );
    await custody.changePassword({ oldPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(await codeOf(() => start().unlock({ password: PASSWORD }))).toBe('vault.wrong_password');
    expect(await codeOf(() => start().unlock({ password: NEW_PASSWORD }))).toBe('none');
    const { previous } = new VaultStore(realFs, folder.path, world(1)).read();
    const main = new VaultStore(realFs, folder.path, world(2)).read();
    expect(previous?.checksum).toBe(main.status === 'ok' && main.vault.checksum);
  });

  it('opens with exactly one password when it stops anywhere in a password change', async () => {
    const opened = new Set<string>();
    for (let stopAt = 0; ; stopAt += 1) {
      let isArmed = false;
      let seen = 0;
      const fs = faultFs(() => {
        if (!isArmed) return;
        seen += 1;
        if (seen > stopAt) throw errnoError('ESRCH');
      });
      const custody = start({ fs });
      await importDev(custody);
      await custody.importSeed({ seed: ALICE_SEED, label: 'Alice' });
      isArmed = true;
      const code = await codeOf(() => custody.changePassword({ oldPassword: PASSWORD, newPassword: NEW_PASSWORD }));
      const works: string[] = [];
      for (const password of [PASSWORD, NEW_PASSWORD]) {
        const after = start();
        if ((await codeOf(() => after.unlock({ password }))) !== 'none') continue;
        works.push(password);
        expect(after.listAccounts()).toHaveLength(2);
        expect(await codeOf(() => after.sign({ address: ALICE as never, payload: Buffer.from('x'), password }))).toBe(
          'none',
        );
        const { previous } = new VaultStore(realFs, folder.path, world(1)).read();
        const main = new VaultStore(realFs, folder.path, world(2)).read();
        if (password === NEW_PASSWORD && main.status === 'ok') {
          expect(previous?.header.salt).toEqual(main.vault.header.salt);
        }
      }
      expect(works).toHaveLength(1);
      opened.add(works.join());
      folder.remove();
      if (code === 'none') break;
    }
    expect(opened.size).toBe(2);
  });

  it('locks when the file was swapped for an older copy of itself', async () => {
    const custody = start();
    const { id } = await importDev(custody);
    await custody.renameAccount({ id, label: 'Newer' });
    const other = new VaultStore(realFs, folder.path, world(1));
    const older = other.read().previous?.bytes ?? new Uint8Array();
    await realFs.open(`${folder.path}/vault.soma`, 'w').then(async (file) => {
      await file.write(older, 0, older.length);
      await file.close();
    });
    expect(await codeOf(() => custody.renameAccount({ id, label: 'x' }))).toBe('vault.busy');
    expect(custody.state().locked).toBe(true);
  });

  it('never writes over a vault of a later version', async () => {
    await importDev(start());
    const path = `${folder.path}/vault.soma`;
    const body = readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n').replace('"version":1', '"version":2');
    const future = `${body}\n${createHash('sha256').update(`${body}\n`).digest('hex')}\n`;
    writeFileSync(path, future);
    const custody = start();
    expect(custody.state()).toMatchObject({ exists: true, damaged: false });
    expect(await codeOf(() => custody.unlock({ password: PASSWORD }))).toBe('vault.from_future');
    expect(await codeOf(() => importDev(custody))).toBe('vault.from_future');
    expect(await codeOf(() => custody.createVault({ password: PASSWORD }))).toBe('vault.exists');
    expect(await codeOf(() => custody.restorePrevious())).toBe('vault.from_future');
    expect(readFileSync(path, 'utf8')).toBe(future);
  });

  it('names a damaged vault instead of blaming the password, and restores the generation before', async () => {
    const custody = start();
    const { id } = await importDev(custody);
    await custody.renameAccount({ id, label: 'Newer' });
    await realFs.open(`${folder.path}/vault.soma`, 'w').then((file) => file.close());
    expect(await codeOf(() => custody.unlock({ password: PASSWORD }))).toBe('vault.damaged');
    expect(custody.state()).toMatchObject({ exists: true, damaged: true, previousAvailable: true });
    expect(await codeOf(() => custody.createVault({ password: PASSWORD }))).toBe('vault.exists');
    await custody.restorePrevious();
    await custody.unlock({ password: PASSWORD });
    expect(custody.listAccounts()[0]?.label).toBe('Dev');
  });
});
