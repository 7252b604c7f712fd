import type { Warning } from '../../../../shared/contract/index.ts';
import { type WarningWeight, warningTexts } from '../../../copy/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { CompareAddresses } from '../recipient/CompareAddresses.tsx';
import type { Remedy } from './Obstacles.tsx';

const TONES: Readonly<Record<WarningWeight, Tone>> = { stop: 'danger', care: 'attention', note: 'info' };

export interface WarningsProps {
  readonly warnings: readonly Warning[];
  /** Recipient, for the comparison with an address it resembles. */
  readonly recipient?: string | undefined;
  /** What would avert a warning; undefined where nothing here does. */
  readonly remedyFor?: ((warning: Warning) => Remedy | undefined) | undefined;
}

/** Reasons to pause, the weightiest first. */
export function Warnings({ warnings, recipient, remedyFor }: WarningsProps) {
  const twin = warnings.find(({ code }) => code === 'recipient_lookalike')?.facts['lookalike'];
  return warningTexts(warnings).map(({ code, weight, title, detail }) => {
    const said = warnings.find((warning) => warning.code === code);
    const remedy = said === undefined ? undefined : remedyFor?.(said);
    return (
      <Banner
        key={code}
        tone={TONES[weight]}
        title={title}
        actions={
          remedy === undefined ? undefined : (
            <Button size="sm" onClick={remedy.onPress}>
              {remedy.label}
            </Button>
          )
        }
      >
        {detail}
        {code === 'recipient_lookalike' && recipient !== undefined && twin !== undefined ? (
          <div className="mt-3">
            <CompareAddresses entered={recipient} known={twin} />
          </div>
        ) : null}
      </Banner>
    );
  });
}
