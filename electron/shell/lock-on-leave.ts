import type { PowerMonitor } from 'electron';

/** The machine sleeps, its screen locks or its user changes: the vault locks with it. */
export function lockOnLeave(power: PowerMonitor, lock: () => Promise<void>): void {
  const now = (): void => void lock().catch(() => undefined);
  power.on('suspend', now);
  power.on('lock-screen', now);
  power.on('shutdown', now);
  power.on('user-did-resign-active', now);
}
