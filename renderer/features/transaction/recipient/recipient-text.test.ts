import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../../shared/domain/address.ts';
import { readRecipient } from './recipient-text.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03';
const anyAddress = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((key) => addressOf(key));

describe('readRecipient', () => {
  it('accepts every canonical address and gives exactly it', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(readRecipient(address, 'finney')).toEqual({ ok: true, address });
      }),
    );
  });

  it('refuses an address with one character changed', () => {
    fc.assert(
      fc.property(
        anyAddress,
        fc.nat(),
        fc.constantFrom(...Array.from('123456789ABCDEFGHJKLMNPQRSTUVWXYZ')),
        (address, at, char) => {
          const index = at % address.length;
          fc.pre(address[index] !== char);
          const wrong = `${address.slice(0, index)}${char}${address.slice(index + 1)}`;
          expect(readRecipient(wrong, 'finney').ok).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['', 'empty'],
    [` ${ALICE}`, 'blank'],
    [`${ALICE}\n`, 'blank'],
    [`${ALICE.slice(0, 9)}\u200b${ALICE.slice(9)}`, 'blank'],
    ['0x', 'hex'],
    ['0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d', 'hex'],
    ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', 'wrong_prefix'],
    ['25GUyv', 'not_an_address'],
    [ALICE.slice(0, -1), 'not_an_address'],
  ])('refuses %j', (text, problem) => {
    expect(readRecipient(text, 'finney')).toMatchObject({ ok: false, problem });
  });

  it('takes the address out of a substrate link of the connected chain', () => {
    expect(readRecipient(`substrate:${ALICE}`, 'finney')).toEqual({ ok: true, address: ALICE });
    expect(readRecipient(`substrate:${ALICE}:${FINNEY}:Somebody`, 'finney')).toEqual({ ok: true, address: ALICE });
  });

  it('refuses a link of another chain, of a pinned chain on practice, and one with a line break', () => {
    expect(readRecipient(`substrate:${ALICE}:${FINNEY}`, 'test')).toMatchObject({ problem: 'other_chain' });
    expect(readRecipient(`substrate:${ALICE}:${FINNEY}`, 'practice')).toMatchObject({ problem: 'other_chain' });
    expect(readRecipient(`substrate:${ALICE}:${FINNEY}:a\nb`, 'finney')).toMatchObject({ problem: 'blank' });
    expect(readRecipient(`substrate:${ALICE}?amount=5`, 'finney').ok).toBe(false);
  });
});
