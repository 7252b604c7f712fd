import { toPpm } from '../../../../shared/units/index.ts';
import { formatPercent } from '../../../lib/percent-text.ts';
import { useSettings } from '../../../stores/settings.ts';

/** 0.5 %. */
export const USUAL_TOLERANCE = toPpm(5000);

/** The person's usual tolerance in percent, as it would be typed. */
export function useUsualTolerance(): string {
  return formatPercent(useSettings()?.tolerance ?? USUAL_TOLERANCE);
}
