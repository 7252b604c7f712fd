import type { Exec } from '../exec.ts';

/** What every block does before its first extrinsic: emission, and epochs where one is due. */
export function onInitialize(_exec: Exec): void {
  return;
}
