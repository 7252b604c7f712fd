/** `5Grwva…GKutQY`: never where an address is being approved. */
export function shortAddress(address: string): string {
  return address.length <= 14 ? address : `${address.slice(0, 6)}…${address.slice(-6)}`;
}

/** The whole address in groups of four, for reading aloud and comparing. */
export function addressGroups(address: string): readonly string[] {
  return address.match(/.{1,4}/gsu) ?? [];
}
