import { NETWORKS } from '../../../shared/constants/networks.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { encodeEra } from '../calls/era.ts';
import { planExtensions } from '../calls/extensions.ts';
import type { BlockRef } from '../port.ts';
import { fromHex, toHex } from '../scale/hex.ts';
import { compactBytes, concatBytes } from '../scale/writer.ts';
import type { Runtime } from './runtime.ts';

/** The parts of a Runtime the question needs. */
interface ModeSubject {
  readonly identity: Pick<Runtime['identity'], 'genesisHash'>;
  readonly capabilities: Pick<Runtime['capabilities'], 'clearSigning'>;
  readonly codec: Runtime['codec'];
}

type Request = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** Networks whose runtime is always built with the hash: no answer of a node may lower the guard there. */
const ALWAYS = new Set([NETWORKS.finney.genesisHash, NETWORKS.test.genesisHash].filter((hash) => hash !== undefined));

/** Result::Err(TransactionValidityError::Unknown(CannotLookup)). */
const CANNOT_LOOKUP = '0x010100';

/**
 * Whether to sign with the metadata digest. The named networks always do. Elsewhere the runtime is asked, without any
 * key: it validates an extrinsic in mode 1 whose signature is zeros. A runtime built with the hash gets as far as the
 * signature (BadProof); one built without fails before it (CannotLookup). Any other answer counts as "with", on the
 * practice network and wherever in doubt: then the worst is a refused extrinsic, not an unguarded one.
 */
export async function metadataHashMode(runtime: ModeSubject, best: BlockRef, request: Request): Promise<0 | 1> {
  if (!runtime.capabilities.clearSigning) {
    if (ALWAYS.has(runtime.identity.genesisHash)) throw new AppError('chain.metadata_invalid');
    return 0;
  }
  if (ALWAYS.has(runtime.identity.genesisHash)) return 1;
  const source = Uint8Array.of(2); // TransactionSource::External
  const args = concatBytes(source, probeExtrinsic(runtime), fromHex(best.blockHash));
  const params = ['TaggedTransactionQueue_validate_transaction', toHex(args), best.blockHash];
  const answer = await request('state_call', params).catch((error: unknown) => {
    if (AppError.find(error)?.code === 'chain.rpc_failed') return undefined;
    throw error;
  });
  return answer === CANNOT_LOOKUP ? 0 : 1;
}

/** System.remark by nobody, in mode 1, signed with zeros: it can never be included. */
function probeExtrinsic(runtime: ModeSubject): Uint8Array {
  const extra = planExtensions(runtime.codec).map((one) => {
    if (one.extra === 'era') return encodeEra({ period: 64, phase: 0 });
    if (one.extra === 'mode') return Uint8Array.of(1);
    return one.extra === undefined ? new Uint8Array() : compactBytes(0n);
  });
  const remark = Uint8Array.of(0, 0, 0);
  const address = concatBytes(Uint8Array.of(0), new Uint8Array(32).fill(1));
  const signature = concatBytes(Uint8Array.of(1), new Uint8Array(64));
  const body = concatBytes(Uint8Array.of(0x84), address, signature, ...extra, remark);
  return concatBytes(compactBytes(BigInt(body.length)), body);
}
