import { describe, expect, it } from 'vitest';
import { reconcileNonce } from './nonce.ts';

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('the next nonce', () => {
  it("is the pool's when extrinsics wait there, and the state's when the pool lags a block", () => {
    expect(reconcileNonce(7, 7)).toBe(7);
    expect(reconcileNonce(7, 9)).toBe(9);
    expect(reconcileNonce(7, 6)).toBe(7);
  });

  it.each([
    [100, 3],
    [3, 100],
    [0, 2 ** 31],
  ])('is not guessed when the state says %i and the pool %i', (state, pool) => {
    expect(() => reconcileNonce(state, pool)).toThrow(refused('chain.nonce_disagrees'));
  });

  it.each([-1, 1.5, '7', null, 2 ** 32])('is never taken from %s', (pool) => {
    expect(() => reconcileNonce(0, pool)).toThrow(refused('chain.reply_malformed'));
  });
});
