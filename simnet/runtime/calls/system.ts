import { blake2AsU8a } from '@polkadot/util-crypto';
import { ensure, moduleFailure, plainFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import { hexOf } from '../hex.ts';
import { DidUpdate, Now } from '../storage/system.ts';
import { type Origin, signerOf } from './handler.ts';

export function remark(_exec: Exec, origin: Origin): void {
  signerOf(origin);
}

export function remarkWithEvent(exec: Exec, origin: Origin, { remark: text }: { readonly remark: Uint8Array }): void {
  exec.emit('System', 'Remarked', { sender: signerOf(origin), hash: hexOf(blake2AsU8a(text, 256)) });
}

/** Open to everybody, but here nobody can have authorized an upgrade. */
export function applyAuthorizedUpgrade(): void {
  throw moduleFailure('System', 'NothingAuthorized');
}

/** The clock inherent, milliseconds since 1970. */
export function timestampSet(exec: Exec, origin: Origin, { now }: { readonly now: bigint }): void {
  ensure(origin.kind === 'none', () => plainFailure('BadOrigin'));
  Now.set(exec.state, now);
  DidUpdate.set(exec.state, true);
}
