/** Steps of a pixel; the amounts themselves are scaled as integers and only the place on screen becomes a number. */
const FINE = 100n;

/** Places of the values in a box, the smallest at the bottom; all equal ones at half the height. Pixels, evenly spaced. */
export function sparkPoints(values: readonly bigint[], width: number, height: number): readonly [number, number][] {
  const least = values.reduce((a, b) => (b < a ? b : a), values[0] ?? 0n);
  const most = values.reduce((a, b) => (b > a ? b : a), values[0] ?? 0n);
  const span = most - least;
  const step = width / Math.max(1, values.length - 1);
  return values.map((value, index) => {
    const share = span === 0n ? FINE * 50n : ((value - least) * FINE * 100n) / span; // of 10,000
    return [Math.round(index * step * 100) / 100, height - (Number(share) / 10_000) * height];
  });
}
