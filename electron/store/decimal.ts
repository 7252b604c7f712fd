import * as z from 'zod';
import { AppError } from '../../shared/errors/index.ts';

/** A non-negative whole number as decimal text, at most u128. */
export const zDecimal = z
  .string()
  .regex(/^\d{1,39}$/u)
  .transform((text) => BigInt(text));

/** @throws AppError store.damaged when a row is not what this version writes */
export function parseRow<T extends z.ZodType>(schema: T, row: unknown, table: string): z.output<T> {
  const parsed = schema.safeParse(row);
  if (!parsed.success) throw new AppError('store.damaged', { table }, { cause: parsed.error });
  return parsed.data;
}
