import type { AssetAmount, Obstacle } from '../../../../shared/contract/index.ts';
import { sentenceFor } from '../../../copy/index.ts';
import { plainAmount } from '../../../lib/amount-parts.ts';
import { unitText } from '../../../ui/Amount.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { assetUnit } from '../asset-unit.ts';

export interface ObstaclesProps {
  readonly obstacles: readonly Obstacle[];
  /** Takes the amount that would work. */
  readonly onSuggestion: (suggestion: AssetAmount) => void;
}

/** What stands in the way, each as a sentence, with an amount that would work where there is one. */
export function Obstacles({ obstacles, onSuggestion }: ObstaclesProps) {
  return obstacles.map(({ error, suggestion }, index) => {
    const { title, detail } = sentenceFor(error);
    return (
      <Banner
        // biome-ignore lint/suspicious/noArrayIndexKey: one code may come twice, and the list is replaced as a whole
        key={`${error.code}.${index}`}
        tone="danger"
        title={title}
        announce="status"
        actions={
          suggestion === undefined || suggestion.amount === 0n ? undefined : (
            <Button size="sm" onClick={() => onSuggestion(suggestion)}>
              {`Use ${plainAmount(suggestion.amount)} ${unitText(assetUnit(suggestion.asset))}`}
            </Button>
          )
        }
      >
        {detail}
      </Banner>
    );
  });
}
