import type { SubnetInfo } from './dynamic-info.ts';
import { Opaque218 } from './opaque-218.ts';

/** Opaque Vec<Option<DynamicInfo>> of spec 218. It carries neither name nor symbol. */
export function decodeDynamicInfo218(reply: Uint8Array): readonly SubnetInfo[] {
  const opaque = new Opaque218(reply);
  const rows = opaque.list(1, () => (opaque.reader.bool() ? readRow(opaque) : undefined));
  opaque.reader.end();
  return rows.filter((row) => row !== undefined);
}

function readRow(opaque: Opaque218): SubnetInfo {
  opaque.reader.raw(32); // owner
  const netuid = opaque.netuid();
  const tempo = opaque.compactU16();
  opaque.skipCompacts(3); // last_step, blocks_since_last_step, emission
  const alphaIn = opaque.alpha();
  const alphaOut = opaque.alpha();
  const taoIn = opaque.rao();
  opaque.skipCompacts(2); // total_locked, owner_locked
  return { netuid, name: '', symbol: '', tempo, taoIn, alphaIn, alphaOut };
}
