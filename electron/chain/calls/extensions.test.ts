import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/index.ts';
import { type ExtensionEntry, RuntimeCodec } from '../scale/codec.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE, SNAPSHOT_SPECS } from '../testing/snapshots.ts';
import { planExtensions } from './extensions.ts';

/** The real runtime with another list of extensions. */
class Altered extends RuntimeCodec {
  alter: (list: readonly ExtensionEntry[]) => readonly ExtensionEntry[] = (list) => list;
  override extensions(): readonly ExtensionEntry[] {
    return this.alter(super.extensions());
  }
}

describe.skipIf(!hasSnapshots)(`signed extensions${SNAPSHOT_NOTE}`, () => {
  it.each(SNAPSHOT_SPECS)('of spec %i can all be signed', (spec) => {
    const plan = planExtensions(new RuntimeCodec(readSnapshot(spec)));
    expect(plan.filter((one) => one.extra ?? one.implicit).map((one) => one.name)).toEqual([
      'CheckSpecVersion',
      'CheckTxVersion',
      'CheckGenesis',
      'CheckMortality',
      'CheckNonce',
      'ChargeTransactionPayment',
      'CheckMetadataHash',
    ]);
  });

  const codec = hasSnapshots ? new Altered(readSnapshot(424)) : undefined;
  if (codec === undefined) return;
  const entry = (name: string): ExtensionEntry => {
    const found = new RuntimeCodec(readSnapshot(424)).extensions().find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  const empty = entry('DrandPriority').extraType;
  const full = entry('CheckGenesis').implicitType;

  it('nobody knows pass when they add no byte', () => {
    codec.alter = (list) => [...list, { name: 'FromTheFuture', extraType: empty, implicitType: empty }];
    expect(planExtensions(codec).at(-1)).toEqual({ name: 'FromTheFuture' });
  });

  it.each([
    ['extra', { name: 'FromTheFuture', extraType: full, implicitType: empty }],
    ['implicit data', { name: 'FromTheFuture', extraType: empty, implicitType: full }],
  ])('nobody knows are refused by name when they add %s', (_, added) => {
    codec.alter = (list) => [...list, added];
    expect(() => planExtensions(codec)).toThrow(
      expect.objectContaining({ code: 'chain.unknown_extension', facts: { name: 'FromTheFuture' } }) as Error,
    );
  });

  it('whose known part changed its size are refused', () => {
    codec.alter = (list) => list.map((one) => (one.name === 'CheckSpecVersion' ? { ...one, implicitType: full } : one));
    expect(() => planExtensions(codec)).toThrow(AppError);
  });

  it('must include the ones a signature is bound by', () => {
    codec.alter = (list) => list.filter((one) => one.name !== 'CheckGenesis');
    expect(() => planExtensions(codec)).toThrow(
      expect.objectContaining({ facts: { missing: 'CheckGenesis' } }) as Error,
    );
  });
});
