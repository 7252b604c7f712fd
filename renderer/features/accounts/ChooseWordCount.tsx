import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { StepTitle } from './StepTitle.tsx';

export interface ChooseWordCountProps {
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onChosen: (count: 12 | 24) => void;
}

/** Before the words appear: what they are, and how many. */
export function ChooseWordCount({ busy, onBack, onChosen }: ChooseWordCountProps) {
  const [count, setCount] = useState<'12' | '24'>('12');
  return (
    <div className="flex flex-col gap-6">
      <StepTitle title="Your recovery words">
        Soma makes a list of words for you. The words are the account: whoever has them has the money, and nobody can
        replace them. Have pen and paper ready.
      </StepTitle>
      <RadioGroup
        label="How many words"
        look="cards"
        value={count}
        onChange={setCount}
        options={[
          { value: '12', label: '12 words', hint: 'Beyond guessing, and quick to write down.' },
          { value: '24', label: '24 words', hint: 'Longer than needed today; some people prefer the margin.' },
        ]}
      />
      <div className="flex justify-between gap-3">
        <Button look="quiet" className="-ml-4" onClick={onBack}>
          Back
        </Button>
        <Button look="primary" busy={busy} onClick={() => onChosen(count === '12' ? 12 : 24)}>
          Show the words
        </Button>
      </div>
    </div>
  );
}
