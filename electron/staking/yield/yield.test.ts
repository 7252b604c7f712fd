import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../shared/domain/address.ts';
import { type Hotkey, toAlphaRao, toNetuid, toRaoPerAlpha } from '../../../shared/units/index.ts';
import type { EpochRow, EpochSample } from '../../store/index.ts';
import { aprPpm, apyPpm, blocksAYear, MOST_PPM } from './annual.ts';
import { epochRate, measureEpochs } from './measure.ts';
import { addRates, compareRates, medianRate, type Rate } from './rate.ts';
import { rootYield, subnetYield } from './yields.ts';

const YEAR = blocksAYear(12_000);
const HOTKEY = addressOf<Hotkey>(new Uint8Array(32).fill(3));
const OTHER = addressOf<Hotkey>(new Uint8Array(32).fill(4));

const rate = fc.record({ num: fc.bigInt(0n, 10n ** 15n), den: fc.bigInt(1n, 10n ** 18n) });
const period = fc.integer({ min: 1, max: 65_536 });

function row(dividends: bigint, stakeAfter: bigint, rootDividends = 0n, hotkey = HOTKEY): EpochRow {
  return {
    hotkey,
    dividends: toAlphaRao(dividends),
    stakeAfter: toAlphaRao(stakeAfter),
    rootDividends: toAlphaRao(rootDividends),
  };
}
function epoch(epochBlock: number, rows: readonly EpochRow[], more: Partial<EpochSample> = {}): EpochSample {
  return {
    netuid: toNetuid(1),
    epochBlock,
    periodBlocks: 360,
    price: toRaoPerAlpha(100_000_000n),
    rows,
    ...more,
  };
}

/** (1 + rate)^periods - 1 in parts per million, rounded down once, in exact fractions. */
function exactApy({ num, den }: Rate, periods: bigint): bigint {
  const whole = den ** periods;
  return (((den + num) ** periods - whole) * 1_000_000n) / whole;
}

describe('a yearly rate', () => {
  test('has 2,629,800 blocks in its year at 12 s a block', () => {
    expect(YEAR).toBe(2_629_800n);
    expect(blocksAYear(250)).toBe(126_230_400n);
  });

  test('is the exact fraction rounded down, or no number at all', () => {
    fc.assert(
      fc.property(rate, period, (measured, blocks) => {
        const apr = aprPpm(measured, blocks, YEAR);
        const top = measured.num * YEAR * 1_000_000n;
        const bottom = measured.den * BigInt(blocks);
        if (apr === undefined) {
          expect(top / bottom).toBeGreaterThan(MOST_PPM);
          return;
        }
        expect(Number.isSafeInteger(apr)).toBe(true);
        expect(BigInt(apr) * bottom).toBeLessThanOrEqual(top);
        expect((BigInt(apr) + 1n) * bottom).toBeGreaterThan(top);
      }),
      { numRuns: 10_000 },
    );
  });

  test('grows with what was paid and shrinks with what was staked', () => {
    fc.assert(
      fc.property(rate, fc.bigInt(0n, 10n ** 9n), period, ({ num, den }, more, blocks) => {
        const base = aprPpm({ num, den }, blocks, YEAR) ?? Number.POSITIVE_INFINITY;
        expect(aprPpm({ num: num + more, den }, blocks, YEAR) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(base);
        expect(aprPpm({ num, den: den + more }, blocks, YEAR) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(base);
      }),
    );
  });
});

describe('a compounded rate', () => {
  const periods = fc.integer({ min: 1, max: 120 });

  test('equals exact powers of fractions to the last part per million', () => {
    fc.assert(
      fc.property(rate, periods, (measured, count) => {
        const exact = exactApy(measured, BigInt(count));
        const apy = apyPpm(measured, 1, BigInt(count));
        if (exact > MOST_PPM) {
          expect(apy).toBeUndefined();
          return;
        }
        // rounded down throughout: never above, and below by no more than the last digit
        expect(exact - BigInt(apy ?? -1)).toBeGreaterThanOrEqual(0n);
        expect(exact - BigInt(apy ?? -1)).toBeLessThanOrEqual(1n);
      }),
      { numRuns: 2000 },
    );
  });

  test('is never below the simple one over whole periods, and grows with the rate', () => {
    fc.assert(
      fc.property(rate, fc.bigInt(0n, 10n ** 9n), ({ num, den }, more) => {
        const year = 360n * 7305n;
        const apr = aprPpm({ num, den }, 360, year);
        const apy = apyPpm({ num, den }, 360, year);
        if (apr !== undefined && apy !== undefined) expect(apy).toBeGreaterThanOrEqual(apr - 1);
        const higher = apyPpm({ num: num + more, den }, 360, year);
        if (apy === undefined) expect(higher).toBeUndefined();
        else if (higher !== undefined) expect(higher).toBeGreaterThanOrEqual(apy);
      }),
      { numRuns: 2000 },
    );
  });

  test('says what a bank would: 0.01 % an epoch of 360 blocks is 107.6 % a year', () => {
    const measured = { num: 1n, den: 10_000n };
    expect(aprPpm(measured, 360, YEAR)).toBe(730_500);
    expect(apyPpm(measured, 360, YEAR)).toBe(1_076_042);
  });

  test('is no number when it leaves all bounds', () => {
    expect(apyPpm({ num: 1n, den: 1n }, 360, YEAR)).toBeUndefined();
    expect(aprPpm({ num: 10n ** 9n, den: 1n }, 360, YEAR)).toBeUndefined();
  });
});

describe('the median', () => {
  test('is one of the rates, with at least half of them on either side', () => {
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 20 }), (rates) => {
        const median = medianRate(rates);
        if (median === undefined) throw new Error('no median');
        expect(rates).toContainEqual(median);
        const below = rates.filter((one) => compareRates(one, median) <= 0).length;
        const above = rates.filter((one) => compareRates(one, median) >= 0).length;
        expect(below * 2).toBeGreaterThanOrEqual(rates.length);
        expect(above * 2).toBeGreaterThanOrEqual(rates.length);
      }),
    );
  });

  test('of two is the lower, and of nothing is nothing', () => {
    expect(
      medianRate([
        { num: 2n, den: 1n },
        { num: 1n, den: 1n },
      ]),
    ).toEqual({ num: 1n, den: 1n });
    expect(medianRate([])).toBeUndefined();
  });

  test('sums are exact fractions', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const sum = addRates(a, b);
        expect(sum.num * a.den * b.den).toBe((a.num * b.den + b.num * a.den) * sum.den);
      }),
    );
  });
});

