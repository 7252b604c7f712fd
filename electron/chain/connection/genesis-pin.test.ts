import { describe, expect, it } from 'vitest';
import { NETWORKS } from '../../../shared/constants/networks.ts';
import { GenesisPin } from './genesis-pin.ts';

const A = `0x${'aa'.repeat(32)}`;
const B = `0x${'bb'.repeat(32)}`;
const finney = NETWORKS.finney.genesisHash ?? '';
const wrong = expect.objectContaining({ code: 'chain.wrong_genesis' }) as Error;

describe('the genesis pin', () => {
  it('accepts only the pinned chain', () => {
    const pin = new GenesisPin(finney);
    pin.check(finney);
    expect(() => pin.check(A)).toThrow(wrong);
  });

  it('refuses the named networks where another was chosen', () => {
    const pin = new GenesisPin(undefined);
    expect(() => pin.check(finney)).toThrow(wrong);
    expect(() => pin.check(NETWORKS.test.genesisHash ?? '')).toThrow(wrong);
    pin.check(A);
  });

  it('keeps the first chain for the whole session', () => {
    const pin = new GenesisPin(undefined);
    pin.check(A);
    expect(() => pin.check(B)).toThrow(wrong);
    pin.check(A);
  });
});
