import type { Type } from './type.ts';

/** A transaction extension: `extra` travels in the extrinsic, `implicit` only in what is signed. */
export interface SignedExtension {
  readonly identifier: string;
  readonly extra: Type;
  readonly implicit: Type;
}
