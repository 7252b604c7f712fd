import { AppError } from '../../../shared/errors/index.ts';
import type { ExtensionEntry, RuntimeCodec } from '../scale/codec.ts';

type ExtraKind = 'era' | 'nonce' | 'tip' | 'mode';
type ImplicitKind = 'spec' | 'tx' | 'genesis' | 'birth' | 'metadataHash';

/** What one extension adds to the extrinsic and to the signed bytes, in the runtime's order. */
export interface ExtensionPlan {
  readonly name: string;
  readonly extra?: ExtraKind;
  readonly implicit?: ImplicitKind;
}

const KNOWN: readonly ExtensionPlan[] = [
  { name: 'CheckSpecVersion', implicit: 'spec' },
  { name: 'CheckTxVersion', implicit: 'tx' },
  { name: 'CheckGenesis', implicit: 'genesis' },
  { name: 'CheckMortality', extra: 'era', implicit: 'birth' },
  { name: 'CheckNonce', extra: 'nonce' },
  { name: 'ChargeTransactionPayment', extra: 'tip' },
  { name: 'CheckMetadataHash', extra: 'mode', implicit: 'metadataHash' },
];

/** A signature without these is not bound to what it must be bound to. */
const REQUIRED = KNOWN.filter((one) => one.name !== 'CheckMetadataHash').map((one) => one.name);

/** Fewest bytes of each part's type: a runtime that changed a part's shape must not be signed for. */
const EXTRA_BYTES: Readonly<Record<ExtraKind, number>> = { era: 1, nonce: 1, tip: 1, mode: 1 };
const IMPLICIT_BYTES: Readonly<Record<ImplicitKind, number>> = {
  spec: 4,
  tx: 4,
  genesis: 32,
  birth: 32,
  metadataHash: 1,
};

/**
 * The extensions to sign with. Unknown ones pass only when they add no byte anywhere.
 * @throws AppError chain.unknown_extension naming the first that does not
 */
export function planExtensions(codec: RuntimeCodec): readonly ExtensionPlan[] {
  const entries = codec.extensions();
  const missing = REQUIRED.find((name) => !entries.some((entry) => entry.name === name));
  if (missing !== undefined) throw new AppError('chain.unknown_extension', { missing });
  return entries.map((entry) => {
    const plan = KNOWN.find((one) => one.name === entry.name) ?? { name: entry.name };
    if (!fits(codec, entry, plan)) throw new AppError('chain.unknown_extension', { name: entry.name.slice(0, 64) });
    return plan;
  });
}

function fits({ types }: RuntimeCodec, entry: ExtensionEntry, plan: ExtensionPlan): boolean {
  const extraFits =
    plan.extra === undefined
      ? types.isZeroSized(entry.extraType)
      : types.leastBytes(entry.extraType) === EXTRA_BYTES[plan.extra];
  const implicitFits =
    plan.implicit === undefined
      ? types.isZeroSized(entry.implicitType)
      : types.leastBytes(entry.implicitType) === IMPLICIT_BYTES[plan.implicit];
  return extraFits && implicitFits;
}