describe('a measured yield', () => {
  test('takes what was staked before the payout, because the chain writes the stake after it', () => {
    expect(epochRate(row(10n, 110n))).toEqual({ num: 10n, den: 100n });
    expect(epochRate(row(10n, 10n))).toBeUndefined();
    expect(epochRate(row(10n, 5n))).toBeUndefined();
  });

  test('is there after one epoch, and later the median with its window', () => {
    const one = measureEpochs([epoch(720, [row(1n, 10_001n)])]);
    expect(subnetYield(one.get(HOTKEY), YEAR)).toEqual({
      method: 'subnet_dividends',
      aprPpm: 730_500,
      apyPpm: 1_076_042,
      epochs: 1,
      fromBlock: 720,
      toBlock: 720,
    });
    const three = measureEpochs([
      epoch(1440, [row(50n, 10_050n)]),
      epoch(1080, [row(1n, 10_001n)]),
      epoch(720, [row(0n, 10_000n)]),
    ]);
    expect(subnetYield(three.get(HOTKEY), YEAR)).toMatchObject({
      aprPpm: 730_500,
      epochs: 3,
      fromBlock: 720,
      toBlock: 1440,
    });
  });

  test('is no number where nothing was staked, and zero where nothing was paid', () => {
    expect(subnetYield(measureEpochs([epoch(720, [row(0n, 0n)])]).get(HOTKEY), YEAR)).toBeUndefined();
    expect(subnetYield(measureEpochs([]).get(HOTKEY), YEAR)).toBeUndefined();
    expect(subnetYield(measureEpochs([epoch(720, [row(0n, 9n)])]).get(HOTKEY), YEAR)).toMatchObject({ aprPpm: 0 });
  });

  test('leaves out epochs of another length than the newest', () => {
    const measures = measureEpochs([
      epoch(1440, [row(1n, 10_001n)]),
      epoch(1080, [row(5000n, 10_000n)], { periodBlocks: 100 }),
    ]);
    expect(subnetYield(measures.get(HOTKEY), YEAR)).toMatchObject({ aprPpm: 730_500, epochs: 1 });
  });
});

describe('a root yield', () => {
  const TAO = 1_000_000_000n;
  const on = (rootDividends: bigint, epochs = 1) =>
    measureEpochs(
      Array.from({ length: epochs }, (_, index) => epoch(720 - index * 360, [row(0n, 0n, rootDividends)])),
    ).get(HOTKEY);

  test('adds what every subnet paid at its price, over the root stake, without compounding', () => {
    // 1 alpha at 0.1 TAO each epoch on two subnets, 7305 epochs a year, on 1000 TAO
    expect(rootYield([on(TAO), on(TAO, 2)], toAlphaRao(1000n * TAO), YEAR)).toEqual({
      method: 'root_dividends',
      aprPpm: 1_461_000,
      epochs: 1,
      fromBlock: 360,
      toBlock: 720,
    });
  });

  test('is no number while a subnet was not read, or without root stake', () => {
    expect(rootYield([on(TAO), undefined], toAlphaRao(1000n * TAO), YEAR)).toBeUndefined();
    expect(rootYield([on(TAO)], toAlphaRao(0n), YEAR)).toBeUndefined();
    expect(rootYield([], toAlphaRao(TAO), YEAR)).toBeUndefined();
  });

  test('belongs to one validator, however many share the epoch', () => {
    const measures = measureEpochs([epoch(720, [row(0n, 0n, TAO), row(0n, 0n, 3n * TAO, OTHER)])]);
    const yields = [HOTKEY, OTHER].map((hotkey) => rootYield([measures.get(hotkey)], toAlphaRao(1000n * TAO), YEAR));
    expect(yields.map((one) => one?.aprPpm)).toEqual([730_500, 2_191_500]);
  });
});
