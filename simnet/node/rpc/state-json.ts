import { hexOf } from '../../runtime/hex.ts';
import type { RuntimeVersion, StateReader } from '../../runtime/port.ts';
import type { Block } from '../block.ts';

/** The form `state_getRuntimeVersion` answers with; newer clients read `systemVersion`, older ones `stateVersion`. */
export function runtimeVersionJson(version: RuntimeVersion): Record<string, unknown> {
  const { stateVersion, ...rest } = version;
  return { ...rest, systemVersion: stateVersion, stateVersion };
}

/** Value in 0x hex, or null when absent. Keys are hex without 0x. */
export function valueAt(state: StateReader, key: string): string | null {
  const value = state.get(key);
  return value === undefined ? null : hexOf(value);
}

/** The form of `state_queryStorageAt` and of storage notifications. */
export function changeSet(block: Block, keys: readonly string[]): Record<string, unknown> {
  return { block: block.hash, changes: keys.map((key) => [`0x${key}`, valueAt(block.state, key)]) };
}
