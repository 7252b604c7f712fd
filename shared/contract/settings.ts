import * as z from 'zod';
import { WIDEST_TOLERANCE } from '../units/index.ts';
import { procedure, zHotkey, zNetworkId, zPpm } from './schemas.ts';

export const zSettings = z.strictObject({
  network: zNetworkId,
  /** User's endpoints per network, in order; the presets where absent. */
  endpoints: z.partialRecord(zNetworkId, z.array(z.string().max(512)).min(1).max(8)),
  theme: z.enum(['system', 'light', 'dark']),
  /** Default rate tolerance. */
  tolerance: zPpm.refine((value) => value <= WIDEST_TOLERANCE, 'wider than a trade may carry'),
  /** Minutes without the person's own input until the vault locks. */
  lockAfterMinutes: z.int().min(1).max(240),
  hideBalances: z.boolean(),
  /** Validators the person marked, by hotkey. */
  favourites: z.array(zHotkey).max(500),
});

export const settingsContract = {
  get: procedure.output(zSettings),
  set: procedure.input(zSettings.partial()).output(zSettings),
};
