import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { openLogger } from './logger.ts';
import { redact, redactText } from './redact.ts';
import { rotatedLogFile } from './rotate.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'soma-log-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const WORDS = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

describe('the redaction', () => {
  test.each([
    'password',
    'newPassword',
    'jsonPassword',
    'mnemonic',
    'seed',
    'secretKey',
    'privateKey',
    'bearer',
    'authToken',
    'passphrase',
    'words',
    'answers',
    'cookie',
    'authorization',
    'entropy',
    'json',
  ])('hides the field %s at any depth', (name) => {
    expect(JSON.stringify(redact({ a: [{ [name]: 'canary' }] }))).not.toContain('canary');
  });
  test('hides words of a mnemonic, long hex, bearers and bootstrap nonces inside text', () => {
    for (const text of [
      `got ${WORDS} from`,
      `key ${'ab'.repeat(64)}`,
      'bearer.abc-DEF_123',
      'http://127.0.0.1:1/#b=abcDEF',
    ])
      expect(redactText(text)).toContain('[hidden]');
    expect(redactText(WORDS)).not.toContain('sausage');
  });
  test('keeps what is needed to understand: codes, hashes, addresses', () => {
    const hash = `0x${'ab'.repeat(32)}`;
    expect(redactText(hash)).toBe(hash);
    expect(redact(new AppError('disk.full', { path: 'vault' }))).toMatchObject({
      code: 'disk.full',
      facts: { path: 'vault' },
    });
  });
  test('makes control and direction characters visible and caps everything', () => {
    expect(redactText('a\u001b[31m\u202eb\n')).toBe('a\uFFFD[31m\uFFFDb\uFFFD');
    expect(redactText('x'.repeat(10_000)).length).toBeLessThan(600);
    expect(redact(new Uint8Array(9))).toBe('[9 bytes]');
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(redact(loop)).length).toBeLessThan(200);
    expect((redact(Array(10_000).fill(1)) as unknown[]).length).toBe(50);
  });
});

describe('the log file', () => {
  test('is its owner’s alone, holds one JSON line an entry, and no secret', () => {
    const log = openLogger(dir);
    log.info('hello', { netuid: 1, password: 'canary' });
    log.error('bad', new Error(`found ${WORDS}`));
    log.debug('not at this level');
    log.close();
    log.info('after the end');
    const text = readFileSync(join(dir, 'soma.log'), 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string });
    expect(lines.map(({ msg }) => msg)).toEqual(['hello', 'bad']);
    expect(text).not.toMatch(/canary|sausage/u);
    if (process.platform !== 'win32') expect(statSync(join(dir, 'soma.log')).mode & 0o077).toBe(0);
  });
  test('moves aside when full, and the oldest go', () => {
    for (let round = 0; round < 6; round += 1) {
      writeFileSync(rotatedLogFile(dir, 10), `round ${round}, more than ten bytes`);
    }
    expect(readdirSync(dir).sort()).toEqual(['soma.1.log', 'soma.2.log', 'soma.3.log', 'soma.log']);
    expect(readFileSync(join(dir, 'soma.1.log'), 'utf8')).toContain('round 4');
    expect(readFileSync(join(dir, 'soma.3.log'), 'utf8')).toContain('round 2');
  });
});
