import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { follow } from './follow.ts';

async function* values<T>(...items: T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('following a stream', () => {
  test('opens it again after it ends and after it fails, and tells of the failure', async () => {
    const seen: number[] = [];
    const errors: string[] = [];
    const sources = [
      (): Promise<AsyncIterable<number>> => Promise.resolve(values(1, 2)),
      (): Promise<AsyncIterable<number>> => Promise.reject(new AppError('chain.offline')),
      (): Promise<AsyncIterable<number>> => Promise.resolve(values(3)),
    ];
    await new Promise<void>((done) => {
      const stop = follow<number>({
        open: () => (sources.shift() ?? ((): Promise<AsyncIterable<number>> => new Promise(() => undefined)))(),
        onValue: (value) => {
          seen.push(value);
          if (value === 3) {
            stop();
            done();
          }
        },
        onError: (error) => errors.push(error.code),
      });
    });
    expect(seen).toEqual([1, 2, 3]);
    expect(errors).toEqual(['chain.offline']);
  });

  test('delivers in a task of its own, so that decoding and drawing do not add up', async () => {
    const order: string[] = [];
    async function* decoded(): AsyncGenerator<number> {
      setTimeout(() => order.push('a task that waited'));
      order.push('decoded');
      yield await Promise.resolve(1);
    }
    await new Promise<void>((done) => {
      const stop = follow<number>({
        open: () => Promise.resolve(decoded()),
        onValue: () => {
          order.push('delivered');
          stop();
          done();
        },
      });
    });
    expect(order).toEqual(['decoded', 'a task that waited', 'delivered']);
  });

  test('delivers nothing after unsubscribing', async () => {
    const seen: number[] = [];
    const stop = follow<number>({ open: () => Promise.resolve(values(1, 2, 3)), onValue: (value) => seen.push(value) });
    stop();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(seen).toEqual([]);
  });
});
