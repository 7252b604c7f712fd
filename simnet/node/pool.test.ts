import { describe, expect, it } from 'vitest';
import type { ValidTransaction } from '../runtime/port.ts';
import { Pool } from './pool.ts';

const valid = (requires: string[], provides: string[], priority = 1n): ValidTransaction => ({
  ok: true,
  priority,
  requires,
  provides,
  longevity: 64n,
  propagate: true,
});
const bytes = new Uint8Array();

describe('the pool', () => {
  const order = (pool: Pool): string[] => pool.ready().map(({ hash }) => hash);

  it('offers what is required first, then by priority, then by arrival', () => {
    const pool = new Pool();
    pool.add('a0', bytes, valid([], ['a0']), 9);
    pool.add('b0', bytes, valid([], ['b0'], 5n), 9);
    pool.add('a1', bytes, valid(['a0'], ['a1'], 9n), 9);
    expect(order(pool)).toEqual(['a0', 'a1', 'b0']);
  });

  it('replaces a transaction by one of higher priority and lets its dependants wait for the new one', () => {
    const pool = new Pool();
    pool.add('old', bytes, valid([], ['n0']), 9);
    pool.add('next', bytes, valid(['n0'], ['n1']), 9);
    const result = pool.add('new', bytes, valid([], ['n0'], 2n), 9);
    expect(result).toMatchObject({ ok: true, replaced: { hash: 'old' } });
    expect(order(pool)).toEqual(['new', 'next']);
  });

  it('makes dependants wait again when what they need is taken out', () => {
    const pool = new Pool();
    pool.add('a', bytes, valid([], ['n0']), 9);
    pool.add('b', bytes, valid(['n0'], ['n1']), 9);
    pool.add('c', bytes, valid(['n1'], ['n2']), 9);
    pool.remove('a');
    expect(order(pool)).toEqual([]);
    expect(
      pool
        .all()
        .map(({ hash }) => hash)
        .sort(),
    ).toEqual(['b', 'c']);
    pool.add('a2', bytes, valid([], ['n0']), 9);
    expect(order(pool)).toEqual(['a2', 'b', 'c']);
  });

  it('treats what a block included as provided', () => {
    const pool = new Pool();
    pool.add('b', bytes, valid(['n0'], ['n1']), 9);
    pool.add('a', bytes, valid([], ['n0']), 9);
    pool.settle(new Set(['a']));
    expect(order(pool)).toEqual(['b']);
  });
});
