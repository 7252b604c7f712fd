import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KEY, sampleContent } from '../testing/samples.ts';
import { parseVault } from './format.ts';
import { openVault, sealVault } from './seal.ts';
import { decodeSecrets, encodeSecrets, wipeBytes } from './secrets-codec.ts';

const bytes = sealVault(sampleContent(), KEY);

/** As somebody would who edits the file on purpose and mends the checksum. */
function forge(edit: (text: string) => string): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(0, 2).join('\n');
  return withChecksum(Buffer.from(edit(`${lines}\n`), 'latin1'));
}

function withChecksum(body: Uint8Array): Uint8Array {
  return Buffer.concat([body, Buffer.from(`${createHash('sha256').update(body).digest('hex')}\n`)]);
}

function problemOf(file: Uint8Array): string {
  const parsed = parseVault(file);
  return parsed.ok ? 'none' : parsed.problem;
}

describe('vault format', () => {
  it('gives back what was sealed, and nothing for another key', () => {
    const parsed = parseVault(bytes);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(parsed.vault.header.accounts).toEqual(sampleContent().accounts);
    expect(openVault(parsed.vault, KEY)).toEqual(sampleContent().secrets);
    expect(openVault(parsed.vault, Buffer.alloc(32, 8))).toBeUndefined();
  });

  it('calls a file cut at any offset damaged', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(problemOf(bytes.subarray(0, length))).toBe('damaged');
  });

  it('calls a file with any bit flipped damaged', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(problemOf(flipped)).toBe('damaged');
    }
  });

  it('opens no forged file, whichever byte was changed and the checksum mended', () => {
    const bodyLength = Buffer.from(bytes).lastIndexOf('\n', bytes.length - 2) + 1;
    let opened = 0;
    for (let at = 0; at < bodyLength; at += 1) {
      const body = Uint8Array.from(bytes.subarray(0, bodyLength));
      body[at] = (body[at] ?? 0) ^ (1 << (at % 7));
      const parsed = parseVault(withChecksum(body));
      if (parsed.ok && openVault(parsed.vault, KEY) !== undefined) opened += 1;
    }
    expect(opened).toBe(0);
  });

  it.each([
    ['N lowered to 2', '"N":131072', '"N":2'],
    ['N halved', '"N":131072', '"N":65536'],
    ['N raised to 2^30', '"N":131072', '"N":1073741824'],
    ['N as text', '"N":131072', '"N":"131072"'],
    ['N missing', '"N":131072,', ''],
    ['r raised', '"r":8', '"r":65536'],
    ['p zero', '"p":1', '"p":0'],
    ['p raised', '"p":1', '"p":1024'],
    ['another KDF', '"scrypt"', '"argon2id"'],
    ['another cipher', 'aes-256-gcm', 'aes-256-ctr'],
    ['extra field', '"r":8', '"r":8,"x":1'],
    ['generation zero', '"generation":1', '"generation":0'],
    ['a prototype', '"generation":1', '"generation":1,"__proto__":{"a":1}'],
    ['version zero', '"version":1', '"version":0'],
    ['another format', 'soma-vault', 'some-vault'],
  ])('refuses a header with %s before any KDF runs', (_name, from, to) => {
    expect(problemOf(forge((text) => text.replace(from, to)))).toBe('damaged');
  });

  it('names a file from a later version even when its header has another shape', () => {
    expect(problemOf(forge((text) => text.replace('"version":1', '"version":2,"new":[1]')))).toBe('from_future');
  });

  it('refuses base64 that is not canonical', () => {
    expect(problemOf(forge((text) => text.replace(/\n$/u, ' \n')))).toBe('damaged');
  });
});

describe('secrets codec', () => {
  it('hands out copies that survive the wiping of the plain text', () => {
    const plain = encodeSecrets(sampleContent().secrets);
    const secrets = decodeSecrets(plain);
    wipeBytes(plain);
    expect(secrets).toEqual(sampleContent().secrets);
  });

  it('refuses every cut and every surplus byte', () => {
    const plain = encodeSecrets(sampleContent().secrets);
    for (let length = 0; length < plain.length; length += 1) {
      expect(() => decodeSecrets(plain.subarray(0, length))).toThrow(RangeError);
    }
    expect(() => decodeSecrets(Buffer.concat([plain, Buffer.alloc(1)]))).toThrow(RangeError);
  });
});
