/** Cap of TAO and of every alpha, in base units. */
const SUPPLY_CAP = 21_000_000_000_000_000n;

/** Base units a block mints at first. */
const FULL = 1_000_000_000n;

/** Emission of a block for what is already issued: halves at 1/2, 3/4, 7/8 ... of the cap. */
export function blockEmission(issued: bigint): bigint {
  let emission = FULL;
  let left = SUPPLY_CAP - issued;
  if (left <= 0n) return 0n;
  while (left * 2n <= SUPPLY_CAP && emission > 0n) {
    emission /= 2n;
    left *= 2n;
  }
  return emission;
}
