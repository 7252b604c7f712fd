import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARNING_CODES } from '../../shared/contract/index.ts';
import { APP_ERROR_CODES } from '../../shared/errors/index.ts';
import { KNOWN_MODULE_ERRORS, moduleErrorSentence } from './errors/module-errors.ts';
import { ERROR_SENTENCES, sentenceFor } from './errors.ts';
import type { Facts } from './sentence.ts';
import { warningTexts } from './warnings.ts';

const FACT_NAMES = [
  'available',
  'required',
  'fee',
  'minimum',
  'netuid',
  'symbol',
  'reason',
  'error',
  'waitMs',
  'count',
];
const anyFacts: fc.Arbitrary<Facts> = fc.dictionary(
  fc.oneof(fc.constantFrom(...FACT_NAMES), fc.string({ maxLength: 12 })),
  fc.oneof(fc.string(), fc.bigInt({ min: 0n }).map(String), fc.integer(), fc.double(), fc.boolean()),
);

function expectWhole(text: string): void {
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/unknown error|undefined|NaN|\[object|something went wrong/iu);
  expect(text).toMatch(/[.!?)]$/u);
}

describe('error sentences', () => {
  it.each(APP_ERROR_CODES)('say what happened and what to do for %s without any fact', (code) => {
    const { title, detail } = sentenceFor({ code, facts: {} });
    expectWhole(title);
    expectWhole(detail);
  });

  it('stay whole whatever facts come along', () => {
    fc.assert(
      fc.property(fc.constantFrom(...APP_ERROR_CODES), anyFacts, (code, facts) => {
        const { title, detail } = ERROR_SENTENCES[code](facts);
        expect(title.trim()).not.toBe('');
        expect(detail.trim()).not.toBe('');
        expect(`${title}${detail}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/u);
      }),
    );
  });

  it('are all different, so that a person can quote one', () => {
    const titles = APP_ERROR_CODES.filter((code) => code !== 'tx.dispatch_failed').map(
      (code) => sentenceFor({ code, facts: {} }).title,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('name amounts exactly, to the last rao', () => {
    const { detail } = sentenceFor({
      code: 'tx.insufficient_balance',
      facts: { available: '12500000001', required: '12500131234' },
    });
    expect(detail).toContain('12.500000001 τ');
    expect(detail).toContain('12.500131234 τ');
  });

  it('say from which block on root stake can leave, and in about what time', () => {
    const facts = { fromBlock: 7_300_100, blocks: 600, blockTimeMs: 12_000 };
    const { detail } = sentenceFor({ code: 'tx.root_stake_held', facts });
    expect(detail).toContain('It can leave from block 7\u202f300\u202f100, in about 2 hours.');
    expect(sentenceFor({ code: 'tx.root_stake_held', facts: {} }).detail).toContain('It can leave later.');
    const step = sentenceFor({
      code: 'tx.root_stake_held',
      facts: { reason: 'step', blocks: 600, blockTimeMs: 12_000 },
    });
    expect(step.detail).toContain('It could leave again in about 2 hours.');
  });

  it('say of a fee in alpha when a lock is the reason why it cannot be paid', () => {
    const facts = { netuid: 8, symbol: 'θ', fee: '900000', available: '1000' };
    const { detail } = sentenceFor({ code: 'tx.fee_alpha_unpayable', facts });
    expect(detail).toContain('0.000001 θ SN8 of stake is too little');
    const locked = sentenceFor({ code: 'tx.fee_alpha_unpayable', facts: { ...facts, held: '5000000000' } });
    expect(locked.detail).toContain('0.000001 θ SN8, all that no lock holds of 5 θ SN8, is too little');
  });

  it('say of a tolerance of zero why it is none', () => {
    const zero = sentenceFor({ code: 'tx.tolerance_invalid', facts: { tolerance: 0 } });
    const wide = sentenceFor({ code: 'tx.tolerance_invalid', facts: { tolerance: 600_000 } });
    expect(zero.title).toContain('would let any price move refuse the trade');
    expect(wide.title).not.toBe(zero.title);
  });

  it('name a bound of the take in percent, never as cheaper than it is', () => {
    const facts = { maximum: 11_796 };
    expect(sentenceFor({ code: 'tx.take_too_high', facts }).detail).toContain('18.00 %');
    expect(sentenceFor({ code: 'tx.take_too_high', facts: { maximum: 70_000 } }).detail).toContain(
      'Choose a lower one',
    );
  });

  it('name alpha with its subnet and never as TAO', () => {
    const { detail } = sentenceFor({
      code: 'tx.not_enough_stake',
      facts: { available: '9007199254740993', netuid: 8, symbol: 'θ' },
    });
    expect(detail).toContain('9007199.254740993 θ SN8');
    expect(detail).not.toContain('τ');
  });
});

describe('module errors', () => {
  it.each(KNOWN_MODULE_ERRORS)('%s has its own reason and tells about the fee', (name) => {
    const { title, detail } = moduleErrorSentence(name, { fee: '131234' });
    expectWhole(title);
    expect(title).not.toContain(name);
    expect(detail).toContain('0.000131234 τ was paid');
  });

  it.each(['SubtensorModule.SlippageTooHigh', 'Swap.PriceLimitExceeded'])(
    '%s says plainly that the funds stayed where they were',
    (error) => {
      const { title, detail } = sentenceFor({ code: 'tx.dispatch_failed', facts: { error, fee: '131234' } });
      expect(title).toBe('The price moved beyond your limit.');
      expect(detail).toContain('are where they were');
      expect(detail).toContain('Only the network fee of 0.000131234 τ was paid');
    },
  );

  it('tells a fee that alpha paid as that alpha, never as TAO', () => {
    const facts = { error: 'SubtensorModule.StakeUnavailable', feeInAlpha: '1353677', netuid: 8, symbol: 'θ' };
    const { title, detail } = sentenceFor({ code: 'tx.dispatch_failed', facts });
    expect(title).toBe('Part of this stake is locked.');
    expect(detail).toContain('network fee of 0.001353677 θ SN8 was paid');
    expect(detail).not.toContain('τ');
  });

  it('names the step of a batch the chain stopped at', () => {
    expect(moduleErrorSentence('SubtensorModule.AmountTooLow', { step: 3 }).title).toMatch(/^Step 3: /u);
    expect(moduleErrorSentence('SubtensorModule.AmountTooLow', { step: 'x' }).title).not.toContain('Step');
  });

  it('have a reason for every error that a call of delegation can give', () => {
    const given = [
      'AmountTooLow NotEnoughStakeToWithdraw NotEnoughBalanceToStake StakeUnavailable TransferDisallowed SameNetuid',
      'AccountRejectsLockedAlpha LockHotkeyMismatch SubtokenDisabled SubnetNotExists StakingOperationRateLimitExceeded',
      'DelegateTakeTooHigh DelegateTakeTooLow DelegateTxRateLimitExceeded InsufficientLiquidity NonAssociatedColdKey',
      'HotKeyNotRegisteredInSubNet HotKeyAccountNotExists SameAutoStakeHotkeyAlreadySet InvalidSubnetNumber',
      'RootStakeLocked',
    ].flatMap((line) => line.split(' ').map((name) => `SubtensorModule.${name}`));
    const swap = ['ReservesTooLow', 'SwapInputTooLarge', 'InsufficientLiquidity', 'PriceLimitExceeded'];
    expect(KNOWN_MODULE_ERRORS).toEqual(expect.arrayContaining([...given, ...swap.map((name) => `Swap.${name}`)]));
  });

  it('shows the name of an error nobody foresaw', () => {
    expect(sentenceFor({ code: 'tx.dispatch_failed', facts: { error: 'NewPallet.NewError' } }).title).toContain(
      'NewPallet.NewError',
    );
  });
});

describe('warnings', () => {
  it.each(WARNING_CODES)('%s has a sentence without any fact', (code) => {
    const [text] = warningTexts([{ code, facts: {} }]);
    expectWhole(text?.title ?? '');
    expectWhole(text?.detail ?? '');
  });

  it('come by weight, each once', () => {
    const texts = warningTexts([
      { code: 'practice_network', facts: {} },
      { code: 'recipient_first_time', facts: {} },
      { code: 'closes_account', facts: {} },
      { code: 'closes_account', facts: {} },
    ]);
    expect(texts.map((text) => text.code)).toEqual(['closes_account', 'recipient_first_time', 'practice_network']);
  });

  it('read numbers that came as text', () => {
    expect(warningTexts([{ code: 'positions_skipped', facts: { count: '2' } }])[0]?.title).toBe(
      '2 positions stay where they are.',
    );
    const [fee] = warningTexts([{ code: 'fee_in_alpha', facts: { amount: '1500000000', netuid: '8', symbol: 'θ' } }]);
    expect(fee?.detail).toContain('at most 1.5 θ SN8');
  });

  it('tell how long root stake is held, and whose', () => {
    const facts = { blocks: '7200', blockTimeMs: '12000' };
    const titleOf = (whose: string): string | undefined =>
      warningTexts([{ code: 'holds_root_stake', facts: { ...facts, whose } }])[0]?.title;
    expect(titleOf('all')).toBe(
      'Root stake with this validator can then not leave for 7\u202f200 blocks, about 24 hours.',
    );
    expect(titleOf('rest')).toMatch(/^The root stake that is left with this validator can then not leave/u);
    expect(titleOf('recipient')).toMatch(/^The recipient's root stake/u);
  });

  it('say of locks that nobody told of what they could stand in the way of', () => {
    const of = (locks: string): string => warningTexts([{ code: 'locks_unknown', facts: { locks } }])[0]?.detail ?? '';
    expect(of('hold')).toContain('the chain refuses all of it; a refusal');
    expect(of('go_along')).toContain('a part of the lock goes to the recipient');
    expect(of('fee')).toContain('too little to pay the network fee; then nothing happens and nothing is paid.');
  });

  it('show the impact in percent without rounding it up', () => {
    expect(warningTexts([{ code: 'impact_strong', facts: { priceImpact: '51999' } }])[0]?.title).toContain('5.19 %');
  });
});
