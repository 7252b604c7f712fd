import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StakePosition } from '../../shared/contract/index.ts';
import {
  type Coldkey,
  type Hotkey,
  parseAmount,
  toAlphaRao,
  toNetuid,
  toRao,
  toRaoPerAlpha,
} from '../../shared/units/index.ts';
import { parseCsv } from './csv.test-support.ts';
import { type ExportFacts, portfolioCsv } from './portfolio-export.ts';
import { portfolioJson } from './portfolio-json.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Coldkey;
const HOTKEY = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Hotkey;

const anyAmount = fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n });
const anyPosition: fc.Arbitrary<StakePosition> = fc.record({
  coldkey: fc.constant(ALICE),
  hotkey: fc.constant(HOTKEY),
  validatorName: fc.oneof(fc.string(), fc.constantFrom('=cmd|x', '+1,"2"', '\u202e@x', 'a\r\nb;c')),
  netuid: fc.integer({ min: 0, max: 128 }).map(toNetuid),
  subnetName: fc.string(),
  symbol: fc.constant('α'),
  alpha: anyAmount.map(toAlphaRao),
  price: anyAmount.map(toRaoPerAlpha),
  spotValue: anyAmount.map(toRao),
  exit: fc.oneof(
    fc.record({ is: fc.constant('pays' as const), tao: anyAmount.map(toRao), blockNumber: fc.nat() }),
    fc.record({ is: fc.constant('cannot' as const), blockNumber: fc.nat() }),
    fc.record({ is: fc.constant('unknown' as const) }),
  ),
});

const ZERO = toRao(0n);
function facts(change: Partial<ExportFacts> = {}): ExportFacts {
  return {
    network: 'practice',
    block: { blockNumber: 77, blockHash: `0x${'ab'.repeat(32)}` },
    exportedAtMs: Date.UTC(2026, 10, 25, 14, 3),
    balances: [],
    positions: [],
    locks: [],
    rootDividends: [],
    baskets: undefined,
    totals: { free: ZERO, reserved: ZERO, stakedSpot: ZERO, total: ZERO, stakedExit: ZERO, exitComplete: true },
    labelOf: () => '=Savings',
    ...change,
  };
}

function records(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = parseCsv(csv);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? 'MISSING'])));
}

const amountOf = (text: string | undefined): bigint | undefined => parseAmount(text ?? '').value;

describe('portfolioCsv', () => {
  it('gives every amount back to the base unit, with its own unit, block and time', () => {
    fc.assert(
      fc.property(fc.array(anyPosition, { maxLength: 5 }), (positions) => {
        const rows = records(portfolioCsv(facts({ positions })));
        expect(rows).toHaveLength(positions.length);
        positions.forEach((position, index) => {
          const row = rows[index];
          expect(amountOf(row?.['amount'])).toBe(position.alpha);
          expect(amountOf(row?.['spot_value_tao'])).toBe(position.spotValue);
          expect(row?.['amount_unit']).toBe(position.netuid === 0 ? 'TAO' : `alpha of subnet ${position.netuid}`);
          expect(amountOf(row?.['exit_value_tao'])).toBe(position.exit.is === 'pays' ? position.exit.tao : undefined);
          expect(row).toMatchObject({
            exit: position.exit.is,
            block_number: '77',
            block_hash: `0x${'ab'.repeat(32)}`,
            exported_at: '2026-11-25T14:03:00.000Z',
          });
        });
      }),
    );
  });

  it('holds no field that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(fc.array(anyPosition, { maxLength: 5 }), (positions) => {
        for (const row of parseCsv(portfolioCsv(facts({ positions }))))
          for (const value of row) expect(value).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    );
  });

  it('writes the parts of a balance, a lock and an owed dividend as records of their own', () => {
    const rows = records(
      portfolioCsv(
        facts({
          balances: [
            { address: ALICE, free: toRao(3n), reserved: toRao(2n), frozen: toRao(1n), transferable: toRao(0n) },
          ],
          locks: [
            {
              coldkey: ALICE,
              netuid: toNetuid(8),
              total: toAlphaRao(9n),
              locked: toAlphaRao(4n),
              available: toAlphaRao(5n),
            },
          ],
          rootDividends: [
            {
              coldkey: ALICE,
              hotkey: HOTKEY,
              netuid: toNetuid(8),
              owed: toAlphaRao(6n),
              threshold: toAlphaRao(7n),
              spotValue: toRao(1n),
            },
          ],
        }),
      ),
    );
    expect(rows.map(({ record, amount, amount_unit }) => [record, amount, amount_unit])).toEqual([
      ['balance_free', '0.000000003', 'TAO'],
      ['balance_reserved', '0.000000002', 'TAO'],
      ['balance_frozen', '0.000000001', 'TAO'],
      ['balance_transferable', '0', 'TAO'],
      ['stake_locked', '0.000000004', 'alpha of subnet 8'],
      ['stake_available', '0.000000005', 'alpha of subnet 8'],
      ['root_dividend', '0.000000006', 'alpha of subnet 8'],
    ]);
    expect(rows[6]).toMatchObject({ claim_threshold_amount: '0.000000007', account: "'=Savings" });
  });
});

