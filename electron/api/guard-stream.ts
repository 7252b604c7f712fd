function isAsyncIterator(value: unknown): value is AsyncIterator<unknown> & AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

/** Gives a stream's failures the same treatment as a call's; anything but a stream passes untouched. */
export function guardStream(output: unknown, translate: (error: unknown) => unknown): unknown {
  if (!isAsyncIterator(output)) return output;
  return translated(output, translate);
}

async function* translated(
  source: AsyncIterator<unknown> & AsyncIterable<unknown>,
  translate: (error: unknown) => unknown,
): AsyncGenerator<unknown, void, void> {
  try {
    for await (const value of source) yield value;
  } catch (error) {
    throw translate(error);
  }
}
