/** Every prefix-42 address begins with a 5, so its first character tells nothing. */
const HEAD = [1, 5] as const;
const TAIL = 4;

/**
 * The known address that `address` could be mistaken for: the same four characters after the 5, or the same last four,
 * without being it. Somebody who plants look-alikes matches what people compare.
 */
export function findLookalike(address: string, known: Iterable<string>): string | undefined {
  const head = address.slice(...HEAD);
  const tail = address.slice(-TAIL);
  for (const other of known) {
    if (other === address) continue;
    if (other.slice(...HEAD) === head || other.slice(-TAIL) === tail) return other;
  }
  return undefined;
}