const basket = {
  coldkey: ALICE,
  hotkey: HOTKEY,
  validatorName: '=Validator',
  owed: toRao(6n),
  threshold: toRao(7n),
  blockNumber: 70,
};

describe('what a basket owes', () => {
  it('is TAO that a claim pays, by the quote of a named block, and stands in no column of value', () => {
    const [row] = records(portfolioCsv(facts({ baskets: [basket] })));
    expect(row).toMatchObject({
      record: 'basket_claimable',
      account_address: ALICE,
      validator: "'=Validator",
      validator_hotkey: HOTKEY,
      amount: '0.000000006',
      amount_unit: 'TAO',
      spot_value_tao: '',
      exit_value_tao: '',
      claim_threshold_amount: '0.000000007',
      claim_quote_block: '70',
      block_number: '77',
      exported_at: '2026-11-25T14:03:00.000Z',
    });
  });

  it('is in the JSON in rao, marked as not spendable, as is the sum', () => {
    const read = (change: Partial<ExportFacts>): unknown => JSON.parse(portfolioJson(facts(change)));
    const totals = { ...facts().totals, claimable: toRao(6n) };
    expect(read({ baskets: [basket], totals })).toMatchObject({
      totals: { claimable: { amount: '6', unit: 'rao', spendable: false } },
      baskets: [
        {
          account: '=Savings',
          address: ALICE,
          hotkey: HOTKEY,
          claimPays: { amount: '6', unit: 'rao' },
          claimThreshold: { amount: '7', unit: 'rao' },
          spendable: false,
          quotedAtBlock: 70,
        },
      ],
    });
    expect(read({})).not.toHaveProperty('baskets');
    expect(read({})).not.toHaveProperty('totals.claimable');
  });
});

describe('portfolioJson', () => {
  it('gives every amount back in base units with the name of its unit', () => {
    fc.assert(
      fc.property(fc.array(anyPosition, { maxLength: 5 }), (positions) => {
        const document = JSON.parse(portfolioJson(facts({ positions }))) as {
          readonly block: unknown;
          readonly exportedAt: string;
          readonly positions: readonly { readonly staked: unknown; readonly exit: { readonly is: string } }[];
        };
        expect(document.block).toEqual({ number: 77, hash: `0x${'ab'.repeat(32)}` });
        expect(document.exportedAt).toBe('2026-11-25T14:03:00.000Z');
        expect(document.positions.map(({ staked }) => staked)).toEqual(
          positions.map(({ alpha, netuid }) =>
            netuid === 0
              ? { amount: alpha.toString(), unit: 'rao' }
              : { amount: alpha.toString(), unit: 'alpha base units', netuid },
          ),
        );
        expect(document.positions.map(({ exit }) => exit.is)).toEqual(positions.map(({ exit }) => exit.is));
      }),
    );
  });
});
