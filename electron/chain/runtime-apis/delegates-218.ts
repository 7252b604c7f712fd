import { toTake } from '../../../shared/units/index.ts';
import { pacer } from '../queries/pacer.ts';
import type { Delegate } from './delegates.ts';
import { Opaque218 } from './opaque-218.ts';

/** Fewest bytes of a DelegateInfo: two accounts and six compacts or lengths. */
const ROW_BYTES = 70;

/** Opaque Vec<DelegateInfo> of spec 218. */
export async function decodeDelegates218(reply: Uint8Array): Promise<readonly Delegate[]> {
  const opaque = new Opaque218(reply);
  const rest = pacer();
  const out: Delegate[] = [];
  for (let left = opaque.reader.length(ROW_BYTES); left > 0; left -= 1) {
    out.push(readRow(opaque));
    await rest();
  }
  opaque.reader.end();
  return out;
}

function readRow(opaque: Opaque218): Delegate {
  const hotkey = opaque.hotkey();
  const take = toTake(opaque.compactU16());
  const nominators = opaque.list(33, () => {
    opaque.reader.raw(32);
    opaque.skipCompacts(1);
  }).length;
  const owner = opaque.coldkey();
  const registrations = opaque.list(1, () => opaque.netuid());
  const permits = opaque.list(1, () => opaque.netuid());
  opaque.skipCompacts(2); // return_per_1000, total_daily_return: not what they say
  return { hotkey, owner, take, nominators, registrations, permits };
}
