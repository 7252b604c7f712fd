import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import { IdentitiesV2, OwnedHotkeys } from '../storage/hotkeys.ts';
import { IsNetworkMember } from '../storage/neurons.ts';
import type { ChainIdentity } from '../storage/types.ts';
import { type Origin, signerOf } from './handler.ts';

/** Longest fields in bytes. */
const LIMITS: Readonly<Record<keyof ChainIdentity, number>> = {
  name: 256,
  url: 256,
  github_repo: 256,
  image: 1024,
  discord: 256,
  description: 1024,
  additional: 1024,
};

/** For coldkeys that own a registered hotkey. The text is not interpreted: it may be anything that fits. */
export function setIdentity(exec: Exec, origin: Origin, identity: ChainIdentity): void {
  const coldkey = signerOf(origin);
  const registered = OwnedHotkeys.get(exec.state, coldkey).some((hotkey) =>
    [...IsNetworkMember.entries(exec.state, hotkey)].some(([, isMember]) => isMember),
  );
  ensure(registered, () => subtensorFailure('HotKeyNotRegisteredInNetwork'));
  for (const [field, limit] of Object.entries(LIMITS)) {
    ensure(identity[field as keyof ChainIdentity].length <= limit, () => subtensorFailure('InvalidIdentity'));
  }
  IdentitiesV2.set(exec.state, identity, coldkey);
  exec.emit('SubtensorModule', 'ChainIdentitySet', coldkey);
}
