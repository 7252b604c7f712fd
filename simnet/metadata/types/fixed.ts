import { i64, i128, type Ref, struct, u128 } from '../language/type.ts';

// substrate_fixed counts its fraction bits in typenum: binary digits nested from the most significant bit.
const zeroBit = struct('substrate_typenum::bit::B0', []);
const oneBit = struct('substrate_typenum::bit::B1', []);
const terminal = struct('substrate_typenum::uint::UTerm', []);

const digit = (msb: Ref, lsb: Ref): Ref =>
  struct(
    'substrate_typenum::uint::UInt',
    { msb: { type: msb.type, label: 'U' }, lsb: { type: lsb.type, label: 'B' } },
    { U: msb, B: lsb },
  );

function typenum(count: number): Ref {
  let number = terminal;
  for (const bit of count.toString(2)) number = digit(number, bit === '1' ? oneBit : zeroBit);
  return number;
}

const U32 = typenum(32);
const U64 = typenum(64);

const fixed = (label: string, name: string, bits: Ref, fraction: Ref): Ref => ({
  ...struct(`substrate_fixed::${name}`, { bits }, { Frac: fraction }),
  label,
});

/** Fixed-point numbers: the raw integer `bits` divided by two to the fraction bits. */
export const U64F64 = fixed('U64F64', 'FixedU128', u128, U64);
export const U96F32 = fixed('U96F32', 'FixedU128', u128, U32);
export const I96F32 = fixed('I96F32', 'FixedI128', i128, U32);
export const I64F64 = fixed('I64F64', 'FixedI128', i128, U64);
export const I32F32 = fixed('I32F32', 'FixedI64', i64, U32);
