import { uptime } from 'node:os';
import { realFs } from '../vault/vault-fs.ts';
import { isProcessAlive, type LockWorld } from '../vault/writer-lock.ts';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';
const CLOCK_STEP_S = 60;

/** Names this boot: Linux's own id, elsewhere the second the machine came up by its wall clock. */
function bootName(): string {
  try {
    const fd = realFs.openSync(BOOT_ID, 'r');
    try {
      const out = Buffer.alloc(64);
      return `id:${out.toString('latin1', 0, realFs.readSync(fd, out, 0, 64, null)).trim()}`;
    } finally {
      realFs.closeSync(fd);
    }
  } catch {
    return `s:${Math.round(Date.now() / 1000 - uptime())}`;
  }
}

/** Boot seconds are estimates and the clock is adjusted: near enough is the same boot. */
export function isSameBoot(a: string, b: string): boolean {
  if (!a.startsWith('s:') || !b.startsWith('s:')) return a === b;
  return Math.abs(Number(a.slice(2)) - Number(b.slice(2))) <= CLOCK_STEP_S;
}

export function thisWorld(): LockWorld {
  const boot = bootName();
  return { pid: process.pid, boot, isSameBoot: (other) => isSameBoot(other, boot), isAlive: isProcessAlive };
}
