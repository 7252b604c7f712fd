import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../../shared/contract/index.ts';
import type { AppErrorCode } from '../../../../shared/errors/index.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toPpm, toRao } from '../../../../shared/units/index.ts';
import { stepWithAmount, withAccount, withAmount, withoutStep } from './edits.ts';
import { newForm } from './new-form.ts';
import { remedyFor } from './remedy.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const TAO: Asset = { kind: 'tao' };
const ALPHA: Asset = { kind: 'alpha', netuid: toNetuid(8), symbol: 'θ' };
const place = { from: ALICE, hotkey: BOB, netuid: toNetuid(8) };
const holding = { coldkey: ALICE as Coldkey, hotkey: BOB as Hotkey, netuid: toNetuid(8), alpha: toAlphaRao(70n) };
const obstacle = (code: AppErrorCode, facts = {}) => ({ error: { code, facts } });

describe('an amount that would work', () => {
  it.each(['unstake', 'move', 'swap', 'transferStake'] as const)('%s takes all where it is all there is', (kind) => {
    const form = newForm(kind, place, toPpm(5000));
    expect(withAmount(form, { asset: ALPHA, amount: 70n }, [holding])).toMatchObject({ all: true, amount: '' });
    expect(withAmount(form, { asset: ALPHA, amount: 69n }, [holding])).toMatchObject({
      all: false,
      amount: '0.000000069',
    });
  });

  it('is never taken in another currency than the form is in', () => {
    expect(withAmount(newForm('unstake', place, toPpm(0)), { asset: TAO, amount: 5n }, [])).toBeUndefined();
    expect(withAmount(newForm('stake', place, toPpm(0)), { asset: ALPHA, amount: 5n }, [])).toBeUndefined();
    const onRoot = newForm('unstake', { ...place, netuid: toNetuid(0) }, toPpm(0));
    expect(withAmount(onRoot, { asset: TAO, amount: 5n }, [])).toMatchObject({ amount: '0.000000005' });
  });

  it('goes into the step it was said of', () => {
    const step = {
      kind: 'stake.remove',
      coldkey: ALICE as Coldkey,
      hotkey: BOB as Hotkey,
      netuid: toNetuid(8),
      amount: toAlphaRao(99n),
      all: false,
      tolerance: toPpm(5000),
      allowPartial: false,
    } as const;
    expect(stepWithAmount(step, { asset: ALPHA, amount: 70n }, [holding])).toMatchObject({ all: true, amount: 0n });
    expect(stepWithAmount(step, { asset: TAO, amount: 70n }, [holding])).toBeUndefined();
    const add = { ...step, kind: 'stake.add', amount: toRao(1n) } as const;
    expect(stepWithAmount(add, { asset: TAO, amount: 3n }, [])).toMatchObject({ amount: 3n });
  });
});

describe('other values that would work', () => {
  it('are half a percent for a tolerance, and the bound for a take', () => {
    const swap = newForm('swap', place, toPpm(0));
    expect(remedyFor(swap, obstacle('tx.tolerance_invalid'))).toMatchObject({
      label: 'Use 0.5 %',
      form: { tolerance: '0.5' },
    });
    const take = newForm('take', place, toPpm(0));
    expect(remedyFor(take, obstacle('tx.take_too_high', { maximum: 11_796 }))).toMatchObject({
      label: 'Use 18 %',
      form: { take: '18' },
    });
    expect(remedyFor(take, obstacle('tx.take_too_high'))).toBeUndefined();
    expect(remedyFor(swap, obstacle('tx.safe_mode'))).toBeUndefined();
    expect(remedyFor(swap, obstacle('tx.two_steps_needed'))).toBeUndefined();
  });
});

describe('a move that takes two steps', () => {
  it('goes to the other validator on its own subnet first', () => {
    const move = { ...newForm('move', place, toPpm(5000)), toNetuid: toNetuid(9) } as const;
    expect(remedyFor(move, obstacle('tx.two_steps_needed'))).toEqual({
      label: 'Move inside its subnet first',
      form: { ...move, toNetuid: undefined },
    });
    expect(remedyFor(move, obstacle('tx.two_steps_needed', { reason: 'hold' }))).toBeUndefined();
  });
});

describe('another account', () => {
  it('lets go of a position of the earlier one, but keeps one that came before any account', () => {
    expect(withAccount(newForm('unstake', place, toPpm(0)), BOB)).toMatchObject({
      from: BOB,
      hotkey: '',
      netuid: undefined,
    });
    const preset = newForm('unstake', { ...place, from: undefined }, toPpm(0));
    expect(withAccount(preset, ALICE)).toMatchObject({ from: ALICE, hotkey: BOB, netuid: 8 });
  });

  it('is also that of the step being put together', () => {
    const batch = newForm('batch', {}, toPpm(5000));
    expect(withAccount(batch, ALICE)).toMatchObject({ from: ALICE, draft: { from: ALICE } });
  });
});

it('a step taken out of a batch leaves the others in their order', () => {
  const steps = [1, 2, 3].map((amount) => ({ amount })) as never;
  const batch = { ...newForm('batch', {}, toPpm(0)), steps };
  expect(withoutStep(batch, 1).steps).toEqual([{ amount: 1 }, { amount: 3 }]);
});
