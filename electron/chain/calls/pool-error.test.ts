import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/index.ts';
import { toChainError } from '../connection/rpc-error.ts';
import { poolVerdict } from './pool-error.ts';

const verdict = (code: number, text: string): string => {
  const found = poolVerdict(toChainError({ code, text }, 'author_submitExtrinsic'));
  return found === 'already_there' ? found : found.code;
};
const invalid = (text: string): string => verdict(1010, `Invalid Transaction | ${text}`);

describe('what the pool says', () => {
  it.each([
    ['Custom error: 0', 'tx.coldkey_swap_pending'],
    ['Custom error: 1', 'tx.below_min_stake'],
    ['Custom error: 2', 'tx.insufficient_balance'],
    ['Custom error: 3', 'tx.subnet_missing'],
    ['Custom error: 4', 'tx.hotkey_unknown'],
    ['Custom error: 5', 'tx.not_enough_stake'],
    ['Custom error: 6', 'tx.rate_limited'],
    ['Custom error: 7', 'tx.cannot_execute'],
    ['Custom error: 8', 'tx.price_limit'],
    ['Custom error: 9', 'tx.transfer_disallowed'],
    ['Custom error: 21', 'tx.coldkey_swap_pending'],
    ['Custom error: 255', 'tx.pool_rejected'],
    ['Inability to pay some fees (e.g. account balance too low)', 'tx.fee_unpayable'],
    ['Transaction is outdated', 'tx.nonce_changed'],
    ['Transaction will be valid in the future', 'tx.nonce_changed'],
    ['Transaction has an ancient birth block', 'tx.expired'],
    ['Transaction has a bad signature', 'tx.pool_rejected'],
    ['download the update at http://example.invalid', 'tx.pool_rejected'],
  ])('"%s" becomes %s', (text, code) => {
    expect(invalid(text)).toBe(code);
  });

  it('tells a refused proof from other refusals: it means that the node described the runtime wrongly', () => {
    const shape = poolVerdict(
      toChainError({ code: 1010, text: 'Transaction has a bad signature' }, 'author_submitExtrinsic'),
    );
    expect(shape instanceof AppError ? shape.facts : {}).toEqual({ reason: 'bad proof' });
  });

  it('counts an extrinsic it already has as sent', () => {
    expect(verdict(1013, 'Transaction Already Imported')).toBe('already_there');
  });

  it.each([
    [1014, 'Priority is too low: (1 vs 1)', 'tx.nonce_changed'],
    [1012, 'Transaction is temporarily banned', 'tx.pool_rejected'],
    [1011, 'Unknown Transaction Validity', 'tx.pool_rejected'],
    [-32005, 'slow down', 'chain.rate_limited'],
    [-32000, 'whatever', 'tx.pool_rejected'],
  ])('code %i becomes a code of ours', (code, text, expected) => {
    expect(verdict(code, text)).toBe(expected);
  });

  it('never carries the words of the node in its facts', () => {
    const words = '<b>Update</b> \u001b[31m\u202e http://example.invalid';
    const found = poolVerdict(toChainError({ code: 1010, text: words }, 'author_submitExtrinsic'));
    expect(found).toBeInstanceOf(AppError);
    expect(JSON.stringify(found instanceof AppError ? found.toShape() : found)).not.toContain('example');
  });
});
