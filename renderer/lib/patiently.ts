import { backOffMs, sleep } from './sleep.ts';

/** A hiccup of the machine passes within this; what fails longer is told. */
const TRIES = 4;

/** Tries again after growing pauses before it gives up. Only for what may be done twice. @throws whatever the last try threw */
export async function patiently<T>(
  attempt: () => Promise<T>,
  pause: (ms: number) => Promise<void> = sleep,
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (failures + 1 >= TRIES) throw error;
      await pause(backOffMs(failures));
    }
  }
}
