import type { AssetAmount, Obstacle, QuotePart } from '../../../../shared/contract/index.ts';
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
  /** Operations of a batch, so that a blocked one can say why. */
  readonly parts?: readonly QuotePart[] | undefined;
  /** Takes a value of another kind that would work; undefined where there is none for this obstacle. */
  readonly remedyFor?: (obstacle: Obstacle) => Remedy | undefined;
}

/** A button that sets what would work. */
export interface Remedy {
  readonly label: string;
  readonly onPress: () => void;
}

/** What stands in the way, each as a sentence, with a value that would work where there is one. */
export function Obstacles({ obstacles, onSuggestion, remedyFor, parts }: ObstaclesProps) {
  return obstacles.map((obstacle, index) => {
    const { error, suggestion } = obstacle;
    const { title, detail } = sentenceFor(error);
    const remedy: Remedy | undefined =
      suggestion === undefined || suggestion.amount === 0n
        ? remedyFor?.(obstacle)
        : {
            label: `Use ${plainAmount(suggestion.amount)} ${unitText(assetUnit(suggestion.asset))}`,
            onPress: () => onSuggestion(suggestion),
          };
    return (
      <Banner
        // biome-ignore lint/suspicious/noArrayIndexKey: one code may come twice, and the list is replaced as a whole
        key={`${error.code}.${index}`}
        tone="danger"
        title={title}
        announce="status"
        actions={
          remedy === undefined ? undefined : (
            <Button size="sm" onClick={remedy.onPress}>
              {remedy.label}
            </Button>
          )
        }
      >
        {detail}
        {stepSentences(obstacle, parts ?? []).map((sentence) => (
          <p key={sentence} className="mt-1.5">
            {sentence}
          </p>
        ))}
      </Banner>
    );
  });
}

/** What stands in the way of the step that a batch is stopped by: `Step 3: The position is smaller than that.` */
function stepSentences({ error: { code, facts } }: Obstacle, parts: readonly QuotePart[]): readonly string[] {
  const step = Number(facts['step']);
  if (code !== 'tx.step_blocked' || !Number.isInteger(step)) return [];
  const own = parts[step - 1]?.obstacles ?? [];
  return own.map((obstacle) => `Step ${step}: ${sentenceFor(obstacle.error).title}`);
}
