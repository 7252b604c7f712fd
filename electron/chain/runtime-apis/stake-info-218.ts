import type { StakePositionRecord } from '../port.ts';
import { Opaque218 } from './opaque-218.ts';

/** Fewest bytes of a StakeInfo: two accounts, five compacts and a flag. */
const ROW_BYTES = 70;

/** Opaque Vec<(AccountId32, Vec<StakeInfo>)> of spec 218, rows with zero stake included. */
export function decodeStakeInfo218(reply: Uint8Array): readonly StakePositionRecord[] {
  const opaque = new Opaque218(reply);
  const rows = opaque.list(33, () => {
    opaque.reader.raw(32);
    return opaque.list(ROW_BYTES, () => readRow(opaque));
  });
  opaque.reader.end();
  return rows.flat();
}

function readRow(opaque: Opaque218): StakePositionRecord {
  const hotkey = opaque.hotkey();
  const coldkey = opaque.coldkey();
  const netuid = opaque.netuid();
  const alpha = opaque.alpha();
  opaque.skipCompacts(3); // locked, emission, drain
  return { coldkey, hotkey, netuid, alpha, isRegistered: opaque.reader.bool() };
}
