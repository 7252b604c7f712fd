import { expect, test } from 'vitest';
import { patiently } from './patiently.ts';

/** Fails so many times, then answers how often it was asked. */
function failing(times: number): () => Promise<number> {
  let asked = 0;
  return () => {
    asked += 1;
    return asked <= times ? Promise.reject(new Error(`try ${asked}`)) : Promise.resolve(asked);
  };
}

function pauses(): { readonly taken: number[]; readonly pause: (ms: number) => Promise<void> } {
  const taken: number[] = [];
  return { taken, pause: (ms) => Promise.resolve(void taken.push(ms)) };
}

test('what succeeds at once is asked once, without a pause', async () => {
  const { taken, pause } = pauses();
  expect(await patiently(failing(0), pause)).toBe(1);
  expect(taken).toEqual([]);
});

test('what fails for a moment is asked again, after pauses that grow', async () => {
  const { taken, pause } = pauses();
  expect(await patiently(failing(3), pause)).toBe(4);
  expect(taken).toEqual([250, 500, 1000]);
});

test('what keeps failing is given up with its last error', async () => {
  const { taken, pause } = pauses();
  await expect(patiently(failing(9), pause)).rejects.toThrow('try 4');
  expect(taken).toHaveLength(3);
});
