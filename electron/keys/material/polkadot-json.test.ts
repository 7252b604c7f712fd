import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady, encodeAddress } from '@polkadot/util-crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../testing/samples.ts';
import { importPolkadotJson } from './polkadot-json.ts';

const PASSWORD = 'json password';

interface Keystore {
  address: string;
  encoded: string;
  encoding: { content: string[]; type: string | string[]; version: string | number };
  meta?: Record<string, unknown>;
  [extra: string]: unknown;
}

let sr25519: Keystore;
let ed25519: Keystore;
let open: Keystore;
let ecdsa: Keystore;
let bob: string;

beforeAll(async () => {
  await cryptoWaitReady();
  const make = (type: 'sr25519' | 'ed25519' | 'ecdsa', password?: string): Keystore =>
    new Keyring({ type, ss58Format: 42 }).addFromUri('//Alice', { name: 'Alice' }).toJson(password) as never;
  sr25519 = make('sr25519', PASSWORD);
  ed25519 = make('ed25519', PASSWORD);
  ecdsa = make('ecdsa', PASSWORD);
  open = make('sr25519');
  bob = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri('//Bob').address;
});

const importing = (keystore: unknown, password = PASSWORD) => importPolkadotJson(JSON.stringify(keystore), password);

/** The same file with one part of its encrypted blob changed. */
function withBlob(change: (blob: Buffer) => Buffer | undefined): Keystore {
  const blob = Buffer.from(sr25519.encoded, 'base64');
  return { ...sr25519, encoded: (change(blob) ?? blob).toString('base64') };
}

describe('polkadot-js JSON', () => {
  it('imports sr25519 and ed25519 as different accounts of the same words', async () => {
    const [a, b] = [await importing(sr25519), await importing(ed25519)];
    expect(encodeAddress(a.pair.publicKey, 42)).toBe(sr25519.address);
    expect(encodeAddress(b.pair.publicKey, 42)).toBe(ed25519.address);
    expect([a.cryptoType, b.cryptoType, a.name]).toEqual(['sr25519', 'ed25519', 'Alice']);
    expect(sr25519.address).not.toBe(ed25519.address);
  });

  it('accepts the address in another prefix when the key is the same', async () => {
    const { publicKey } = (await importing(sr25519)).pair;
    expect(await codeOf(() => importing({ ...sr25519, address: encodeAddress(publicKey, 0) }))).toBe('none');
  });

  it('makes the name in the file safe', async () => {
    const name = `\u202eevil\u0000${'x'.repeat(100)}`;
    expect((await importing({ ...sr25519, meta: { name } })).name).toBe(`evil${'x'.repeat(60)}`);
    expect((await importing({ ...sr25519, meta: { name: 7 } })).name).toBeUndefined();
    expect((await importing({ ...sr25519, meta: 'none' })).name).toBeUndefined();
  });

  it('refuses an address that is not the key inside', async () => {
    expect(await codeOf(() => importing({ ...sr25519, address: bob }))).toBe('keys.json_address_mismatch');
    expect(await codeOf(() => importing({ ...sr25519, address: '0x00' }))).toBe('keys.json_address_mismatch');
    expect(await codeOf(() => importing({ ...sr25519, address: `${sr25519.address}1` }))).toBe(
      'keys.json_address_mismatch',
    );
  });

  it('refuses a public key that is not the secret key’s, even when the address agrees with it', async () => {
    expect(
      await codeOf(() => importing({ ...ed25519, encoding: { ...ed25519.encoding, content: ['pkcs8', 'sr25519'] } })),
    ).toBe('keys.json_address_mismatch');
  });

  it('tells a wrong password from a broken file', async () => {
    expect(await codeOf(() => importing(sr25519, 'wrong'))).toBe('keys.json_wrong_password');
    expect(await codeOf(() => importing(sr25519, ''))).toBe('keys.json_wrong_password');
  });

  it.each([
    ['N = 2^30', (blob: Buffer) => void blob.writeUInt32LE(2 ** 30, 32)],
    ['N = 2', (blob: Buffer) => void blob.writeUInt32LE(2, 32)],
    ['N = 0', (blob: Buffer) => void blob.writeUInt32LE(0, 32)],
    ['N = 2^17 + 1', (blob: Buffer) => void blob.writeUInt32LE(2 ** 17 + 1, 32)],
    ['p = 2^32 - 1', (blob: Buffer) => void blob.writeUInt32LE(2 ** 32 - 1, 36)],
    ['r = 1024', (blob: Buffer) => void blob.writeUInt32LE(1024, 40)],
  ])('refuses scrypt with %s before it runs', async (_name, change) => {
    expect(await codeOf(() => importing(withBlob(change)))).toBe('keys.json_unsupported');
  });

  it('names what it does not support', async () => {
    const { encoding } = sr25519;
    const unsupported = [
      open,
      ecdsa,
      { encodedAccounts: Array(10_000).fill({}) },
      { ...sr25519, encoding: { ...encoding, content: ['pkcs8', 'ethereum'] } },
      { ...sr25519, encoding: { ...encoding, content: ['pkcs8', '__proto__'] } },
      { ...sr25519, encoding: { ...encoding, content: ['raw', 'sr25519'] } },
      { ...sr25519, encoding: { ...encoding, type: 'none' } },
      { ...sr25519, encoding: { ...encoding, type: ['xsalsa20-poly1305'] } },
      { ...sr25519, encoding: { ...encoding, type: ['none', 'scrypt', 'xsalsa20-poly1305'] } },
      { ...sr25519, encoding: { ...encoding, version: '2' } },
    ];
    for (const file of unsupported) expect(await codeOf(() => importing(file))).toBe('keys.json_unsupported');
  });

  it('calls everything else invalid', async () => {
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '7',
      '"text"',
      '{}',
      '{"__proto__":{"address":"x"}}',
      `{"address":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      JSON.stringify({ ...sr25519, address: 7 }),
      JSON.stringify({ ...sr25519, encoded: '' }),
      JSON.stringify({ ...sr25519, encoded: '****' }),
      JSON.stringify({ ...sr25519, encoded: `${sr25519.encoded} ` }),
      JSON.stringify({ ...sr25519, encoded: 'A'.repeat(2000) }),
      JSON.stringify({ ...sr25519, encoding: undefined }),
      JSON.stringify({ ...sr25519, encoding: { ...sr25519.encoding, content: 'pkcs8' } }),
      ' '.repeat(1_048_577),
    ];
    for (const text of texts) expect(await codeOf(() => importPolkadotJson(text, PASSWORD))).toBe('keys.json_invalid');
    expect(Object.prototype).not.toHaveProperty('address');
  });

  it('survives a blob cut anywhere in its frame', async () => {
    const blob = Buffer.from(sr25519.encoded, 'base64');
    for (const length of [1, 31, 32, 44, 68, 84, 100, 147]) {
      const code = await codeOf(() => importing(withBlob(() => blob.subarray(0, length))));
      expect(code).toBe('keys.json_invalid');
    }
    expect(await codeOf(() => importing(withBlob(() => blob.subarray(0, blob.length - 1))))).toBe(
      'keys.json_wrong_password',
    );
  });
});
