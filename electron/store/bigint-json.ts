/** Keys whose values are u64 amounts in base units. Only these are turned back into bigint. */
const AMOUNT_KEYS: ReadonlySet<string> = new Set(['amount']);
const DECIMAL = /^\d{1,39}$/u;

/** JSON with bigint as decimal text: readable by any tool, exact. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item));
}

/** The reverse, for amount fields. The result is untrusted until a schema has parsed it. */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (key, item: unknown) =>
    AMOUNT_KEYS.has(key) && typeof item === 'string' && DECIMAL.test(item) ? BigInt(item) : item,
  );
}
