import { describe, expect, it } from 'vitest';
import type { Intent, StakeStep } from '../../../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toPpm, toRao } from '../../../../shared/units/index.ts';
import { partiesOf } from './parties.ts';

const coldkey = 'me' as Coldkey;
const leaving = { amount: toAlphaRao(1n), all: false };
const at = { coldkey, hotkey: 'x' as Hotkey, netuid: toNetuid(8) };
const move: StakeStep = {
  kind: 'stake.move',
  ...at,
  ...leaving,
  toHotkey: 'y' as Hotkey,
  toNetuid: toNetuid(8),
  tolerance: toPpm(0),
};
const add: StakeStep = { kind: 'stake.add', ...at, amount: toRao(1n), tolerance: toPpm(0), allowPartial: false };
const list = (intent: Intent): string[] => partiesOf(intent).map(({ part, address }) => `${part}: ${address}`);

describe('partiesOf', () => {
  it('names both validators of a move', () => {
    expect(list(move)).toEqual(['Account: me', 'From validator: x', 'To validator: y']);
  });

  it('names the recipient and the validator of a stake transfer', () => {
    expect(list({ kind: 'stake.transfer', ...at, ...leaving, to: 'you' as Coldkey })).toEqual([
      'From: me',
      'To: you',
      'Validator: x',
    ]);
  });

  it('names everybody of a batch once in each part', () => {
    expect(list({ kind: 'stake.batch', coldkey, steps: [add, move, add] })).toEqual([
      'Account: me',
      'Validator: x',
      'From validator: x',
      'To validator: y',
    ]);
  });

  it('names the account alone where nobody else is named', () => {
    expect(list({ kind: 'root.claim', coldkey, netuids: [toNetuid(1)] })).toEqual(['Account: me']);
    expect(list({ kind: 'stake.exitAll', coldkey, tolerance: toPpm(5000) })).toEqual(['Account: me']);
  });
});
