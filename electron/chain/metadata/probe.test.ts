import { describe, expect, it } from 'vitest';
import { RuntimeCodec } from '../scale/codec.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE, SNAPSHOT_SPECS } from '../testing/snapshots.ts';
import type { Capabilities } from './capabilities.ts';
import { probeCapabilities } from './probe.ts';

/** Chain guide, section 10: present at 218, 240, 365, 424. */
const TABLE: Readonly<Record<keyof Capabilities, string>> = {
  typedRuntimeApis: 'nyyy',
  limitStaking: 'nyyy',
  swapStake: 'nyyy',
  swapStakeLimit: 'nyyy',
  moveStake: 'yyyy',
  moveStakeLimit: 'nnnn',
  transferStake: 'nyyy',
  unstakeAll: 'nyyy',
  fullExitLimit: 'nnyy',
  quotes: 'nnyy',
  quoteSlippage: 'nnny',
  allPrices: 'nnny',
  stakeAvailability: 'nnny',
  clearSigning: 'yyyy',
  senateVoting: 'yynn',
  collectiveReferenda: 'nnnn',
  convictionLocks: 'nnny',
  rootClaims: 'nnyy',
  rootBaskets: 'nnnn',
  rootStakeHold: 'nnnn',
  autoStake: 'nnyy',
  takeChanges: 'yyyy',
  childKeys: 'yyyy',
  atomicBatch: 'yyyy',
  alphaFees: 'nnny',
  oneStakeCallPerBlock: 'nnyn',
  capsAtPosition: 'nnyy',
  epochDividends: 'nnyy',
  selectiveMetagraph: 'nnyy',
};

describe.skipIf(!hasSnapshots)(`capabilities${SNAPSHOT_NOTE}`, () => {
  it.each(SNAPSHOT_SPECS.map((spec, column) => [spec, column] as const))(
    'of spec %i are those of the guide',
    (spec, column) => {
      const expected = Object.fromEntries(Object.entries(TABLE).map(([name, row]) => [name, row[column] === 'y']));
      expect(probeCapabilities(new RuntimeCodec(readSnapshot(spec)))).toEqual(expected);
    },
  );

  it('of metadata without runtime APIs claim none and no digest', () => {
    const found = probeCapabilities(new RuntimeCodec(readSnapshot('218-v14')));
    expect(found).toMatchObject({ typedRuntimeApis: false, clearSigning: false, senateVoting: true });
  });
});
