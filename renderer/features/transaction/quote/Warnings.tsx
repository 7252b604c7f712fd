import type { Warning } from '../../../../shared/contract/index.ts';
import { type WarningWeight, warningTexts } from '../../../copy/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import type { Tone } from '../../../ui/tone.ts';

const TONES: Readonly<Record<WarningWeight, Tone>> = { stop: 'danger', care: 'attention', note: 'info' };

/** Reasons to pause, the weightiest first. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  return warningTexts(warnings).map(({ code, weight, title, detail }) => (
    <Banner key={code} tone={TONES[weight]} title={title}>
      {detail}
    </Banner>
  ));
}
