import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decAnyMetadata, type UnifiedMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { describe, expect, it } from 'vitest';
import { compareMetadata } from './conformance/compare.ts';
import { buildMetadata, METADATA_VERSIONS, runtimeVersionOf } from './index.ts';

const snapshot = fileURLToPath(new URL('../../../shared/chain/metadata/subtensor-424.scale', import.meta.url));
const present = existsSync(snapshot);
const say = (line: string): unknown => process.stdout.write(`${line}\n`);
if (!present) say('skipped: reference snapshots not present');

const decode = (bytes: Uint8Array): UnifiedMetadata => unifyMetadata(decAnyMetadata(bytes));
const readReference = (): UnifiedMetadata => decode(new Uint8Array(readFileSync(snapshot)));

describe.skipIf(!present)('the described interface against mainnet spec 424', () => {
  it.each(METADATA_VERSIONS)('is identical entry by entry in metadata V%i', (version) => {
    const { identical, differences } = compareMetadata(readReference(), decode(buildMetadata(version)));
    say(`metadata V${version}: ${identical} entries identical`);
    expect(differences.slice(0, 20)).toEqual([]);
    expect(identical).toBeGreaterThan(750);
  });

  it('covers the pallets a wallet needs completely but for the calls', () => {
    const [reference, ours] = [readReference(), decode(buildMetadata(16))];
    const complete = (metadata: UnifiedMetadata, name: string) => {
      const pallet = metadata.pallets.find((candidate) => candidate.name === name);
      const names = (type: { type: number } | undefined): string[] => {
        const def = type && metadata.lookup[type.type]?.def;
        return def?.tag === 'variant' ? def.value.map((variant) => variant.name).sort() : [];
      };
      return {
        events: names(pallet?.events),
        errors: names(pallet?.errors),
        storage: pallet?.storage?.items.map((item) => item.name).sort(),
        constants: pallet?.constants.map((constant) => constant.name).sort(),
      };
    };
    for (const name of ['System', 'Timestamp', 'Balances', 'TransactionPayment', 'SubtensorModule', 'Swap']) {
      expect(complete(ours, name), name).toEqual(complete(reference, name));
    }
  });

  it('has the version fields of mainnet and only runtime APIs mainnet has', () => {
    const version = (metadata: UnifiedMetadata): string => {
      const constants = metadata.pallets.find((pallet) => pallet.name === 'System')?.constants;
      return constants?.find((constant) => constant.name === 'Version')?.value ?? '';
    };
    const [theirs, ours] = [version(readReference()), version(decode(buildMetadata(16)))];
    // Up to the list of APIs and after it the constant is the same, byte for byte.
    const head = 2 + 2 * (1 + 14 + 1 + 14 + 12);
    expect(ours.slice(0, head)).toBe(theirs.slice(0, head));
    expect(ours.slice(-10)).toBe(theirs.slice(-10));
    for (const [id, apiVersion] of runtimeVersionOf('mainnet').apis) {
      const listed = id.slice(2) + Buffer.from(Uint32Array.of(apiVersion).buffer).toString('hex');
      expect(theirs, id).toContain(listed);
      expect(ours, id).toContain(listed);
    }
  });
});
