import { AppError } from '../../../shared/errors/index.ts';

/** Gives what a reading throws over the node's bytes one code of ours. */
export function toReadError(error: unknown): unknown {
  const known = error instanceof Error ? AppError.find(error) : undefined;
  if (known !== undefined) return known;
  return new AppError('chain.reply_malformed', {}, { cause: error });
}

export async function translated<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw toReadError(error);
  }
}
