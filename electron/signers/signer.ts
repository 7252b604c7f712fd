import type { Coldkey } from '../../shared/units/index.ts';

/** What releases one signature. A device will add its own kind; a password is never kept. */
export interface SignAuthorisation {
  readonly password: string;
}

/** A key somebody else holds. Transactions ask it for signatures and never learn which kind it is. */
export interface Signer {
  readonly address: Coldkey;
  readonly publicKey: Uint8Array;
  readonly cryptoType: 'sr25519' | 'ed25519';
  /**
   * Signs a payload: the whole SCALE-encoded payload, however long. The signer applies Substrate's rule (BLAKE2b-256
   * beyond 256 bytes), so callers must not hash. Answers MultiSignature bytes: type byte, then 64.
   * @throws AppError vault.*, keys.*, tx.signature_invalid
   */
  sign(payload: Uint8Array, authorisation: SignAuthorisation): Promise<Uint8Array>;
}
