import type { InvalidTransaction } from '../../runtime/port.ts';

/** A JSON-RPC failure with the codes Substrate nodes use. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  readonly data: string | undefined;

  constructor(code: number, message: string, data?: string) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** Refuses a method that only a node's own operator may use. */
export function unsafeCall(): never {
  throw new RpcError(-32_601, 'RPC call is unsafe to be called externally');
}

export function invalidParams(what: string): RpcError {
  return new RpcError(-32_602, `Invalid params: ${what}`);
}

/** FRAME's own words for each refusal; clients tell them apart by these texts. */
const REASONS: Readonly<Record<InvalidTransaction['kind'], string>> = {
  Call: 'Transaction call is not expected',
  Payment: 'Inability to pay some fees (e.g. account balance too low)',
  Future: 'Transaction will be valid in the future',
  Stale: 'Transaction is outdated',
  BadProof: 'Transaction has a bad signature',
  AncientBirthBlock: 'Transaction has an ancient birth block',
  ExhaustsResources: 'Transaction would exhaust the block limits',
  Custom: 'Custom error',
  BadMandatory: 'A call was labelled as mandatory, but resulted in an Error.',
  MandatoryValidation: 'Transaction dispatch is mandatory; transactions must not be validated.',
  BadSigner: 'Invalid signing address',
  IndeterminateImplicit: 'The implicit data was unable to be calculated',
  UnknownOrigin: 'The transaction extension did not authorize any origin',
};

/** 1010 for what the runtime calls invalid, 1011 for what it cannot judge. */
export function refusedTransaction(reason: InvalidTransaction): RpcError {
  const text = reason.kind === 'Custom' ? `Custom error: ${reason.custom ?? 0}` : REASONS[reason.kind];
  return reason.unknown === true
    ? new RpcError(1011, 'Unknown Transaction Validity', text)
    : new RpcError(1010, 'Invalid Transaction', text);
}
